/// 듣는 주소. A host and a port in one text: `127.0.0.1:9100`, `[::1]:9100`.
struct ListenAddress: Hashable, Sendable {
    let host: String
    let port: Int

    /// - Returns: `nil` for any other text.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let digits = text[text.index(after: colon)...]
        guard digits.allSatisfy({ ("0"..."9").contains($0) }), let port = UInt16(digits) else {
            return nil
        }
        var host = text[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        if isBracketed { host = host.dropFirst().dropLast() }
        guard !host.isEmpty, host.contains(":") == isBracketed,
            host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-.:".contains($0)) })
        else { return nil }
        self.host = String(host)
        self.port = Int(port)
    }

    /// As a browser takes it.
    /// - Parameter port: the one that is listened on, where any free one was asked for.
    func url(port: Int) -> String {
        "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
}
