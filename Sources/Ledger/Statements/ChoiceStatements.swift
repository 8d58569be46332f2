import Hometown
import Postgres

struct InsertChoice: Statement {
    static let sql = """
        INSERT INTO claim_choice (
            entry_id, id, subject_id, attribute, claim_entry_id, claim_position, reason,
            author_id, person_id, happened_on, date_precision, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::text, $5::bigint, $6::smallint, $7::text,
            $8::uuid, $9::uuid, $10::date, $11::text, $12::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let draft: ChoiceDraft
    let author: Identifier
    let person: Identifier?
    let happenedOn: EventDate?
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(draft.subject)
        parameters.append(draft.attribute)
        parameters.append(draft.claim?.entry)
        parameters.append(draft.claim?.position)
        parameters.append(draft.reason)
        parameters.append(author)
        parameters.append(person)
        parameters.append(happenedOn?.date)
        parameters.append(happenedOn?.precision.rawValue)
        parameters.append(recordedAt)
    }
}

/// Whether there is something that claims can be about.
struct FindSubject: Statement {
    static let sql = """
        SELECT EXISTS (SELECT FROM participation WHERE id = $1::uuid)
            OR EXISTS (SELECT FROM nomination WHERE id = $1::uuid)
            OR EXISTS (SELECT FROM person WHERE id = $1::uuid)
            OR EXISTS (SELECT FROM relay WHERE id = $1::uuid)
            OR EXISTS (SELECT FROM agreement WHERE id = $1::uuid)
            OR EXISTS (SELECT FROM exchange WHERE id = $1::uuid)
            OR EXISTS (SELECT FROM donation WHERE id = $1::uuid)
        """
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> Bool {
        try row.next()
    }
}

/// The relays in which a participation, a nomination or a person stands.
struct FindTouchedRelays: Statement {
    static let sql = """
        SELECT relay_id FROM participation WHERE id = $1::uuid OR person_id = $1::uuid
        UNION
        SELECT relay_id FROM nomination WHERE id = $1::uuid OR nominee_id = $1::uuid
        UNION
        SELECT participation.relay_id
        FROM claim_choice
        JOIN participation ON participation.id = claim_choice.subject_id
        WHERE claim_choice.person_id = $1::uuid
        UNION
        SELECT nomination.relay_id
        FROM claim_choice
        JOIN nomination ON nomination.id = claim_choice.subject_id
        WHERE claim_choice.person_id = $1::uuid
        """
    let subject: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(subject)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

struct ReadClaim: Statement {
    static let sql = """
        SELECT subject_id, attribute, value
        FROM claim
        WHERE entry_id = $1::bigint AND position = $2::smallint
        """
    let place: ChoiceDraft.ClaimPlace

    struct Row: Sendable {
        let subject: Identifier
        let attribute: String?
        let value: String?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(place.entry)
        parameters.append(place.position)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(subject: try row.next(), attribute: try row.next(), value: try row.next())
    }
}

/// Whether somebody is on record and not read as somebody else.
struct FindRoot: Statement {
    static let sql = """
        SELECT EXISTS (SELECT FROM person WHERE id = $1::uuid)
            AND NOT EXISTS (
                SELECT FROM followed_choice
                WHERE subject_id = $1::uuid AND attribute = 'same_as' AND person_id IS NOT NULL)
        """
    let person: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(person)
    }

    static func decode(_ row: inout RowReader) throws -> Bool {
        try row.next()
    }
}

/// What was made of claims that name a day, oldest first: `ledger verify` reads those days again.
struct ReadDatedChoices: Statement {
    static let sql = """
        SELECT claim_choice.entry_id, claim_choice.recorded_at, claim_choice.attribute,
            claim.value, claim_choice.happened_on, claim_choice.date_precision
        FROM claim_choice
        LEFT JOIN claim
            ON claim.entry_id = claim_choice.claim_entry_id
                AND claim.position = claim_choice.claim_position
        WHERE claim_choice.attribute = 'on' OR claim_choice.happened_on IS NOT NULL
            OR claim_choice.date_precision IS NOT NULL
        ORDER BY claim_choice.entry_id
        """

    struct Row: Sendable {
        let number: Int64
        let recordedAt: Instant
        let attribute: String
        let value: String?
        /// As they stand, whether or not they make a day.
        let happenedOn: CivilDate?
        let precision: String?
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            number: try row.next(), recordedAt: try row.next(), attribute: try row.next(),
            value: try row.next(), happenedOn: try row.next(), precision: try row.next())
    }
}
