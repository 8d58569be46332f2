/// 수식 막기. A text that a spreadsheet would take for a formula gets one apostrophe in front, and so
/// does one that begins with an apostrophe: taking one away is then always right (OWASP ASVS 5.0,
/// 1.2.10).
package enum FormulaGuard {
    private static let apostrophe: Unicode.Scalar = "'"

    package static func guarding(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, isRisky(first) else { return text }
        return "'" + text
    }

    /// The text without the apostrophe that `guarding` put before it.
    package static func unguarding(_ text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "'") else { return text }
        let rest = text.unicodeScalars.dropFirst()
        guard let first = rest.first, isRisky(first) else { return text }
        return String(rest)
    }

    private static func isRisky(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠", apostrophe: true
        default: false
        }
    }
}
