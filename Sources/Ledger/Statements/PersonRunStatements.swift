import Hometown
import Postgres

/// A person's runs, newest first, each with the name of its relay.
struct ReadPersonRuns: Statement {
    static let sql = """
        \(columns)
        WHERE participation.person_id = $1::uuid
        ORDER BY participation.entry_id DESC
        LIMIT $2::int
        """

    fileprivate static let columns = """
        SELECT participation.id, participation.entry_id, participation.recorded_at,
            participation.relay_id, relay.name_ko, relay.name_en, participation.happened_on,
            participation.date_precision
        FROM participation
        JOIN relay ON relay.id = participation.relay_id
        """
    let person: Identifier
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(person)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> PersonRun {
        PersonRun(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            relay: try row.next(), relayName: Bilingual(try row.next(), try row.next()),
            happenedOn: try EventDate.optional(in: &row))
    }
}

/// One run, whoever's it is.
struct FindPersonRun: Statement {
    static let sql = """
        \(ReadPersonRuns.columns)
        WHERE participation.id = $1::uuid
        """
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> PersonRun {
        try ReadPersonRuns.decode(&row)
    }
}

struct ReadOpenNominations: Statement {
    static let sql = """
        SELECT nomination.id, nomination.relay_id, relay.name_ko, relay.name_en,
            nomination.nominee_id, personal.fields ->> 'name_ko', personal.fields ->> 'name_en',
            nomination.happened_on, nomination.date_precision
        FROM followed_nomination AS nomination
        JOIN relay ON relay.id = nomination.relay_id
        LEFT JOIN person ON person.id = nomination.nominee_id
        LEFT JOIN personal ON personal.entry_id = person.entry_id
        WHERE nomination.answered_by IS NULL
            AND coalesce(nomination.reply, 'accepted') = 'accepted'
        ORDER BY nomination.happened_on NULLS LAST, nomination.entry_id
        LIMIT $1::int
        """
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> OpenNomination {
        let (id, relay): (Identifier, Identifier) = (try row.next(), try row.next())
        let relayName = Bilingual(try row.next(), try row.next())
        let nominee: Identifier = try row.next()
        let (korean, english): (String?, String?) = (try row.next(), try row.next())
        return OpenNomination(
            id: id, relay: relay, relayName: relayName, nominee: nominee,
            name: korean.map { Bilingual($0, english ?? $0) },
            happenedOn: try EventDate.optional(in: &row))
    }
}

/// The donor's index gives the rows.
struct FindPersonDonations: Statement {
    static let sql = """
        SELECT donation.id
        FROM donation
        WHERE donation.donor_id = (SELECT donor_id FROM person WHERE id = $1::uuid)
            AND ($3::boolean OR donation.donor_id = $1::uuid OR donation.origin = 'reported')
        ORDER BY donation.donated_on DESC, donation.entry_id DESC
        LIMIT $2::int
        """
    let person: Identifier
    let rowsMax: Int32
    /// Whether those count that the person gave in private, under a donor's key.
    let includesPrivate: Bool

    func bind(to parameters: inout Parameters) {
        parameters.append(person)
        parameters.append(rowsMax)
        parameters.append(includesPrivate)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}
