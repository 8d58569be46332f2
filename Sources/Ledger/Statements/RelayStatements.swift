import Hometown
import Postgres

struct InsertRelay: Statement {
    static let sql = """
        INSERT INTO relay (
            entry_id, id, name_ko, name_en, started_by, nominations_per_participation, ends_on,
            goal, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::text, $4::text, $5::uuid, $6::smallint, $7::date, $8::int,
            $9::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let draft: RelayDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(draft.name.korean)
        parameters.append(draft.name.english)
        parameters.append(draft.startedBy)
        parameters.append(draft.nominationsPerParticipation)
        parameters.append(draft.endsOn)
        parameters.append(draft.goal)
        parameters.append(recordedAt)
    }
}

struct InsertParticipation: Statement {
    static let sql = """
        INSERT INTO participation (
            entry_id, id, relay_id, person_id, happened_on, date_precision, implied, origin,
            proof_link, proof_sha256, proof_captured_on, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::uuid, $5::date, $6::text, $7::boolean,
            $8::boolean, $9::text, $10::bytea, $11::date, $12::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let draft: ParticipationDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(draft.relay)
        parameters.append(draft.person)
        parameters.append(draft.happenedOn?.date)
        parameters.append(draft.happenedOn?.precision.rawValue)
        parameters.append(draft.isImplied)
        parameters.append(draft.isOrigin)
        parameters.append(draft.proof?.link)
        parameters.append(draft.proof?.sha256.map { PostgresBytes($0) })
        parameters.append(draft.proof?.capturedOn)
        parameters.append(recordedAt)
    }
}

struct InsertNomination: Statement {
    static let sql = """
        INSERT INTO nomination (
            entry_id, id, relay_id, participation_id, nominee_id, happened_on, date_precision,
            recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::date, $7::text,
            $8::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let draft: NominationDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(draft.relay)
        parameters.append(draft.participation)
        parameters.append(draft.nominee)
        parameters.append(draft.happenedOn?.date)
        parameters.append(draft.happenedOn?.precision.rawValue)
        parameters.append(recordedAt)
    }
}

struct InsertAnswers: Statement {
    static let sql = """
        INSERT INTO nomination_answer (nomination_id, relay_id, participation_id, entry_id)
        SELECT nomination_id, $1::uuid, $2::uuid, $3::bigint
        FROM unnest($4::uuid[]) AS answered (nomination_id)
        """
    let relay: Identifier
    let participation: Identifier
    let number: Int64
    let nominations: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(relay)
        parameters.append(participation)
        parameters.append(number)
        parameters.append(nominations)
    }
}

/// The name of a person whom the participation has nominated already.
struct FindNominee: Statement {
    static let sql = """
        SELECT coalesce(personal.fields ->> 'name_ko', '')
        FROM followed_nomination AS nomination
        JOIN person ON person.id = nomination.nominee_id
        LEFT JOIN personal ON personal.entry_id = person.entry_id
        WHERE nomination.participation_id = $1::uuid AND nomination.nominee_id = $2::uuid
        """
    let participation: Identifier
    let nominee: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(participation)
        parameters.append(nominee)
    }

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

/// Of these nominations, the ones that do not name this person.
struct ReadMisaddressed: Statement {
    static let sql = """
        SELECT id FROM followed_nomination
        WHERE id = ANY ($1::uuid[]) AND nominee_id <> $2::uuid
        """
    let nominations: [Identifier]
    let person: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(nominations)
        parameters.append(person)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

/// Of these nominations, the ones that were certainly made after a day: a month or a year begins on
/// its date, and "by" a date may be any earlier day.
struct FindLaterNominations: Statement {
    static let sql = """
        SELECT id FROM followed_nomination
        WHERE id = ANY ($1::uuid[]) AND happened_on > $2::date
            AND date_precision <> 'on_or_before'
        LIMIT 1
        """
    let nominations: [Identifier]
    let day: CivilDate

    func bind(to parameters: inout Parameters) {
        parameters.append(nominations)
        parameters.append(day)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

struct ReadRelays: Statement {
    static let sql = """
        SELECT relay.id, relay.entry_id, relay.recorded_at, leaf.log_index, name_ko, name_en,
            started_by, nominations_per_participation, ends_on, goal
        FROM relay
        LEFT JOIN leaf ON leaf.entry_id = relay.entry_id
        WHERE ($1::uuid IS NULL OR relay.id = $1::uuid) AND relay.entry_id > $2::bigint
        ORDER BY relay.entry_id
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

