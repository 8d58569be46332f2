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
    /// - Parameter ids: what each donation names.
    static func run(
        for ids: some Sequence<Identifier?>, in transaction: Transaction
    ) async throws -> [Identifier: Project] {
        let named = Set(ids.compactMap(\.self))
        guard !named.isEmpty else { return [:] }
        let projects = try await transaction.run(ReadNamedProjects(ids: named.sorted()))
        return Dictionary(uniqueKeysWithValues: projects.map { ($0.id, $0) })
    }
}

/// Projects that a summary tells of, in a log of some size: some by the numbers of their entries,
/// and all that were open on one of its days.
struct ReadToldProjects: Statement {
    static let sql = """
        SELECT project.entry_id, project.recorded_at, name_ko, name_en, government_id, goal
        FROM project
        WHERE project.entry_id = ANY ($1::bigint[])
            OR ($5::smallint[] IS NULL OR project.government_id = ANY ($5::smallint[]))
                AND project.open_from <= $4::date
                AND (SELECT leaf.log_index FROM leaf WHERE leaf.entry_id = project.entry_id)
                    < $2::bigint
                AND (least(project.open_to, (
                    SELECT min(ends_on)
                    FROM project_ending
                    JOIN leaf ON leaf.entry_id = project_ending.entry_id
                    WHERE project_ending.project_id = project.id
                        AND leaf.log_index < $2::bigint)) > $3::date) IS NOT FALSE
        """
    let numbers: [Int64]
    let logSize: Int64
    let days: ClosedRange<CivilDate>
    /// Whose; `nil` for everybody's.
    let governments: [Int16]?

    struct Row: Sendable {
        let number: Int64
        let no: String
        let name: Bilingual
        let government: Int16
        let goal: Won?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
        parameters.append(logSize)
        parameters.append(days.lowerBound)
        parameters.append(days.upperBound)
        parameters.append(array: governments)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        let number: Int64 = try row.next()
        return Row(
            number: number,
            no: Entry.no(.project, recordedAt: try row.next(), number: number),
            name: Bilingual(try row.next(), try row.next()), government: try row.next(),
            goal: try row.next(Int64?.self).map { Won($0) })
    }
}

struct InsertProject: Statement {
    static let sql = """
        INSERT INTO project (
            entry_id, id, government_id, name_ko, name_en, purpose, open_from, open_to, goal,
            recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::smallint, $4::text, $5::text, $6::smallint, $7::date,
            $8::date, $9::bigint, $10::timestamptz)
        """
    let place: Book.Place
    let draft: ProjectDraft
    let government: Int16
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(government)
        parameters.append(draft.name.korean)
        parameters.append(draft.name.english)
        parameters.append(draft.purpose.rawValue)
        parameters.append(draft.openFrom)
        parameters.append(draft.openTo)
        parameters.append(draft.goal?.amount)
        parameters.append(recordedAt)
    }
}

struct InsertProjectEnding: Statement {
    static let sql = """
        INSERT INTO project_ending (entry_id, id, project_id, ends_on, reason, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::date, $5::text, $6::timestamptz)
        """
    let place: Book.Place
    let project: Identifier
    let draft: EndingDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(project)
        parameters.append(draft.endsOn)
        parameters.append(draft.reason)
        parameters.append(recordedAt)
    }
}

/// Projects in pages, in the order they were recorded, with what they raised: what is disputed, to
/// be returned or settled counts nowhere. The form of every donation lists them, so what they
/// raised is taken from what is folded of the years, with what came since.
struct ReadProjects: Statement {
    static let sql = """
        WITH \(StandingGifts.tail),
        raised AS MATERIALIZED (
            SELECT member AS number, sum(gifts)::bigint AS donations,
                sum(undisclosed)::bigint AS undisclosed, sum(amount)::bigint AS amount
            FROM (
                \(StandingGifts.folded(Facts.Facet.project.rawValue))
                UNION ALL
                SELECT (SELECT entry_id FROM project WHERE project.id = change.project_id), gifts,
                    amount, undisclosed
                FROM change
                WHERE change.project_id IS NOT NULL
            ) AS part
            GROUP BY member
        )
        SELECT project.id, project.entry_id, project.recorded_at, leaf.log_index,
            project.government_id, project.name_ko, project.name_en, project.purpose,
            project.open_from, project.open_to, project.goal, ended.ends_on, ended.reason,
            coalesce(raised.donations, 0), coalesce(raised.undisclosed, 0),
            coalesce(raised.amount, 0)
        FROM project
        LEFT JOIN leaf ON leaf.entry_id = project.entry_id
        LEFT JOIN LATERAL (
            SELECT ends_on, reason
            FROM project_ending
            WHERE project_ending.project_id = project.id
            ORDER BY ends_on, entry_id
            LIMIT 1
        ) AS ended ON true
        LEFT JOIN raised ON raised.number = project.entry_id
        WHERE ($1::uuid IS NULL OR project.id = $1::uuid)
            AND ($2::smallint IS NULL OR project.government_id = $2::smallint)
            AND ($3::date IS NULL OR (project.open_from <= $3::date
                AND (least(project.open_to, ended.ends_on) > $3::date) IS NOT FALSE))
            AND project.entry_id > $4::bigint
        ORDER BY project.entry_id
        LIMIT $5::int
        """
    let filter: ProjectFilter
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(filter.id)
        parameters.append(filter.government)
        parameters.append(filter.openOn)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedProject {
        RecordedProject(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), government: try row.next(),
            name: Bilingual(try row.next(), try row.next()),
            purpose: Purpose(rawValue: try row.next()) ?? .otherWelfare,
            openFrom: try row.next(), openTo: try row.next(),
            goal: try row.next(Int64?.self).map { Won($0) }, endedOn: try row.next(),
            endingReason: try row.next(),
            donations: try row.next(), undisclosed: try row.next(), amount: Won(try row.next()))
    }
}
