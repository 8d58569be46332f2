import Hometown
import Postgres

struct InsertUpload: Statement {
    static let sql = """
        INSERT INTO import_upload (id, author_id, file_name, bytes, reading)
        VALUES ($1::uuid, $2::uuid, $3::text, $4::bytea, $5::bytea)
        """
    let id: Identifier
    let author: Identifier
    let fileName: String?
    let bytes: [UInt8]
    let reading: [UInt8]

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(author)
        parameters.append(fileName)
        parameters.append(PostgresBytes(bytes))
        parameters.append(PostgresBytes(reading))
    }
}

/// Lists that nobody came back to.
struct DeleteEndedUploads: Statement {
    /// How long a list waits for its author.
    fileprivate static let keptFor = "interval '1 day'"

    static let sql =
        "DELETE FROM import_upload WHERE sent_at <= clock_timestamp() - \(keptFor)"
}

/// The oldest lists of the author, and of all, that leave no room for one of so many bytes.
struct MakeUploadRoom: Statement {
    static let sql = """
        WITH aged AS (
            SELECT id,
                author_id = $1::uuid AND row_number() OVER (
                    PARTITION BY author_id ORDER BY sent_at DESC, id DESC
                ) >= $3::int AS is_surplus,
                sum(octet_length(bytes)) OVER (ORDER BY sent_at DESC, id DESC) AS reached
            FROM import_upload
            WHERE bytes IS NOT NULL
        )
        DELETE FROM import_upload
        USING aged
        WHERE import_upload.id = aged.id
            AND (aged.is_surplus OR aged.reached + $2::bigint > $4::bigint)
        """
    let author: Identifier
    let bytes: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(author)
        parameters.append(bytes)
        parameters.append(Int32(ImportUpload.perAuthorMax))
        parameters.append(ImportUpload.bytesMax)
    }
}

/// A list of its own author's.
struct ReadUpload: Statement {
    static let sql = """
        SELECT id, sent_at, begun_at IS NOT NULL, import_id, bytes, file_name, reading
        FROM import_upload
        WHERE id = $1::uuid AND author_id = $2::uuid
            AND sent_at > clock_timestamp() - \(DeleteEndedUploads.keptFor)
        """
    let id: Identifier
    let author: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(author)
    }

    static func decode(_ row: inout RowReader) throws -> ImportUpload {
        let (id, sentAt, isBegun): (Identifier, Instant, Bool) = (
            try row.next(), try row.next(), try row.next()
        )
        let (listImport, bytes): (Identifier?, PostgresBytes?) = (try row.next(), try row.next())
        let (fileName, reading): (String?, PostgresBytes) = (try row.next(), try row.next())
        let state: ImportUpload.State =
            if let listImport {
                .recorded(listImport)
            } else {
                .waiting(
                    try ImportDraft(
                        bytes: bytes?.bytes ?? [], fileName: fileName, reading: reading.bytes))
            }
        return ImportUpload(id: id, sentAt: sentAt, isBegun: isBegun, state: state)
    }
}

/// Somebody's lists that are not recorded yet.
struct ReadWaitingImports: Statement {
    static let sql = """
        SELECT id, file_name, sent_at, sent_at + \(DeleteEndedUploads.keptFor),
            begun_at IS NOT NULL
        FROM import_upload
        WHERE author_id = $1::uuid AND import_id IS NULL
            AND sent_at > clock_timestamp() - \(DeleteEndedUploads.keptFor)
        ORDER BY sent_at DESC, id DESC
        """
    let author: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(author)
    }

    static func decode(_ row: inout RowReader) throws -> WaitingImport {
        WaitingImport(
            id: try row.next(), fileName: try row.next(), sentAt: try row.next(),
            keptUntil: try row.next(), isBegun: try row.next())
    }
}

/// How a list is to be read from here on, and whether it is to be recorded so.
struct SetUploadReading: Statement {
    static let sql = """
        UPDATE import_upload
        SET reading = $3::bytea, begun_at = CASE WHEN $4::boolean THEN clock_timestamp() END
        WHERE id = $1::uuid AND author_id = $2::uuid AND import_id IS NULL
        """
    let id: Identifier
    let author: Identifier
    let reading: [UInt8]
    let isBegun: Bool

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(author)
        parameters.append(PostgresBytes(reading))
        parameters.append(isBegun)
    }
}

/// It was recorded: nothing of the list is kept, nor how it was to be read, where the words over
/// its columns stand.
struct EmptyUpload: Statement {
    static let sql = """
        UPDATE import_upload
        SET import_id = $2::uuid, bytes = NULL, file_name = NULL,
            reading = convert_to('{}', 'UTF8')
        WHERE id = $1::uuid
        """
    let id: Identifier
    let listImport: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(listImport)
    }
}

struct DeleteUpload: Statement {
    static let sql = "DELETE FROM import_upload WHERE id = $1::uuid AND author_id = $2::uuid"
    let id: Identifier
    let author: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(author)
    }
}
