/// The value of a header field with its parameters, as `form-data; name="file"` (RFC 9110, 5.6.6).
struct HeaderParameters {
    /// What stands before the first semicolon.
    let value: String
    private var parameters: [(name: String, value: String)] = []

    init(_ field: String) {
        var parts = HeaderParameters.parts(of: field)[...]
        value = HeaderParameters.trimmed(parts.popFirst() ?? "")
        for part in parts {
            guard let sign = part.firstIndex(of: "=") else { continue }
            parameters.append(
                (
                    HeaderParameters.trimmed(String(part[..<sign])).lowercased(),
                    HeaderParameters.unquoted(String(part[part.index(after: sign)...]))
                ))
        }
    }

    /// The first parameter of that name.
    subscript(name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// Divided at the semicolons that stand outside of quotation marks.
    private static func parts(of field: String) -> [String] {
        var parts = [""]
        var (isQuoted, isEscaped) = (false, false)
        for character in field {
            if character == ";", !isQuoted {
                parts.append("")
                continue
            }
            parts[parts.count - 1].append(character)
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && !isEscaped && isQuoted
        }
        return parts
    }

    /// curl before 7.81 escapes quotation marks with a backslash, browsers write `%22` (WHATWG
    /// HTML, 4.10.21.8); a backslash before anything else is part of a path.
    private static func unquoted(_ text: String) -> String {
        let text = trimmed(text)
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        return String(text.dropFirst().dropLast())
            .replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
            .replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        guard let first = text.firstIndex(where: { !isBlank($0) }),
            let last = text.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[first...last])
    }
}
