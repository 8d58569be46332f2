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

/// The edition that a log of some size knows: the newest in it, and before any is in it the first.
struct ReadEditionOfLog: Statement {
    static let sql = """
        SELECT coalesce(max(entry_id) FILTER (WHERE log_index < $1::bigint), min(entry_id))
        FROM (
            SELECT government_edition.entry_id,
                (SELECT leaf.log_index FROM leaf
                    WHERE leaf.entry_id = government_edition.entry_id) AS log_index
            FROM government_edition
        ) AS edition
        """
    let size: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(size)
    }

    static func decode(_ row: inout RowReader) throws -> Int64? {
        try row.next()
    }
}

/// The units that stand in the tables now, however they came there.
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
        try Government(row: &row)
    }
}

/// The units as an edition had them; those that came later are not among them.
struct ReadGovernmentsOfEdition: Statement {
    static let sql = """
        SELECT government.id, code, name_ko, version.name_en, level, parent_id, valid_from,
            version.valid_to, version.iso3166_2,
            coalesce(
                (SELECT array_agg(successor_id ORDER BY successor_id)
                    FROM government_successor
                    WHERE government_successor.government_id = government.id
                        AND government_successor.edition <= $1::bigint),
                '{}'::smallint[])
        FROM government
        CROSS JOIN LATERAL (
            SELECT name_en, valid_to, iso3166_2
            FROM government_version
            WHERE government_version.government_id = government.id
                AND government_version.edition <= $1::bigint
            ORDER BY government_version.edition DESC
            LIMIT 1
        ) AS version
        ORDER BY government.id
        """
    let edition: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(edition)
    }

    static func decode(_ row: inout RowReader) throws -> Government {
        try Government(row: &row)
    }
}

extension Government {
    fileprivate convenience init(row: inout RowReader) throws {
        let id: Int16 = try row.next()
        let code: String = try row.next()
        let name = Bilingual(try row.next(), try row.next())
        guard let level = Level(rawValue: try row.next()) else { throw LedgerFailure.damaged }
        let parent: Int16? = try row.next()
        let validFrom: CivilDate = try row.next()
        let validTo: CivilDate? = try row.next()
        let iso: String? = try row.next()
        self.init(
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

/// What the edition says of a unit otherwise than the one before, beside all that was said earlier.
struct InsertGovernmentVersions: Statement {
    static let sql = """
        INSERT INTO government_version (government_id, edition, name_en, valid_to, iso3166_2)
        SELECT government.id, $1::bigint, government.name_en, government.valid_to,
            government.iso3166_2
        FROM government
        LEFT JOIN LATERAL (
            SELECT name_en, valid_to, iso3166_2
            FROM government_version
            WHERE government_version.government_id = government.id
            ORDER BY government_version.edition DESC
            LIMIT 1
        ) AS version ON true
        WHERE (government.name_en, government.valid_to, government.iso3166_2)
            IS DISTINCT FROM (version.name_en, version.valid_to, version.iso3166_2)
        """
    let edition: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(edition)
    }
}

struct WriteSuccessors: Statement {
    static let sql = """
        INSERT INTO government_successor (government_id, successor_id, edition)
        SELECT government_id, successor_id, $1::bigint
        FROM unnest($2::smallint[], $3::smallint[]) AS link (government_id, successor_id)
        ON CONFLICT DO NOTHING
        """
    let edition: Int64
    let governments: [Int16]
    let successors: [Int16]

    func bind(to parameters: inout Parameters) {
        parameters.append(edition)
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
