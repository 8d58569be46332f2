import Hometown
import Postgres

/// What an entry's number or an id names, of the things that a donation can belong to.
struct FindBelonging: Statement {
    static let sql = """
        SELECT false, id, entry_id, recorded_at
        FROM exchange
        WHERE entry_id = $1::bigint OR id = $2::uuid
        UNION ALL
        SELECT true, id, entry_id, recorded_at
        FROM participation
        WHERE entry_id = $1::bigint OR id = $2::uuid
        LIMIT 1
        """
    let number: Int64?
    let id: Identifier?

    struct Row: Sendable {
        let isRun: Bool
        let id: Identifier
        let number: Int64
        let recordedAt: Instant

        var no: String {
            Entry.no(isRun ? .participation : .exchange, recordedAt: recordedAt, number: number)
        }
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            isRun: try row.next(), id: try row.next(), number: try row.next(),
            recordedAt: try row.next())
    }
}
