package import Hometown
import Postgres

extension Ledger {
    /// 출처 등록. Records an article or a notice that claims can name.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: SourceDraft, request: Request) async throws -> Answer {
        try await write(request, content: .object(draft.members)) { book in
            try book.refuseImpossible(draft.publishedAt?.koreanDate, field: "published_at")
            let place = try await book.add(.source, members: draft.members)
            _ = try await book.transaction.run(
                InsertSource(
                    number: place.number, id: place.id, draft: draft,
                    recordedAt: book.recordedAt))
        }
    }
}
