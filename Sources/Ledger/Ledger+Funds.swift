package import Hometown
import Postgres

extension Ledger {
    /// 기금 수치 등록. Records what a document says became of a year's money, or puts an earlier figure
    /// right by adding the one that takes its place.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: FundFigureDraft, request: Request) async throws -> Answer {
        try await write(
            request, content: draft.canonical, locks: draft.replaces.map { [$0.lockNumber] } ?? []
        ) { book in
            let problems = draft.problems(today: book.today)
            guard problems.isEmpty else { throw Refused(problems) }
            let draft = try await book.completed(draft)
            let revision = try await book.revision(of: draft)
            let place = try await book.add(
                .fundFigure, members: draft.members(revision: revision))
            _ = try await book.transaction.run(
                InsertFundFigure(
                    place: place, draft: draft, revision: revision, author: book.author.id,
                    recordedAt: book.recordedAt))
        }
    }

    /// 기금 수치. Fund figures in the order they were recorded.
    /// - Parameter after: the number of the entry the page starts after.
    /// - Throws: `LedgerFailure`.
    package func fundFigures(
        _ filter: FundFilter = FundFilter(), after: Int64 = 0, rowsMax: Int
    ) async throws -> [RecordedFundFigure] {
        try await read {
            try await Ledger.fundFigures(filter, after: after, rowsMax: rowsMax, in: $0)
        }
    }

    /// The same in a transaction that is open: for whoever sums a year up.
    static func fundFigures(
        _ filter: FundFilter, after: Int64 = 0, rowsMax: Int, in transaction: Transaction
    ) async throws -> [RecordedFundFigure] {
        try await transaction.run(
            ReadFundFigures(filter: filter, after: after, rowsMax: Int32(clamping: rowsMax)))
    }
}

extension Book {
    /// A use that names a project is a use for the project's purpose.
    fileprivate func completed(_ draft: FundFigureDraft) async throws -> FundFigureDraft {
        guard let id = draft.project else { return draft }
        let named = try await transaction.run(ReadNamedProjects(ids: [id]))
        guard let project = named.first else {
            throw Refused([.referenceUnknown(field: "project_id")])
        }
        var draft = draft
        draft.purpose = project.purpose
        return draft
    }

    /// How many figures stood in its place before.
    fileprivate func revision(of draft: FundFigureDraft) async throws -> Int32 {
        if let id = draft.replaces {
            let filter = FundFilter(id: id, year: draft.year)
            let found = try await Ledger.fundFigures(filter, rowsMax: 1, in: transaction)
            guard let replaced = found.first, replaced.figure == draft.figure else {
                throw Refused([.referenceUnknown(field: "replaces")])
            }
            guard replaced.replacedBy == nil else {
                throw Refused([.alreadyRecorded(field: "replaces")])
            }
            return replaced.revision + 1
        }
        return 0
    }
}
