package import Hometown

extension Language {
    /// `/en` before the address decides; then `Accept-Language`; else Korean.
    package init(path: String, accepting header: String?) {
        if path.hasPrefix("/en"),
            path.utf8.count == 3 || path.utf8.dropFirst(3).first == UInt8(ascii: "/")
        {
            self = .english
        } else {
            self = header.map(Language.init(accepting:)) ?? .korean
        }
    }

    /// The better liked of the two by `Accept-Language` (RFC 9110, 12.5.4); Korean on a tie and
    /// when neither is named.
    package init(accepting header: String) {
        var korean = 0
        var english = 0
        for range in header.lowercased().split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = parts.first?.split(separator: "-").first else { continue }
            let weight = Language.weight(parts.dropFirst().first)
            if tag == "ko" { korean = max(korean, weight) }
            if tag == "en" { english = max(english, weight) }
        }
        self = english > korean ? .english : .korean
    }

    /// `q=0.8` in thousandths; anything unreadable counts as not wanted.
    private static func weight(_ parameter: String?) -> Int {
        guard let parameter else { return 1000 }
        guard parameter.hasPrefix("q="), let whole = parameter.utf8.dropFirst(2).first,
            whole == UInt8(ascii: "0") || whole == UInt8(ascii: "1")
        else { return 0 }
        let digits = parameter.utf8.dropFirst(4).prefix(3)
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return 0 }
        let fraction = (Array(digits) + [48, 48, 48]).prefix(3)
            .reduce(0) { $0 * 10 + Int($1) - 48 }
        return whole == UInt8(ascii: "1") ? 1000 : fraction
    }
}
