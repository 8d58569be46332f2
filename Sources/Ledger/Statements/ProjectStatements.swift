import Hometown
import Postgres

/// The projects that donations name, each open until its earliest end.
struct ReadNamedProjects: Statement {
    static let sql = """
        SELECT id, name_ko, name_en, government_id, purpose, open_from,
            least(open_to, (
                SELECT min(ends_on) FROM project_ending
                WHERE project_ending.project_id = project.id))
        FROM project
        WHERE id = ANY ($1::uuid[])
        """
    let ids: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(ids)
    }

    static func decode(_ row: inout RowReader) throws -> Project {
        Project(
            id: try row.next(), name: Bilingual(try row.next(), try row.next()),
            government: try row.next(),
            purpose: Purpose(rawValue: try row.next()) ?? .otherWelfare,
            openFrom: try row.next(), openTo: try row.next())
    }
}

extension ReadNamedProjects {
    /// By id. No donation names one: nothing is asked.
    static func run(
        for drafts: some Sequence<DonationDraft>, in transaction: Transaction
    ) async throws -> [Identifier: Project] {
        let named = Set(drafts.compactMap(\.project))
        guard !named.isEmpty else { return [:] }
        let projects = try await transaction.run(ReadNamedProjects(ids: named.sorted()))
        return Dictionary(uniqueKeysWithValues: projects.map { ($0.id, $0) })
    }
}
