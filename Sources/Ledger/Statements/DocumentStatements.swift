import Hometown
import Postgres

struct InsertPlaces: Statement {
    static let sql = """
        INSERT INTO agreement_place (agreement_id, position, place_ko, place_en)
        SELECT $1::uuid, position, place_ko, place_en
        FROM unnest($2::text[], $3::text[]) WITH ORDINALITY
            AS added (place_ko, place_en, position)
        """
    let agreement: Identifier
    let places: [Bilingual]

    func bind(to parameters: inout Parameters) {
        parameters.append(agreement)
        parameters.append(places.map(\.korean))
        parameters.append(places.map(\.english))
    }
}

struct ReadPlaces: Statement {
    static let sql = """
        SELECT agreement_id, place_ko, place_en
        FROM agreement_place
        WHERE agreement_id = ANY ($1::uuid[])
        ORDER BY agreement_id, position
        """
    let agreements: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(agreements)
    }

    static func decode(
        _ row: inout RowReader
    ) throws -> (agreement: Identifier, place: Bilingual) {
        (try row.next(), Bilingual(try row.next(), try row.next()))
    }
}

struct InsertDocuments: Statement {
    static let sql = """
        INSERT INTO document (
            entry_id, position, agreement_id, kind, title_ko, title_en, link, sha256, credit,
            recorded_at)
        SELECT $1::bigint, position - 1, $2::uuid, kind, title_ko, title_en, link, sha256, credit,
            $3::timestamptz
        FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::text[])
            WITH ORDINALITY AS added (kind, title_ko, title_en, link, sha256, credit, position)
        """
    let number: Int64
    let agreement: Identifier
    let documents: [DocumentDraft]
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(agreement)
        parameters.append(recordedAt)
        parameters.append(documents.map(\.kind.rawValue))
        parameters.append(documents.map(\.title.korean))
        parameters.append(documents.map(\.title.english))
        parameters.append(documents.map(\.link))
        parameters.append(documents.map { $0.sha256.map { PostgresBytes($0) } })
        parameters.append(documents.map(\.credit))
    }
}

struct ReadDocuments: Statement {
    static let sql = """
        SELECT agreement_id, kind, title_ko, title_en, link, sha256, credit, recorded_at
        FROM document
        WHERE agreement_id = ANY ($1::uuid[])
        ORDER BY entry_id, position
        """
    let agreements: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(agreements)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedDocument {
        RecordedDocument(
            agreement: try row.next(), kind: try row.next(),
            title: Bilingual(try row.next(), try row.next()), link: try row.next(),
            sha256: try row.next(PostgresBytes?.self)?.bytes, credit: try row.next(),
            recordedAt: try row.next())
    }
}

struct InsertAgreementStatus: Statement {
    static let sql = """
        INSERT INTO agreement_status (
            entry_id, agreement_id, state, text_ko, text_en, happened_on, date_precision,
            recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::text, $4::text, $5::text, $6::date, $7::text,
            $8::timestamptz)
        """
    let number: Int64
    let agreement: Identifier
    let status: AgreementStatusDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(agreement)
        parameters.append(status.state.rawValue)
        parameters.append(status.text?.korean)
        parameters.append(status.text?.english)
        parameters.append(status.happenedOn?.date)
        parameters.append(status.happenedOn?.precision.rawValue)
        parameters.append(recordedAt)
    }
}

struct ReadAgreementStatuses: Statement {
    static let sql = """
        SELECT agreement_id, state, text_ko, text_en, happened_on, date_precision, recorded_at
        FROM agreement_status
        WHERE agreement_id = ANY ($1::uuid[])
        ORDER BY agreement_id, entry_id
        """
    let agreements: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(agreements)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedAgreementStatus {
        let agreement: Identifier = try row.next()
        let state: String = try row.next()
        let korean: String? = try row.next()
        let english: String? = try row.next()
        return RecordedAgreementStatus(
            agreement: agreement, state: state,
            text: korean.map { Bilingual($0, english ?? $0) },
            happenedOn: try EventDate.optional(in: &row), recordedAt: try row.next())
    }
}

/// Every agreement that leads to one of these, or to which one of these leads, step by step.
struct ReadChains: Statement {
    static let sql = """
        WITH RECURSIVE earlier (start, id) AS (
            SELECT id, id FROM unnest($1::uuid[]) AS asked (id)
            UNION
            SELECT earlier.start, agreement.predecessor_id
            FROM earlier
            JOIN agreement ON agreement.id = earlier.id
            WHERE agreement.predecessor_id IS NOT NULL
        ),
        later (start, id) AS (
            SELECT id, id FROM unnest($1::uuid[]) AS asked (id)
            UNION
            SELECT later.start, agreement.id
            FROM later
            JOIN agreement ON agreement.predecessor_id = later.id
        )
        SELECT step.start, agreement.id, agreement.entry_id, agreement.recorded_at,
            agreement.title_ko, agreement.title_en, agreement.signed_on,
            agreement.signed_precision, agreement.predecessor_id
        FROM (SELECT * FROM earlier UNION SELECT * FROM later) AS step
        JOIN agreement ON agreement.id = step.id
        ORDER BY step.start, agreement.signed_on, agreement.entry_id
        """
    let agreements: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(agreements)
    }

    static func decode(_ row: inout RowReader) throws -> ChainedAgreement {
        let start: Identifier = try row.next()
        let id: Identifier = try row.next()
        let number: Int64 = try row.next()
        let recordedAt: Instant = try row.next()
        let korean: String? = try row.next()
        let english: String? = try row.next()
        return ChainedAgreement(
            start: start, id: id, number: number, recordedAt: recordedAt,
            title: korean.map { Bilingual($0, english ?? $0) },
            signedOn: try EventDate(row: &row), predecessor: try row.next())
    }
}
