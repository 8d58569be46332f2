package import Hometown
import Postgres

extension Ledger {
    /// 지정기부 사업 등록. Records a project of one government.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: ProjectDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
            let unit = try book.government(
                draft.government, on: draft.openFrom, field: "government")
            let place = try await book.add(.project, members: draft.members(unit))
            _ = try await book.transaction.run(
                InsertProject(
                    place: place, draft: draft, government: unit.id, recordedAt: book.recordedAt))
        }
    }

    /// 사업 종료. Ends a project; the earliest of its ends holds.
    /// - Throws: `LedgerFailure`.
    package func end(
        project: Identifier, _ draft: EndingDraft, request: Request
    ) async throws -> Answer {
        let members = draft.members(of: .project, project)
        return try await write(request, content: .members(members)) { book in
            let place = try await book.add(.projectEnding, members: members)
            _ = try await book.transaction.run(
                InsertProjectEnding(
                    place: place, project: project, draft: draft, recordedAt: book.recordedAt))
        }
    }

    /// 지정기부 사업. Projects in the order they were recorded.
    /// - Parameter after: the number of the entry the page starts after.
    /// - Throws: `LedgerFailure`.
    package func projects(
        _ filter: ProjectFilter = ProjectFilter(), after: Int64 = 0, rowsMax: Int
    ) async throws -> [RecordedProject] {
        try await ask(
            PlanByKeys(),
            ReadProjects(filter: filter, after: after, rowsMax: Int32(clamping: rowsMax)),
            PlanByKeys.End()
        ).1
    }
}
