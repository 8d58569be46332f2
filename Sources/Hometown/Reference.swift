/// 가리킴. How people and programs name a thing that was recorded: by its id, or by its number.
package enum Reference: Hashable, Sendable {
    case id(Identifier)
    /// `D-2026-000123`: the number of its entry, and the whole text to compare.
    case number(Int64, String)

    /// `nil` for what is neither.
    package init?(_ text: String) {
        if let id = Identifier(text) {
            self = .id(id)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].count),
            parts[0].allSatisfy({ $0.isASCII && $0.isLetter }), parts[1].count == 4,
            CivilDate.number(parts[1].utf8) != nil, (6...18).contains(parts[2].count),
            let number = CivilDate.number(parts[2].utf8), number > 0
        else { return nil }
        self = .number(Int64(number), text.uppercased())
    }

    /// Of the entry; `nil` for an id.
    package var number: Int64? {
        if case .number(let number, _) = self { number } else { nil }
    }

    package var text: String {
        switch self {
        case .id(let id): id.description
        case .number(_, let text): text
        }
    }
}
