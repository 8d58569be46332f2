package import Hometown
import Interchange

/// 일괄 등록 대기. A list that somebody sent and has not recorded yet.
package struct ImportUpload: Sendable {
    /// Of one person at once; the oldest makes room for the next.
    package static let perAuthorMax = 4
    /// Of all lists together; the oldest make room.
    package static let bytesMax: Int64 = 256 << 20

    package let id: Identifier
    package let sentAt: Instant
    /// Whether somebody said that it is to be recorded.
    package let isBegun: Bool
    package let state: State

    package enum State: Sendable {
        /// The list, and how it is to be read.
        case waiting(ImportDraft)
        /// It was recorded and nothing of it is kept: the id of the import.
        case recorded(Identifier)
    }

    /// The caller's id of the request that records it: whoever finishes it asks for the same.
    package static func requestKey(of id: Identifier) -> String { "upload \(id)" }
}

/// One of somebody's lists that wait, without what is in it.
package struct WaitingImport: Hashable, Sendable {
    package let id: Identifier
    package let fileName: String?
    package let sentAt: Instant
    /// A day after it was sent: then it is let go.
    package let keptUntil: Instant
    /// Whether somebody already said that it is to be recorded.
    package let isBegun: Bool
}

extension ImportDraft {
    /// How it is to be read, without the list itself and what it is called.
    var reading: [UInt8] {
        let members: [String: CanonicalValue?] = [
            "because": .text(forcedBecause),
            "columns": mapping.isEmpty
                ? nil
                : .array(
                    mapping.sorted { $0.key < $1.key }.map { word, column in
                        .array([.string(word), .string(column?.name ?? "")])
                    }),
            "defaults": defaults.isEmpty
                ? nil
                : .array(
                    defaults.sorted { $0.key.rawValue < $1.key.rawValue }.map { field, text in
                        .array([.string(field.rawValue), .string(text)])
                    }), "delimiter": delimiter.map { .integer(Int64($0)) },
            "encoding": .text(encoding?.rawValue), "format": .string(format.rawValue),
            "header_row": headerRow.map { .integer(Int64($0)) },
            "remembered": isMappingRemembered ? .bool(true) : nil,
            "rows_max": rowsMax.map { .integer(Int64($0)) }, "sheet": .text(sheet),
            "valid_only": keepsValidRows ? .bool(true) : nil,
        ]
        return CanonicalValue.members(members).bytes
    }

    /// - Throws: `CanonicalError` for what no version of ours wrote.
    init(bytes: [UInt8], fileName: String?, reading: [UInt8]) throws {
        let value = try CanonicalValue(parsing: reading)
        self.init(
            source: MemoryBytes(bytes),
            format: value["format"]?.text.flatMap { Format(rawValue: $0) } ?? .csv,
            fileName: fileName)
        encoding = value["encoding"]?.text.flatMap { TextEncoding(rawValue: $0) }
        sheet = value["sheet"]?.text
        forcedBecause = value["because"]?.text
        if case .integer(let byte)? = value["delimiter"] { delimiter = UInt8(exactly: byte) }
        if case .integer(let row)? = value["header_row"] { headerRow = Int(exactly: row) }
        if case .integer(let rows)? = value["rows_max"] { rowsMax = Int(exactly: rows) }
        if case .bool(true)? = value["valid_only"] { keepsValidRows = true }
        if case .bool(true)? = value["remembered"] { isMappingRemembered = true }
        for (word, name) in ImportDraft.pairs(value["columns"]) {
            let column = DonationColumn.allCases.first { $0.name == name }
            mapping.updateValue(column, forKey: word)
        }
        for (name, text) in ImportDraft.pairs(value["defaults"]) {
            if let field = DonationField(rawValue: name) { defaults[field] = text }
        }
    }

    private static func pairs(_ value: CanonicalValue?) -> [(String, String)] {
        guard case .array(let pairs)? = value else { return [] }
        return pairs.compactMap { pair in
            guard case .array(let sides) = pair, sides.count == 2, let first = sides[0].text,
                let second = sides[1].text
            else { return nil }
            return (first, second)
        }
    }
}
