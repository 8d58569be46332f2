import Hometown
import Postgres

struct InsertAgreement: Statement {
    static let sql = """
        INSERT INTO agreement (
            entry_id, id, kind, title_ko, title_en, signed_on, signed_precision, signed_at,
            place_ko, place_en, predecessor_id, recorded_at, starts_on, ends_on, renewal)
        VALUES (
            $1::bigint, $2::uuid, $3::text, $4::text, $5::text, $6::date, $7::text,
            $8::timestamptz, $9::text, $10::text, $11::uuid, $12::timestamptz, $13::date,
            $14::date, $15::boolean)
        """
    let number: Int64
    let id: Identifier
    let draft: AgreementDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(draft.kind.rawValue)
        parameters.append(draft.title?.korean)
        parameters.append(draft.title?.english)
        parameters.append(draft.signedOn.date)
        parameters.append(draft.signedOn.precision.rawValue)
        parameters.append(draft.signedAt)
        parameters.append(draft.place?.korean)
        parameters.append(draft.place?.english)
        parameters.append(draft.predecessor)
        parameters.append(recordedAt)
        parameters.append(draft.startsOn)
        parameters.append(draft.endsOn)
        parameters.append(draft.isRenewal)
    }
}

struct InsertParties: Statement {
    static let sql = """
        INSERT INTO agreement_party (agreement_id, position, government_id, signatory_id)
        SELECT $1::uuid, position - 1, government_id, signatory_id
        FROM unnest($2::smallint[], $3::uuid[]) WITH ORDINALITY
            AS added (government_id, signatory_id, position)
        """
    let agreement: Identifier
    let governments: [Int16]
    let signatories: [Identifier?]

    func bind(to parameters: inout Parameters) {
        parameters.append(agreement)
        parameters.append(governments)
        parameters.append(signatories)
    }
}

struct InsertFields: Statement {
    static let sql = """
        INSERT INTO agreement_field (agreement_id, no, name_ko, name_en, note)
        SELECT $1::uuid, no, name_ko, name_en, note
        FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY
            AS added (name_ko, name_en, note, no)
        """
    let agreement: Identifier
    let fields: [AgreementDraft.Field]

    func bind(to parameters: inout Parameters) {
        parameters.append(agreement)
        parameters.append(fields.map(\.name.korean))
        parameters.append(fields.map(\.name.english))
        parameters.append(fields.map(\.note))
    }
}

/// Agreements by number of entry, newest last; one, or all after a number.
struct ReadAgreements: Statement {
    static let sql =
        matching + """

             AND agreement.entry_id > $2::bigint
            ORDER BY agreement.entry_id
            LIMIT $3::int
            """

    fileprivate static let matching = """
        SELECT agreement.id, agreement.entry_id, agreement.recorded_at, leaf.log_index, kind,
            title_ko, title_en, signed_on, signed_precision, signed_at, place_ko, place_en,
            predecessor_id,
            (SELECT array_agg(government_id ORDER BY position) FROM agreement_party
                WHERE agreement_id = agreement.id),
            (SELECT array_agg(signatory_id ORDER BY position) FROM agreement_party
                WHERE agreement_id = agreement.id),
            starts_on, ends_on, renewal
        FROM agreement
        LEFT JOIN leaf ON leaf.entry_id = agreement.entry_id
        WHERE ($1::uuid IS NULL OR agreement.id = $1::uuid)
            AND (NOT $4::boolean OR EXISTS (
                SELECT FROM agreement_party
                WHERE agreement_party.agreement_id = agreement.id
                    AND agreement_party.government_id = ANY ($5::smallint[])))
            AND ($6::text IS NULL OR EXISTS (
                SELECT FROM agreement_field
                WHERE agreement_field.agreement_id = agreement.id
                    AND (strpos(lower(name_ko), lower($6::text)) > 0
                        OR strpos(lower(name_en), lower($6::text)) > 0)))
            AND ($7::int IS NULL OR extract(year FROM signed_on) = $7::int)
            AND ($8::text IS NULL OR kind = $8::text)
        """
    let filter: AgreementFilter
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(filter.id)
        parameters.append(after)
        parameters.append(rowsMax)
        parameters.append(filter.units != nil)
        parameters.append(filter.units ?? [])
        parameters.append(filter.field)
        parameters.append(filter.year.map { Int32(clamping: $0) })
        parameters.append(filter.kind?.rawValue)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedAgreement {
        RecordedAgreement(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), kind: try row.next(), titleKorean: try row.next(),
            titleEnglish: try row.next(),
            signedOn: try EventDate(row: &row), signedAt: try row.next(),
            placeKorean: try row.next(), placeEnglish: try row.next(),
            predecessor: try row.next(), parties: try row.next([Int16].self),
            signatories: try row.next([Identifier?].self), startsOn: try row.next(),
            endsOn: try row.next(), isRenewal: try row.next())
    }
}

/// The same, from the newest before a number on.
struct ReadNewestAgreements: Statement {
    static let sql =
        ReadAgreements.matching + """

             AND agreement.entry_id < $2::bigint
            ORDER BY agreement.entry_id DESC
            LIMIT $3::int
            """
    let filter: AgreementFilter
    let before: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        ReadAgreements(filter: filter, after: before, rowsMax: rowsMax).bind(to: &parameters)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedAgreement {
        try ReadAgreements.decode(&row)
    }
}

struct ReadFields: Statement {
    static let sql = """
        SELECT agreement_id, no, name_ko, name_en, note
        FROM agreement_field
        WHERE agreement_id = ANY ($1::uuid[])
        ORDER BY agreement_id, no
        """
    let agreements: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(agreements)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedField {
        RecordedField(
            agreement: try row.next(), no: try row.next(),
            name: Bilingual(try row.next(), try row.next()), note: try row.next())
    }
}

struct CountAgreements: Statement {
    static let sql = """
        SELECT count(*)
        FROM agreement
        JOIN leaf ON leaf.entry_id = agreement.entry_id
        WHERE leaf.log_index < $1::bigint
        """
    let logSize: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// 1 when the agreement exists.
struct CountAgreement: Statement {
    static let sql = "SELECT count(*) FROM agreement WHERE id = $1::uuid"
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}
