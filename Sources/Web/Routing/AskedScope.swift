import HTTPTypes
import HummingbirdCore

/// What a request asked for, as the access log keeps it: for years, in every bundle of evidence,
/// and beyond the erasure of whoever it was about. So it tells the address and its filters, and the
/// value of a filter only where no name and no secret can stand in it.
enum AskedScope {
    /// Filters whose values are days, numbers and words of ours.
    private static let plain: Set<String> = [
        "action", "format", "from", "kind", "limit", "month", "origin", "recipient", "scheme",
        "state", "status", "to", "year",
    ]
    private static let valueBytesMax = 40

    static func text(of request: Request) -> String {
        let path = (request.head.path ?? "").split(
            separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let address = path.first.map { $0.split(separator: "/").map(segment) } ?? []
        var text = "/" + address.joined(separator: "/")
        if path.count > 1 {
            let filters = path[1].split(separator: "&").map { part in
                let sides = part.split(
                    separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return filter(String(sides[0]), sides.count > 1 ? String(sides[1]) : "")
            }
            text += "?" + filters.joined(separator: "&")
        }
        return request.method == .get ? text : "\(request.method.rawValue) \(text)"
    }

    /// `from=2026-01-01`, and of a filter that takes free text its name alone.
    static func filter(_ name: String, _ value: String) -> String {
        plain.contains(name) && isPlain(value) ? "\(name)=\(value)" : segment(name[...])
    }

    /// Addresses of ours are made of such characters; what else is there, somebody typed.
    private static func segment(_ text: Substring) -> String {
        isPlain(text) ? String(text) : "-"
    }

    private static func isPlain(_ text: some StringProtocol) -> Bool {
        (1...valueBytesMax).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }
}
