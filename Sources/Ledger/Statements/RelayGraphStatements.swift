import Hometown
import Postgres

/// What the graph needs of a participation, and no more: there may be a million.
struct ReadRelayRuns: Statement {
    static let sql = """
        SELECT entry_id, id, person_id, happened_on, date_precision
        FROM followed_participation
        WHERE relay_id = $1::uuid AND entry_id > $2::bigint
        ORDER BY entry_id
        LIMIT $3::int
        """
    let relay: Identifier
    let after: Int64
    let rowsMax: Int32

    struct Row: Sendable {
        let number: Int64
        let id: Identifier
        let person: Identifier
        let happenedOn: EventDate?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(relay)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            number: try row.next(), id: try row.next(), person: try row.next(),
            happenedOn: try EventDate.optional(in: &row))
    }
}

/// The same of nominations.
struct ReadRelayNominations: Statement {
    static let sql = """
        SELECT nomination.entry_id, nomination.id, nomination.participation_id, nominee_id,
            happened_on, date_precision, answered_by, reply
        FROM followed_nomination AS nomination
        WHERE nomination.relay_id = $1::uuid AND nomination.entry_id > $2::bigint
        ORDER BY nomination.entry_id
        LIMIT $3::int
        """
    let relay: Identifier
    let after: Int64
    let rowsMax: Int32

    struct Row: Sendable {
        let number: Int64
        let nomination: Nomination
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(relay)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            number: try row.next(),
            nomination: Nomination(
                id: try row.next(), nominator: try row.next(), nominee: try row.next(),
                nominatedOn: try EventDate.optional(in: &row), answeredBy: try row.next(),
                reply: try row.next(String?.self).flatMap(Nomination.Reply.init(rawValue:))))
    }
}

/// An office of somebody who ran.
struct RunnerOffice: Sendable {
    let person: Identifier
    let office: Office
}

struct ReadRunnerOffices: Statement {
    static let sql = """
        SELECT person_id, title_ko, title_en, government_id, held_from, \(OfficeTerm.heldTo),
            known_on
        FROM office
        \(OfficeTerm.joinWithinLog)
        WHERE person_id IN (
            SELECT person_id FROM followed_participation WHERE relay_id = $1::uuid)
            AND \(KeepToLog.holds("office.entry_id")) AND \(OfficeTerm.wasHeld)
        """
    let relay: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(relay)
    }

    static func decode(_ row: inout RowReader) throws -> RunnerOffice {
        RunnerOffice(
            person: try row.next(),
            office: Office(
                title: Bilingual(try row.next(), try row.next()), government: try row.next(),
                validFrom: try row.next(), validTo: try row.next(), knownOn: try row.next()))
    }
}
