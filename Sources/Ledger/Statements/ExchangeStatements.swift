import Hometown
import Postgres

struct InsertExchange: Statement {
    static let sql = """
        INSERT INTO exchange (
            entry_id, id, occasion, happened_on, date_precision, agreement_id, note, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::text, $4::date, $5::text, $6::uuid, $7::text,
            $8::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let draft: ExchangeDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(draft.occasion.rawValue)
        parameters.append(draft.happenedOn.date)
        parameters.append(draft.happenedOn.precision.rawValue)
        parameters.append(draft.agreement)
        parameters.append(draft.note)
        parameters.append(recordedAt)
    }
}

struct InsertLeg: Statement {
    static let sql = """
        INSERT INTO leg (
            entry_id, id, exchange_id, giver_id, giver_department, recipient_id, happened_on,
            date_precision, people, amount, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::smallint, $5::text, $6::smallint, $7::date,
            $8::text, $9::int, $10::bigint, $11::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let exchange: Identifier
    let draft: LegDraft
    let giver: Int16
    let recipient: Int16
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(exchange)
        parameters.append(giver)
        parameters.append(draft.department)
        parameters.append(recipient)
        parameters.append(draft.happenedOn?.date)
        parameters.append(draft.happenedOn?.precision.rawValue)
        parameters.append(draft.people)
        parameters.append(draft.amount?.amount)
        parameters.append(recordedAt)
    }
}

struct ReadExchanges: Statement {
    static let sql = """
        SELECT exchange.id, exchange.entry_id, exchange.recorded_at, leaf.log_index, occasion,
            happened_on, date_precision, agreement_id, note
        FROM exchange
        LEFT JOIN leaf ON leaf.entry_id = exchange.entry_id
        WHERE ($1::uuid IS NULL OR exchange.id = $1::uuid) AND exchange.entry_id > $2::bigint
        ORDER BY exchange.entry_id
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

    static func decode(_ row: inout RowReader) throws -> RecordedExchange {
        RecordedExchange(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), occasion: try row.next(),
            happenedOn: try EventDate(row: &row), agreement: try row.next(),
            note: try row.next())
    }
}

struct ReadLegs: Statement {
    static let sql = """
        SELECT leg.exchange_id, leg.id, leg.giver_id, leg.giver_department, leg.recipient_id,
            leg.happened_on, leg.date_precision, leg.people, leg.amount,
            coalesce((SELECT array_agg(donation_id ORDER BY entry_id) FROM leg_donation
                WHERE leg_id = leg.id
                    AND (SELECT count(*) FROM settlement
                        WHERE settlement.donation_id = leg_donation.donation_id) % 2 = 0),
                '{}'::uuid[])
        FROM leg
        WHERE leg.exchange_id = ANY ($1::uuid[])
        ORDER BY leg.exchange_id, leg.entry_id
        """
    let exchanges: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(exchanges)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedLeg {
        RecordedLeg(
            exchange: try row.next(), id: try row.next(), from: try row.next(),
            department: try row.next(), to: try row.next(),
            happenedOn: try EventDate.optional(in: &row), people: try row.next(),
            amount: try row.next(), donations: try row.next([Identifier].self))
    }
}

/// The leg of an exchange that goes from one government to another.
struct FindLeg: Statement {
    static let sql = """
        SELECT id FROM leg
        WHERE exchange_id = $1::uuid AND giver_id = $2::smallint AND recipient_id = $3::smallint
        ORDER BY entry_id
        LIMIT 1
        """
    let exchange: Identifier
    let giver: Int16
    let recipient: Int16

    func bind(to parameters: inout Parameters) {
        parameters.append(exchange)
        parameters.append(giver)
        parameters.append(recipient)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}
