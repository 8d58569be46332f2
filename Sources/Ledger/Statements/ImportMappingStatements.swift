import Hometown
import Postgres
import Transparency

/// What was said last of the columns under a header.
struct ReadImportMapping: Statement {
    static let sql = """
        SELECT fields
        FROM import_mapping
        WHERE signature = $1::bytea
        """
    let signature: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(signature)
    }

    static func decode(_ row: inout RowReader) throws -> [String?] {
        try row.next()
    }
}

/// The latest counts. What nobody said by hand is not remembered, and yet it puts right what is.
struct RememberImportMapping: Statement {
    static let sql = """
        INSERT INTO import_mapping (signature, fields, author_id)
        SELECT $1::bytea, $2::text[], $3::uuid
        WHERE $4::boolean
            OR EXISTS (SELECT FROM import_mapping WHERE signature = $1::bytea)
        ON CONFLICT (signature) DO UPDATE SET
            fields = excluded.fields, author_id = excluded.author_id,
            remembered_at = excluded.remembered_at
        """
    let signature: Hash256
    let fields: [String?]
    let author: Identifier
    let isByHand: Bool

    func bind(to parameters: inout Parameters) {
        parameters.append(signature)
        parameters.append(fields)
        parameters.append(author)
        parameters.append(isByHand)
    }
}
