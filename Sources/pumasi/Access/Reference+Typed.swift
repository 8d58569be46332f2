import Hometown
import Ledger

extension Reference {
    /// What somebody typed to name a thing.
    /// - Throws: `CommandFailure` 3 for what is neither an id nor a number.
    init(typed text: String) throws {
        self = try Reference(text).found(text)
    }
}

extension Ledger {
    /// The id of what an argument names by its id or its number; an id is taken as it is.
    /// - Throws: `CommandFailure` 3 for what names nothing of this kind, `LedgerFailure`.
    func identifier(named text: String, _ kind: Entry.Kind) async throws -> Identifier {
        try await identifier(of: Reference(typed: text), kind).found(text)
    }
}

extension Optional {
    /// - Throws: `CommandFailure` 3 when nothing was found.
    func found(_ text: String) throws -> Wrapped {
        guard let self else { throw CommandFailure.unknown(text) }
        return self
    }
}