    static func decode(_ row: inout RowReader) throws -> RecordedRelay {
        RecordedRelay(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), name: Bilingual(try row.next(), try row.next()),
            startedBy: try row.next(), nominationsPerParticipation: try row.next(),
            endsOn: try row.next(), goal: try row.next())
    }
}

struct ReadParticipations: Statement {
    static let sql = """
        SELECT participation.id, participation.entry_id, participation.recorded_at,
            leaf.log_index, relay_id, person_id, happened_on, date_precision, implied, origin,
            proof_link, proof_sha256, proof_captured_on, personal.fields ->> 'comment',
            gifts.donations, gifts.recipients
        FROM followed_participation AS participation
        LEFT JOIN leaf ON leaf.entry_id = participation.entry_id
        LEFT JOIN personal ON personal.entry_id = participation.entry_id
        CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(donation.id ORDER BY donation.entry_id), '{}'::uuid[])
                    AS donations,
                coalesce(array_agg(donation.recipient_id ORDER BY donation.entry_id),
                    '{}'::smallint[]) AS recipients
            FROM participation_donation
            JOIN donation ON donation.id = participation_donation.donation_id
            WHERE participation_donation.participation_id = participation.id
                AND \(Settlement.isEven())
            LIMIT 1
        ) AS gifts
        WHERE relay_id = $1::uuid AND participation.entry_id > $2::bigint
        ORDER BY participation.entry_id
        LIMIT $3::int
        """
    let relay: Identifier
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(relay)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedParticipation {
        RecordedParticipation(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), relay: try row.next(), person: try row.next(),
            happenedOn: try EventDate.optional(in: &row), isImplied: try row.next(),
            isOrigin: try row.next(), proofLink: try row.next(),
            proofHash: try row.next(PostgresBytes?.self)?.bytes, proofCapturedOn: try row.next(),
            comment: try row.next(), donations: try row.next([Identifier].self),
            recipients: try row.next([Int16].self))
    }
}

/// The day of each run that has one.
struct ReadRunDays: Statement {
    static let sql = """
        SELECT id, happened_on, date_precision
        FROM followed_participation
        WHERE id = ANY ($1::uuid[]) AND happened_on IS NOT NULL
        """
    let runs: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(runs)
    }

    static func decode(_ row: inout RowReader) throws -> (run: Identifier, on: EventDate) {
        (try row.next(), try EventDate(row: &row))
    }
}

/// The day of the first nomination of each run that has one with a day.
struct ReadPassings: Statement {
    static let sql = """
        SELECT DISTINCT ON (participation_id) participation_id, happened_on, date_precision
        FROM followed_nomination
        WHERE participation_id = ANY ($1::uuid[]) AND happened_on IS NOT NULL
        ORDER BY participation_id, entry_id
        """
    let runs: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(runs)
    }

    static func decode(_ row: inout RowReader) throws -> (run: Identifier, on: EventDate) {
        (try row.next(), try EventDate(row: &row))
    }
}

struct ReadNominations: Statement {
    static let sql = """
        SELECT nomination.id, nomination.entry_id, nomination.recorded_at, leaf.log_index,
            nomination.relay_id, nomination.participation_id, nominee_id, happened_on,
            date_precision, answered_by, reply
        FROM followed_nomination AS nomination
        LEFT JOIN leaf ON leaf.entry_id = nomination.entry_id
        WHERE nomination.relay_id = $1::uuid AND nomination.entry_id > $2::bigint
            AND ($4::boolean
                OR nomination.id IN (
                    SELECT nomination_id
                    FROM nomination_answer
                    WHERE nomination_answer.participation_id = ANY ($5::uuid[])))
        ORDER BY nomination.entry_id
        LIMIT $3::int
        """
    let relay: Identifier
    /// Only those that one of these runs answered.
    var answeredBy: [Identifier]?
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(relay)
        parameters.append(after)
        parameters.append(rowsMax)
        parameters.append(answeredBy == nil)
        parameters.append(answeredBy ?? [])
    }

    static func decode(_ row: inout RowReader) throws -> RecordedNomination {
        RecordedNomination(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), relay: try row.next(), participation: try row.next(),
            nominee: try row.next(), happenedOn: try EventDate.optional(in: &row),
            answeredBy: try row.next(),
            reply: try row.next(String?.self).flatMap(Nomination.Reply.init(rawValue:)))
    }
}
