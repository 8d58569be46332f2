package import Hometown
import Postgres

extension Ledger {
    /// 찾기. What somebody typed to name a thing, whatever kind of thing it is; `nil` for what is no
    /// name and for what names nothing.
    /// - Throws: `LedgerFailure`.
    package func thing(typed text: String) async throws -> RecordedThing? {
        guard let name = EntryName(text.tidied) else { return nil }
        return try await thing(name)
    }

    /// - Returns: `nil` when there is none.
    /// - Throws: `LedgerFailure`.
    package func thing(_ name: EntryName) async throws -> RecordedThing? {
        try await read { try await RecordedThing.find(name, in: $0) }
    }

    /// The id of the thing of this kind. An id is taken at its word: whoever then asks for the
    /// thing sees whether it is there.
    /// - Returns: `nil` when there is none, or the number is of a thing of another kind.
    /// - Throws: `LedgerFailure`.
    package func identifier(
        of reference: Reference, _ kind: Entry.Kind
    ) async throws -> Identifier? {
        if case .id(let id) = reference { return id }
        return try await read { try await RecordedThing.identifier(of: reference, kind, in: $0) }
    }
}

extension RecordedThing {
    /// A number is written out whole: letter and year must be right, too.
    static func find(
        _ name: EntryName, in transaction: Transaction
    ) async throws -> RecordedThing? {
        guard let number = try await name.number(in: transaction),
            let thing = try await transaction.run(ReadThing(number: number)).first
        else { return nil }
        if case .thing(.number(_, let no)) = name, no != thing.no { return nil }
        return thing
    }

    static func identifier(
        of reference: Reference, _ kind: Entry.Kind, in transaction: Transaction
    ) async throws -> Identifier? {
        if case .id(let id) = reference { return id }
        let thing = try await find(.thing(reference), in: transaction)
        return thing?.kind == kind ? thing?.id : nil
    }
}

extension EntryName {
    /// The number of the entry, which need not exist; `nil` for an id that nothing has.
    func number(in transaction: Transaction) async throws -> Int64? {
        switch self {
        case .number(let number), .thing(.number(let number, _)): number
        case .thing(.id(let id)): try await transaction.run(FindEntry(id: id)).first
        }
    }
}
