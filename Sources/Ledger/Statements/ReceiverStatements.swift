import Hometown
import Postgres

/// Receivers by name; all, or one.
struct ReadReceivers: Statement {
    static let sql = """
        SELECT receiver.id, name, kind, address, schedules, formats, is_on, secret_no,
            (SELECT count(*) FROM delivery
                WHERE receiver_id = receiver.id AND state = 'waiting'),
            (SELECT count(*) FROM delivery
                WHERE receiver_id = receiver.id AND state = 'given_up')
        FROM receiver
        WHERE $1::text IS NULL OR name = $1::text
        ORDER BY name
        """
    let name: String?

    func bind(to parameters: inout Parameters) {
        parameters.append(name)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedReceiver {
        let id: Int16 = try row.next()
        let (name, kind, address): (String, String, String) = (
            try row.next(), try row.next(), try row.next()
        )
        let (schedules, formats): ([String], [String]) = (try row.next(), try row.next())
        guard let kind = Receiver.Kind(rawValue: kind),
            let receiver = try? Receiver(
                name: name, kind: kind, address: address, schedules: schedules, formats: formats)
        else { throw LedgerFailure.damaged }
        return RecordedReceiver(
            id: id, receiver: receiver, isOn: try row.next(), secretNumber: try row.next(),
            waiting: try row.next(), givenUp: try row.next())
    }
}

/// A name that is taken adds no row.
struct InsertReceiver: Statement {
    static let sql = """
        INSERT INTO receiver (name, kind, address, schedules, formats)
        VALUES ($1::text, $2::text, $3::text, $4::text[], $5::text[])
        ON CONFLICT (name) DO NOTHING
        RETURNING id
        """
    let receiver: Receiver

    func bind(to parameters: inout Parameters) {
        parameters.append(receiver.name)
        parameters.append(receiver.kind.rawValue)
        parameters.append(receiver.address)
        parameters.append(receiver.schedules)
        parameters.append(receiver.formats)
    }

    static func decode(_ row: inout RowReader) throws -> Int16 {
        try row.next()
    }
}

struct SwitchReceiver: Statement {
    static let sql = "UPDATE receiver SET is_on = $2::boolean WHERE id = $1::smallint"
    let id: Int16
    let isOn: Bool

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(isOn)
    }
}

struct RenewReceiverSecret: Statement {
    static let sql = "UPDATE receiver SET secret_no = secret_no + 1 WHERE id = $1::smallint"
    let id: Int16

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }
}

struct InsertReceiverChange: Statement {
    static let sql = """
        INSERT INTO receiver_change (receiver_id, action, note, author_id)
        VALUES ($1::smallint, $2::text, $3::text, $4::uuid)
        """
    let receiver: Int16
    let action: RecordedReceiverChange.Action
    let note: String?
    let author: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(receiver)
        parameters.append(action.rawValue)
        parameters.append(note)
        parameters.append(author)
    }
}

/// Newest first.
struct ReadReceiverChanges: Statement {
    static let sql = """
        SELECT action, note, author.name, changed_at
        FROM receiver_change
        JOIN author ON author.id = receiver_change.author_id
        WHERE receiver_id = $1::smallint
        ORDER BY receiver_change.id DESC
        LIMIT $2::int
        """
    let receiver: Int16
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(receiver)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedReceiverChange {
        guard let action = RecordedReceiverChange.Action(rawValue: try row.next()) else {
            throw LedgerFailure.damaged
        }
        return RecordedReceiverChange(
            action: action, note: try row.next(), author: try row.next(),
            changedAt: try row.next())
    }
}
