/// 정규 값. A value of canonical JSON, read back from stored bytes.
package enum CanonicalValue: Hashable, Sendable {
    case object([String: CanonicalValue])
    case array([CanonicalValue])
    case string(String)
    case integer(Int64)
    case bool(Bool)

    /// What every JSON reader holds exactly (RFC 8785, appendix D).
    package static let integers: ClosedRange<Int64> =
        -9_007_199_254_740_992...9_007_199_254_740_992

    /// More levels are no entry of ours.
    package static let depthMax = 32

    /// The canonical bytes. Keys that are not plain ASCII are a programming error.
    package var bytes: [UInt8] {
        var writer = CanonicalWriter()
        write(to: &writer)
        return writer.bytes
    }

    func write(to writer: inout CanonicalWriter) {
        switch self {
        case .object(let members):
            writer.object { writer in
                let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                for (key, value) in sorted {
                    writer.append(key: key)
                    value.write(to: &writer)
                }
            }
        case .array(let elements):
            writer.array(elements) { writer, element in element.write(to: &writer) }
        case .string(let text): writer.write(text)
        case .integer(let number): writer.write(number)
        case .bool(let flag): writer.write(flag)
        }
    }

    /// The member of an object; `nil` for any other value.
    package subscript(key: String) -> CanonicalValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    package var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// Of an array; none of any other value.
    package var elements: [CanonicalValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    package var number: Int64? {
        guard case .integer(let number) = self else { return nil }
        return number
    }
}

/// Why bytes are not canonical JSON, and the offset from which they are not.
package struct CanonicalError: Error, Hashable, CustomStringConvertible {
    package let offset: Int
    package let reason: String

    package var description: String { "not canonical at byte \(offset): \(reason)" }
}
