import Hometown
import Postgres

// What an edge list needs and adds: one array a column, whatever the length of the list.

/// Public persons by a name in either language, or by the number of their entry.
struct FindPeople: Statement {
    static let sql = """
        SELECT person.id, person.entry_id, person.recorded_at, NULL::bigint,
            personal.fields ->> 'name_ko', personal.fields ->> 'name_en'
        FROM person
        -- Public persons are few beside what is personal of donors.
        CROSS JOIN LATERAL (
            SELECT fields FROM personal WHERE personal.entry_id = person.entry_id LIMIT 1
        ) AS personal
        WHERE personal.fields ->> 'name_ko' = ANY ($1::text[])
            OR personal.fields ->> 'name_en' = ANY ($1::text[])
            OR person.entry_id = ANY ($2::bigint[])
        ORDER BY person.entry_id
        """
    let names: [String]
    let numbers: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(names)
        parameters.append(numbers)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedPerson {
        try ReadPeople.decode(&row)
    }
}

/// Sources by their address, the first of each.
struct FindSources: Statement {
    static let sql = """
        SELECT DISTINCT ON (link) link, id
        FROM source
        WHERE link = ANY ($1::text[])
        ORDER BY link, entry_id
        """
    let links: [String]

    func bind(to parameters: inout Parameters) {
        parameters.append(links)
    }

    static func decode(_ row: inout RowReader) throws -> (link: String, id: Identifier) {
        (try row.next(), try row.next())
    }
}

/// People whose donor is themselves.
struct InsertPeople: Statement {
    static let sql = """
        INSERT INTO person (entry_id, id, donor_id, recorded_at)
        SELECT number, id, id, $3::timestamptz
        FROM unnest($1::bigint[], $2::uuid[]) AS added (number, id)
        """
    let numbers: [Int64]
    let ids: [Identifier]
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
        parameters.append(ids)
        parameters.append(recordedAt)
    }
}

/// Offices that a list names in Korean alone, each known of one day.
struct InsertOffices: Statement {
    static let sql = """
        INSERT INTO office (
            entry_id, id, person_id, title_ko, title_en, government_id, constituency_ko,
            constituency_en, known_on, recorded_at)
        SELECT number, id, person_id, title, title, government_id, constituency, constituency,
            known_on, $8::timestamptz
        FROM unnest(
            $1::bigint[], $2::uuid[], $3::uuid[], $4::text[], $5::smallint[], $6::text[],
            $7::date[]) AS added (
            number, id, person_id, title, government_id, constituency, known_on)
        """
    let numbers: [Int64]
    let ids: [Identifier]
    let people: [Identifier]
    let titles: [String]
    let governments: [Int16?]
    let constituencies: [String?]
    let knownOn: [CivilDate]
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
        parameters.append(ids)
        parameters.append(people)
        parameters.append(titles)
        parameters.append(governments)
        parameters.append(constituencies)
        parameters.append(knownOn)
        parameters.append(recordedAt)
    }
}

/// Sources of which nothing is known but the address.
struct InsertLinkedSources: Statement {
    static let sql = """
        INSERT INTO source (entry_id, id, outlet_ko, language, link, recorded_at)
        SELECT number, id, outlet, 'ko', link, $5::timestamptz
        FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[])
            AS added (number, id, outlet, link)
        """
    let numbers: [Int64]
    let ids: [Identifier]
    let outlets: [String]
    let links: [String]
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
        parameters.append(ids)
        parameters.append(outlets)
        parameters.append(links)
        parameters.append(recordedAt)
    }
}

/// Participations that follow from nominations, each known of a year.
struct InsertRuns: Statement {
    static let sql = """
        INSERT INTO participation (
            entry_id, id, relay_id, person_id, happened_on, date_precision, implied, origin,
            recorded_at)
        SELECT number, id, $3::uuid, person_id, happened_on, 'year', true, false,
            $6::timestamptz
        FROM unnest($1::bigint[], $2::uuid[], $4::uuid[], $5::date[])
            AS added (number, id, person_id, happened_on)
        """
    let numbers: [Int64]
    let ids: [Identifier]
    let relay: Identifier
    let people: [Identifier]
    let dates: [CivilDate?]
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
        parameters.append(ids)
        parameters.append(relay)
        parameters.append(people)
        parameters.append(dates)
        parameters.append(recordedAt)
    }
}

struct InsertNominations: Statement {
    static let sql = """
        INSERT INTO nomination (
            entry_id, id, relay_id, participation_id, nominee_id, happened_on, date_precision,
            recorded_at)
        SELECT number, id, $3::uuid, participation_id, nominee_id, happened_on, date_precision,
            $8::timestamptz
        FROM unnest(
            $1::bigint[], $2::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::text[]) AS added (
            number, id, participation_id, nominee_id, happened_on, date_precision)
        """
    let numbers: [Int64]
    let ids: [Identifier]
    let relay: Identifier
    let participations: [Identifier]
    let nominees: [Identifier]
    let dates: [CivilDate]
    let precisions: [String]
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
        parameters.append(ids)
        parameters.append(relay)
        parameters.append(participations)
        parameters.append(nominees)
        parameters.append(dates)
        parameters.append(precisions)
        parameters.append(recordedAt)
    }
}

/// One claim an entry: the source supports it as a whole.
struct InsertSupports: Statement {
    static let sql = """
        INSERT INTO claim (entry_id, position, source_id, subject_id)
        SELECT number, 0, source_id, subject_id
        FROM unnest($1::bigint[], $2::uuid[], $3::uuid[])
            AS added (number, subject_id, source_id)
        """
    let numbers: [Int64]
    let subjects: [Identifier]
    let sources: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
        parameters.append(subjects)
        parameters.append(sources)
    }
}

struct InsertAnswerRows: Statement {
    static let sql = """
        INSERT INTO nomination_answer (nomination_id, relay_id, participation_id, entry_id)
        SELECT nomination_id, $1::uuid, participation_id, number
        FROM unnest($2::uuid[], $3::uuid[], $4::bigint[])
            AS added (nomination_id, participation_id, number)
        """
    let relay: Identifier
    let nominations: [Identifier]
    let participations: [Identifier]
    let numbers: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(relay)
        parameters.append(nominations)
        parameters.append(participations)
        parameters.append(numbers)
    }
}
