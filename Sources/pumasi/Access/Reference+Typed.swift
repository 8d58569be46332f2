import Hometown
import Ledger
import Web

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

extension FormBody {
    /// The same with ids where options name things by their numbers. Whatever is no number is read
    /// as the interface reads it.
    /// - Parameter kinds: of what members name.
    /// - Throws: `CommandFailure` 3 for a number of nothing of its kind, `LedgerFailure`.
    func identified(_ kinds: [String: Entry.Kind], in ledger: Ledger) async throws -> FormBody {
        try await FormBody(object: object.identified(kinds, in: ledger))
    }
}

extension JSONObject {
    /// In the objects of it as well: a correction has what it changes in one.
    fileprivate func identified(
        _ kinds: [String: Entry.Kind], in ledger: Ledger
    ) async throws -> JSONObject {
        var identified = JSONObject()
        for member in members {
            var value = member.value
            if case .object(let object) = value {
                value = .object(try await object.identified(kinds, in: ledger))
            } else if let kind = kinds[member.name], case .string(let text) = value,
                Reference(text)?.number != nil
            {
                value = .string(try await ledger.identifier(named: text, kind).description)
            }
            identified.append(member.name, value)
        }
        return identified
    }
}

extension Optional {
    /// - Throws: `CommandFailure` 3 when nothing was found.
    func found(_ text: String) throws -> Wrapped {
        guard let self else { throw CommandFailure.unknown(text) }
        return self
    }
}
