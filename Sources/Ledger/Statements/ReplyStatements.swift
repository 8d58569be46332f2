import Hometown
import Postgres

/// The last word on each nomination of a relay that has one, as a log of some size knows it.
struct ReadRepliesOfLog: Statement {
    static let sql = """
        SELECT nomination_id, reply
        FROM (
            SELECT DISTINCT ON (nomination_reply.nomination_id) nomination_reply.nomination_id,
                nomination_reply.reply
            FROM nomination_reply
            JOIN leaf ON leaf.entry_id = nomination_reply.entry_id
            WHERE nomination_reply.relay_id = $1::uuid AND leaf.log_index < $2::bigint
            ORDER BY nomination_reply.nomination_id, nomination_reply.entry_id DESC
        ) AS last
        WHERE last.reply <> 'open'
        """
    let relay: Identifier
    let logSize: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(relay)
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> (Identifier, Nomination.Reply) {
        let nomination: Identifier = try row.next()
        guard let reply = Nomination.Reply(rawValue: try row.next()) else {
            throw LedgerFailure.damaged
        }
        return (nomination, reply)
    }
}

struct InsertReply: Statement {
    static let sql = """
        INSERT INTO nomination_reply (
            entry_id, id, relay_id, nomination_id, reply, happened_on, date_precision,
            recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::date, $7::text,
            $8::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let draft: ReplyDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(draft.relay)
        parameters.append(draft.nomination)
        parameters.append(draft.kind.rawValue)
        parameters.append(draft.happenedOn?.date)
        parameters.append(draft.happenedOn?.precision.rawValue)
        parameters.append(recordedAt)
    }
}
