import Hometown
import Postgres
import Transparency

/// The newest edition of the registry, by the number of its entry.
struct ReadEdition: Statement {
    static let sql = "SELECT max(entry_id), count(*) FROM government_edition"

    static func decode(_ row: inout RowReader) throws -> Int64? {
        let edition: Int64? = try row.next()
        let _: Int64 = try row.next()
        return edition
    }
}

struct ReadGovernments: Statement {
    static let sql = """
        SELECT government.id, code, name_ko, name_en, level, parent_id, valid_from, valid_to,
            iso3166_2, coalesce(array_agg(successor_id ORDER BY successor_id)
                FILTER (WHERE successor_id IS NOT NULL), '{}'::smallint[])
        FROM government
        LEFT JOIN government_successor ON government_successor.government_id = government.id
        GROUP BY government.id
        ORDER BY government.id
        """

    static func decode(_ row: inout RowReader) throws -> Government {
        let id: Int16 = try row.next()
        let code: String = try row.next()
        let name = Bilingual(try row.next(), try row.next())
        guard let level = Government.Level(rawValue: try row.next()) else {
            throw LedgerFailure.damaged
        }
        let parent: Int16? = try row.next()
        let validFrom: CivilDate = try row.next()
        let validTo: CivilDate? = try row.next()
        let iso: String? = try row.next()
        return Government(
            id: id, code: code, name: name, level: level, parent: parent, validFrom: validFrom,
            validTo: validTo, successors: try row.next(), iso: iso)
    }
}

struct InsertEdition: Statement {
    static let sql = """
        INSERT INTO government_edition (entry_id, id, sha256, units, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::bytea, $4::int, $5::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let sha256: Hash256
    let units: Int32
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(sha256)
        parameters.append(units)
        parameters.append(recordedAt)
    }
}

/// Brings the registry to an edition: units are added and retired, never removed.
struct WriteGovernments: Statement {
    static let sql = """
        INSERT INTO government (
            id, code, name_ko, name_en, level, parent_id, valid_from, valid_to, iso3166_2, edition)
        SELECT id, code, name_ko, name_en, level, parent_id, valid_from, valid_to, iso3166_2,
            $1::bigint
        FROM unnest(
            $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[],
            $8::date[], $9::date[], $10::text[]
        ) AS unit (
            id, code, name_ko, name_en, level, parent_id, valid_from, valid_to, iso3166_2)
        ORDER BY level DESC, id
        ON CONFLICT (id) DO UPDATE
        SET name_en = excluded.name_en, valid_to = excluded.valid_to,
            iso3166_2 = excluded.iso3166_2, edition = excluded.edition
        """
    let edition: Int64
    let units: [Government]

    func bind(to parameters: inout Parameters) {
        parameters.append(edition)
        parameters.append(units.map(\.id))
        parameters.append(units.map(\.code))
        parameters.append(units.map(\.name.korean))
        parameters.append(units.map(\.name.english))
        parameters.append(units.map(\.level.rawValue))
        parameters.append(units.map(\.parent))
        parameters.append(units.map(\.validFrom))
        parameters.append(units.map(\.validTo))
        parameters.append(units.map(\.iso))
    }
}

struct WriteSuccessors: Statement {
    static let sql = """
        INSERT INTO government_successor (government_id, successor_id)
        SELECT government_id, successor_id
        FROM unnest($1::smallint[], $2::smallint[]) AS link (government_id, successor_id)
        ON CONFLICT DO NOTHING
        """
    let governments: [Int16]
    let successors: [Int16]

    func bind(to parameters: inout Parameters) {
        parameters.append(governments)
        parameters.append(successors)
    }
}

struct FindEdition: Statement {
    static let sql = "SELECT entry_id FROM government_edition WHERE sha256 = $1::bytea"
    let sha256: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(sha256)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}
