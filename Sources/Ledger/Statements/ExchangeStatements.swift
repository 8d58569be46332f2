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
            date_precision, people, amount, recorded_at, replaces)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::smallint, $5::text, $6::smallint, $7::date,
            $8::text, $9::int, $10::bigint, $11::timestamptz, $12::uuid)
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
        parameters.append(draft.replaces)
    }
}

struct ReadExchanges: Statement {
    static let sql =
        matching + """

             AND exchange.entry_id > $2::bigint
            ORDER BY exchange.entry_id
            LIMIT $3::int
            """

    fileprivate static let matching = """
        SELECT exchange.id, exchange.entry_id, exchange.recorded_at, leaf.log_index, occasion,
            happened_on, date_precision, agreement_id, note
        FROM exchange
        LEFT JOIN leaf ON leaf.entry_id = exchange.entry_id
        WHERE ($1::uuid IS NULL OR exchange.id = $1::uuid)
            AND ($4::uuid IS NULL OR exchange.agreement_id = $4::uuid)
            AND (NOT $5::boolean OR EXISTS (
                SELECT FROM leg
                WHERE leg.exchange_id = exchange.id
                    AND (leg.giver_id = ANY ($6::smallint[])
                        OR leg.recipient_id = ANY ($6::smallint[]))))
        """
    let filter: ExchangeFilter
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(filter.id)
        parameters.append(after)
        parameters.append(rowsMax)
        parameters.append(filter.agreement)
        parameters.append(filter.units != nil)
        parameters.append(filter.units ?? [])
    }

    static func decode(_ row: inout RowReader) throws -> RecordedExchange {
        RecordedExchange(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), occasion: try row.next(),
            happenedOn: try EventDate(row: &row), agreement: try row.next(),
            note: try row.next())
    }
}

/// The same, from the newest before a number on.
struct ReadNewestExchanges: Statement {
    static let sql =
        ReadExchanges.matching + """

             AND exchange.entry_id < $2::bigint
            ORDER BY exchange.entry_id DESC
            LIMIT $3::int
            """
    let filter: ExchangeFilter
    let before: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        ReadExchanges(filter: filter, after: before, rowsMax: rowsMax).bind(to: &parameters)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedExchange {
        try ReadExchanges.decode(&row)
    }
}

/// The legs of exchanges, as far as a log of a size knows them; of any size without one.
struct ReadLegs: Statement {
    static let sql = """
        SELECT leg.exchange_id, leg.id, leg.giver_id, leg.giver_department, leg.recipient_id,
            leg.happened_on, leg.date_precision, leg.people, leg.amount, leg.replaces
        FROM leg
        WHERE leg.exchange_id = ANY ($1::uuid[])
            AND \(LogPart.holds("leg.entry_id", until: "$2::bigint"))
        ORDER BY leg.exchange_id, leg.entry_id
        """
    let exchanges: [Identifier]
    let logSize: Int64?

    func bind(to parameters: inout Parameters) {
        parameters.append(exchanges)
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedLeg {
        RecordedLeg(
            exchange: try row.next(), id: try row.next(), from: try row.next(),
            department: try row.next(), to: try row.next(),
            happenedOn: try EventDate.optional(in: &row), people: try row.next(),
            amount: try row.next(), replaces: try row.next(), donations: [])
    }
}

/// What goes along the legs of exchanges by the last word about each donation, as far as a log of
/// a size knows it.
struct ReadLegGifts: Statement {
    static let sql = """
        SELECT link.leg_id, donation.id, donation.amount, donation.donated_on,
            donation.date_precision,
            donation.disputed IS NULL AND donation.unlawful_ground IS NULL
        FROM leg
        JOIN leg_donation AS link ON link.leg_id = leg.id
        JOIN donation ON donation.id = link.donation_id
        WHERE leg.exchange_id = ANY ($1::uuid[])
            AND \(LogPart.holds("link.entry_id", until: "$2::bigint"))
            AND NOT EXISTS (
                SELECT FROM leg_donation AS newer
                WHERE newer.donation_id = link.donation_id AND newer.revision > link.revision
                    AND \(LogPart.holds("newer.entry_id", until: "$2::bigint")))
            AND \(Settlement.isEven(until: "$2::bigint"))
        ORDER BY link.entry_id
        """
    let exchanges: [Identifier]
    let logSize: Int64?

    struct Row: Sendable {
        let leg: Identifier
        let donation: Identifier
        let amount: Int64?
        let donatedOn: EventDate
        let isStanding: Bool
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(exchanges)
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            leg: try row.next(), donation: try row.next(), amount: try row.next(),
            donatedOn: try EventDate(row: &row), isStanding: try row.next())
    }
}

/// The leg of an exchange that goes from one government to another, under whatever names, and that
/// no other mends.
struct FindLeg: Statement {
    static let sql = """
        SELECT leg.id
        FROM leg
        WHERE leg.exchange_id = $1::uuid AND leg.giver_id = ANY ($2::smallint[])
            AND leg.recipient_id = ANY ($3::smallint[])
            AND NOT EXISTS (SELECT FROM leg AS later WHERE later.replaces = leg.id)
        ORDER BY leg.entry_id
        LIMIT 1
        """
    let exchange: Identifier
    let givers: [Int16]
    let recipients: [Int16]

    func bind(to parameters: inout Parameters) {
        parameters.append(exchange)
        parameters.append(givers)
        parameters.append(recipients)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}
