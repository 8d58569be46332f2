package import Hometown
import Postgres

extension Ledger {
    /// 모금·접수 제한 등록. Records a period in which a government must not receive. What was recorded
    /// before stays as it is; from now on donations are judged by it.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: BarDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
            try book.refuseImpossible(draft.publishedOn, field: "published_on")
            let unit = try book.government(
                draft.government, on: draft.validFrom, field: "government")
            let place = try await book.add(.bar, members: draft.members(unit))
            _ = try await book.transaction.run(
                InsertBar(
                    place: place, draft: draft, government: unit.id, recordedAt: book.recordedAt))
        }
    }

    /// 제한 공표. Records that a bar was made public (Act 16, Decree 10).
    /// - Throws: `LedgerFailure`.
    package func publish(
        bar: Identifier, on day: CivilDate, request: Request
    ) async throws -> Answer {
        let members: [String: CanonicalValue?] = ["bar": .id(bar), "published_on": .date(day)]
        return try await write(request, content: .members(members)) { book in
            try book.refuseImpossible(day, field: "published_on")
            let known = try await book.transaction.run(
                ReadRecordedBars(id: bar, government: nil, after: 0, rowsMax: 1))
            guard let known = known.first else {
                throw Refused([.referenceUnknown(field: "bar")])
            }
            guard known.publishedOn == nil else {
                throw Refused([.alreadyRecorded(field: "published_on")])
            }
            let place = try await book.add(.barPublication, members: members)
            _ = try await book.transaction.run(
                InsertBarPublication(
                    place: place, bar: bar, publishedOn: day, recordedAt: book.recordedAt))
        }
    }

    /// 제한 해제. Ends a bar before its time; the earliest of its ends holds. What was refused
    /// meanwhile may be recorded from now on.
    /// - Throws: `LedgerFailure`.
    package func end(
        bar: Identifier, _ draft: EndingDraft, request: Request
    ) async throws -> Answer {
        let members = draft.members(of: .bar, bar)
        return try await write(request, content: .members(members)) { book in
            let place = try await book.add(.barEnding, members: members)
            _ = try await book.transaction.run(
                InsertBarEnding(
                    place: place, bar: bar, draft: draft, recordedAt: book.recordedAt))
        }
    }

    /// 모금·접수 제한. Bars in the order they were recorded.
    /// - Parameter after: the number of the entry the page starts after.
    /// - Throws: `LedgerFailure`.
    package func bars(
        id: Identifier? = nil, government: Int16? = nil, after: Int64 = 0, rowsMax: Int
    ) async throws -> [RecordedBar] {
        try await ask(
            ReadRecordedBars(
                id: id, government: government, after: after,
                rowsMax: Int32(clamping: rowsMax)))
    }
}
