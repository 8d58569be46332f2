import Hometown
import Postgres

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
