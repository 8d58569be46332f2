import Foundation
import Hometown
import NIOCore

/// 듣는 주소. A host and a port in one text: `127.0.0.1:9100`, `[::1]:9100`.
struct ListenAddress: Hashable, Sendable {
    let host: String
    let port: Int

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

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
        self.init(host: String(host), port: Int(port))
    }

    /// As a browser takes it; IPv6 stands in brackets (RFC 3986, 3.2.2).
    /// - Parameter port: the one that is listened on, where any free one was asked for.
    func url(port: Int? = nil) -> String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "http://\(name):\(port ?? self.port)"
    }

    /// What ends the start where nobody can listen there.
    /// - Parameters:
    ///   - error: of the attempt.
    ///   - busy: how another port is chosen.
    ///   - wrong: how another address is.
    /// - Returns: `nil` for an error that is about something else.
    func failure(
        _ error: any Error, busy: Bilingual, wrong: Bilingual
    ) -> CommandFailure? {
        let cause: String
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE:
            return CommandFailure(
                .failure,
                Bilingual(
                    "\(host):\(port): 다른 프로그램이 쓰고 있습니다.",
                    "Another program listens on \(host):\(port)."),
                hint: busy)
        case let error as IOError: cause = String(cString: strerror(error.errnoCode))
        case let error as SocketAddressError.UnknownHost: cause = error.errorDescription
        default: return nil
        }
        return CommandFailure(
            .failure,
            Bilingual(
                "\(host):\(port)에서 들을 수 없습니다 (\(cause)).",
                "It cannot listen on \(host):\(port) (\(cause))."),
            hint: wrong)
    }
}
