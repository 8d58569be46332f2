package import Hometown
import Postgres

/// 소속. What a donation can belong to besides its donor and its recipient.
package enum Belonging: Hashable, Sendable {
    case exchange(Identifier)
    case participation(Identifier)
}

extension Ledger {
    /// The exchange or run of that number or id; `nil` when there is none.
    /// - Throws: `LedgerFailure`.
    package func belonging(named text: String) async throws -> Belonging? {
        let statement: FindBelonging
        switch EntryName(text.uppercased().tidied) ?? EntryName(text.tidied) {
        case .id(let id): statement = FindBelonging(number: nil, id: id)
        case .number(let number), .no(let number, _):
            statement = FindBelonging(number: number, id: nil)
        case nil: return nil
        }
        guard let row = try await read({ try await $0.run(statement) }).first else { return nil }
        // A number is written out whole; year and letter must be right too.
        if case .no(_, let no) = EntryName(text.uppercased().tidied), no != row.no { return nil }
        return row.isRun ? .participation(row.id) : .exchange(row.id)
    }
}
