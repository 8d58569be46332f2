import Postgres

struct SleepStatement: Statement {
    static let sql = "SELECT pg_sleep($1)::text"
    var seconds = 60.0

    func bind(to parameters: inout Parameters) {
        parameters.append(seconds)
    }

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

struct BackendStatement: Statement {
    static let sql = "SELECT pg_backend_pid()"

    static func decode(_ row: inout RowReader) throws -> Int32 {
        try row.next()
    }
}

/// `item (id bigint)` has a primary key named `item_pkey`.
struct InsertItem: Statement {
    static let sql = "INSERT INTO item (id, note) VALUES ($1, $2)"
    static let table = """
        CREATE TABLE item (
            id   bigint NOT NULL CONSTRAINT item_pkey PRIMARY KEY,
            note text,
            CONSTRAINT item_id_positive CHECK (id > 0)
        )
        """
    let id: Int64
    var note: String?

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(note)
    }
}

struct ItemIds: Statement {
    static let sql = "SELECT id FROM item ORDER BY id"

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

struct Divide: Statement {
    static let sql = "SELECT $1 / $2"
    let dividend: Int64
    let divisor: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(dividend)
        parameters.append(divisor)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// Sends a value every way there is and reads it back.
struct Echo<Value: PostgresValue & Hashable>: Statement {
    struct Row: Sendable, Hashable {
        let value: Value
        let optional: Value?
        let null: Value?
        let array: [Value]
        let withNulls: [Value?]
        let empty: [Value]
    }

    static var sql: String { "SELECT $1, $2, $3, $4, $5, $6" }
    let row: Row

    init(_ value: Value) {
        row = Row(
            value: value, optional: value, null: nil, array: [value, value],
            withNulls: [nil, value, nil], empty: [])
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(row.value)
        parameters.append(row.optional)
        parameters.append(row.null)
        parameters.append(row.array)
        parameters.append(row.withNulls)
        parameters.append(row.empty)
    }

    static func decode(_ reader: inout RowReader) throws -> Row {
        Row(
            value: try reader.next(), optional: try reader.next(), null: try reader.next(),
            array: try reader.next(), withNulls: try reader.next(), empty: try reader.next())
    }
}

/// What the server itself makes of a value, as text in its ISO form.
struct AsText<Value: PostgresValue>: Statement {
    static var sql: String { "SELECT $1::text" }
    let value: Value

    func bind(to parameters: inout Parameters) {
        parameters.append(value)
    }

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}
