package import Hometown
import Postgres
import Transparency

extension Ledger {
    /// 열 맞추기 기억. Remembers what somebody said that the columns under a header hold, for the next
    /// list with the same. Where nothing was said by hand, only what is remembered already is put
    /// right.
    /// - Parameter mapping: what columns hold where it is not what their words are taken for.
    /// - Throws: `LedgerFailure`.
    package func rememberColumns(
        of header: [String], as mapping: [String: DonationColumn?], by author: Identifier
    ) async throws {
        let shape = DonationColumns.shape(of: header)
        guard !shape.isEmpty else { return }
        let fields = header.prefix(shape.count).map { word -> String? in
            let column: DonationColumn? = mapping[word] ?? DonationColumn.named(word)
            return column?.name
        }
        let remember = RememberImportMapping(
            signature: hash(of: shape), fields: fields, author: author,
            isByHand: !mapping.isEmpty)
        do {
            try await pool.transaction { _ = try await $0.run(remember) }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// 기억한 열. What was said last of the columns under such a header.
    /// - Returns: what they hold where it is not what their words are taken for; `nil` where it
    ///   always is, or what was said no longer fits.
    /// - Throws: `LedgerFailure`.
    package func rememberedColumns(of header: [String]) async throws -> [String: DonationColumn?]? {
        let shape = DonationColumns.shape(of: header)
        guard !shape.isEmpty,
            let fields = try await ask(ReadImportMapping(signature: hash(of: shape))).first
        else { return nil }
        var mapping: [String: DonationColumn?] = [:]
        var taken: Set<DonationColumn> = []
        for (word, field) in zip(header, fields) where !word.isEmpty {
            let column = DonationColumn.allCases.first { $0.name == field }
            // Another version knew other columns; two that hold the same nobody can read.
            guard column != nil || field == nil else { return nil }
            if let column, column != .remark, !taken.insert(column).inserted { return nil }
            guard column != DonationColumn.named(word) else { continue }
            mapping.updateValue(column, forKey: word)
        }
        return mapping.isEmpty ? nil : mapping
    }

    /// What a header is recognised by.
    private func hash(of shape: [String]) -> Hash256 {
        secret.header(CanonicalValue.array(shape.map(CanonicalValue.string)).bytes)
    }
}
