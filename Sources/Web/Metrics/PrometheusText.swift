/// Prometheus text format 0.0.4, written line by line.
struct PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var bytes: [UInt8] = []

    mutating func write(_ family: PrometheusFamily, named name: String) {
        let help = family.help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        bytes.append(contentsOf: "# HELP \(name) \(help)\n".utf8)
        bytes.append(contentsOf: "# TYPE \(name) \(family.kind.rawValue)\n".utf8)
        for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
            series.write(name, labels, to: &self)
        }
    }

    mutating func line(_ name: String, _ labels: String, _ value: Double) {
        bytes.append(contentsOf: name.utf8)
        if !labels.isEmpty { bytes.append(contentsOf: "{\(labels)}".utf8) }
        bytes.append(contentsOf: " \(PrometheusText.number(value))\n".utf8)
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map { "\($0)" } ?? "\(value)"
    }

    /// `a="b",c="d"`, in the order of the names, so that one set of labels is one series.
    static func labels(_ labels: [(String, String)]) -> String {
        labels.sorted { $0.0 < $1.0 }
            .map { "\(name($0.0))=\"\(escape($0.1))\"" }
            .joined(separator: ",")
    }

    private static func escape(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
    }

    /// Names may hold letters, digits and `_`; whatever else becomes `_`, and a digit in front
    /// gets one before it.
    static func name(_ name: String) -> String {
        var bytes = name.utf8.map { byte in
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            return isLetter || isDigit(byte) ? byte : UInt8(ascii: "_")
        }
        if bytes.first.map(isDigit) ?? true { bytes.insert(UInt8(ascii: "_"), at: 0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
