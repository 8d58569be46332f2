import Hometown
import Postgres

/// What is declared of these donors, and of others who are one human with them, each tie up to its
/// earliest end; and the offices that they hold. While neither is known of anybody, nothing is
/// looked up.
struct ReadInterests: Statement {
    static let sql = """
        SELECT asked.donor_id, declared.government_id, declared.relation, declared.valid_from,
            declared.valid_to
        FROM unnest(
            CASE WHEN EXISTS (SELECT FROM interest) OR EXISTS (SELECT FROM office)
                THEN $1::uuid[] ELSE '{}'::uuid[] END
        ) AS asked (donor_id)
        CROSS JOIN LATERAL (
            SELECT asked.donor_id
            UNION
            SELECT other.donor_id
            FROM joined_donor AS one
            JOIN joined_donor AS other ON other.person_id = one.person_id
            WHERE (SELECT EXISTS (SELECT FROM donor_joining))
                AND one.donor_id = asked.donor_id
        ) AS same
        CROSS JOIN LATERAL (
            (SELECT government_id, relation, valid_from,
                least(valid_to, (
                    SELECT min(ends_on) FROM interest_ending
                    WHERE interest_ending.interest_id = interest.id)) AS valid_to
            FROM interest
            WHERE interest.donor_id = same.donor_id
            ORDER BY entry_id
            LIMIT 1000)
            UNION ALL
            -- Whoever holds an office is employed there, under whichever key a gift names him.
            (SELECT office.government_id, 'employment',
                coalesce(office.held_from, office.known_on,
                    greatest(office.held_to, DATE '0001-01-02') - 1),
                coalesce(
                    \(OfficeTerm.heldTo),
                    CASE WHEN office.held_from IS NULL
                        THEN least(office.known_on, DATE '9999-12-30') + 1 END)
            FROM person
            JOIN office ON office.person_id = person.id
            \(OfficeTerm.join())
            WHERE person.donor_id = same.donor_id AND office.government_id IS NOT NULL
                AND coalesce(office.held_from, office.known_on, office.held_to) IS NOT NULL
                AND \(OfficeTerm.wasHeld)
            LIMIT 1000)
        ) AS declared
        """
    let donors: [Identifier]

    struct Row: Sendable {
        let donor: Identifier
        let interest: Interest
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(donors)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        let donor: Identifier = try row.next()
        let government: Int16 = try row.next()
        let relation = Interest.Relation(rawValue: try row.next()) ?? .other
        return Row(
            donor: donor,
            interest: Interest(
                government: government, relation: relation, validFrom: try row.next(),
                validTo: try row.next()))
    }
}

struct InsertInterest: Statement {
    static let sql = """
        INSERT INTO interest (
            entry_id, id, donor_id, government_id, relation, valid_from, valid_to, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::smallint, $5::text, $6::date, $7::date,
            $8::timestamptz)
        """
    let place: Book.Place
    let draft: InterestDraft
    let donor: Identifier
    let government: Int16
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(donor)
        parameters.append(government)
        parameters.append(draft.relation.rawValue)
        parameters.append(draft.validFrom)
        parameters.append(draft.validTo)
        parameters.append(recordedAt)
    }
}

struct InsertInterestEnding: Statement {
    static let sql = """
        INSERT INTO interest_ending (entry_id, id, interest_id, ends_on, reason, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::date, $5::text, $6::timestamptz)
        """
    let place: Book.Place
    let interest: Identifier
    let draft: EndingDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(interest)
        parameters.append(draft.endsOn)
        parameters.append(draft.reason)
        parameters.append(recordedAt)
    }
}

/// Declared interests in pages, in the order they were recorded. There is no filter by government
/// and none will come: it would list a government's own staff (Act, Art. 6).
struct ReadRecordedInterests: Statement {
    static let sql = """
        SELECT interest.id, interest.entry_id, interest.recorded_at, leaf.log_index, person.id,
            interest.government_id, interest.relation, interest.valid_from, interest.valid_to,
            ended.ends_on, ended.reason, personal.fields ->> 'note'
        FROM interest
        LEFT JOIN leaf ON leaf.entry_id = interest.entry_id
        LEFT JOIN person ON person.donor_id = interest.donor_id
        LEFT JOIN personal ON personal.entry_id = interest.entry_id
        LEFT JOIN LATERAL (
            SELECT ends_on, reason
            FROM interest_ending
            WHERE interest_ending.interest_id = interest.id
            ORDER BY ends_on, entry_id
            LIMIT 1
        ) AS ended ON true
        WHERE ($1::uuid IS NULL OR interest.id = $1::uuid)
            AND interest.entry_id > $2::bigint
        ORDER BY interest.entry_id
        LIMIT $3::int
        """
    let id: Identifier?
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedInterest {
        RecordedInterest(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), person: try row.next(), government: try row.next(),
            relation: Interest.Relation(rawValue: try row.next()) ?? .other,
            validFrom: try row.next(), validTo: try row.next(), endedOn: try row.next(),
            endingReason: try row.next(), note: try row.next())
    }
}
