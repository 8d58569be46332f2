import Hometown
import Postgres

struct InsertSource: Statement {
    static let sql = """
        INSERT INTO source (
            entry_id, id, outlet_ko, headline_ko, language, published_at, link, sha256,
            recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::text, $4::text, $5::text, $6::timestamptz, $7::text,
            $8::bytea, $9::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let draft: SourceDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(draft.outlet)
        parameters.append(draft.headline)
        parameters.append(draft.language.rawValue)
        parameters.append(draft.publishedAt)
        parameters.append(draft.link)
        parameters.append(draft.sha256.map { PostgresBytes($0) })
        parameters.append(recordedAt)
    }
}

/// How many of these sources exist.
struct CountSources: Statement {
    static let sql = "SELECT count(*) FROM source WHERE id = ANY ($1::uuid[])"
    let ids: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(ids)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// The claims of one entry; their quotes stand in `personal` under `quote_0`, `quote_1`, ….
struct InsertClaims: Statement {
    static let sql = """
        INSERT INTO claim (entry_id, position, source_id, subject_id, attribute, value)
        SELECT $1::bigint, position - 1, source_id, $2::uuid, attribute, value
        FROM unnest($3::uuid[], $4::text[], $5::text[]) WITH ORDINALITY
            AS added (source_id, attribute, value, position)
        """
    let number: Int64
    let subject: Identifier
    let claims: [ClaimDraft]

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(subject)
        parameters.append(claims.map(\.source))
        parameters.append(claims.map(\.attribute))
        parameters.append(claims.map(\.value))
    }
}

struct ReadClaims: Statement {
    static let sql = """
        SELECT claim.subject_id, source.id, source.outlet_ko, source.headline_ko,
            source.published_at, source.link, claim.attribute, claim.value,
            personal.fields ->> ('quote_' || claim.position), claim.entry_id, claim.position,
            choice.author, choice.recorded_at, choice.reason
        FROM claim
        JOIN source ON source.id = claim.source_id
        LEFT JOIN personal ON personal.entry_id = claim.entry_id
        LEFT JOIN LATERAL (
            SELECT claim_choice.claim_entry_id, claim_choice.claim_position,
                claim_choice.recorded_at, claim_choice.reason, author.name AS author
            FROM claim_choice
            JOIN author ON author.id = claim_choice.author_id
            WHERE claim_choice.subject_id = claim.subject_id
                AND claim_choice.attribute = claim.attribute
            ORDER BY claim_choice.entry_id DESC
            LIMIT 1
        ) AS choice
            ON choice.claim_entry_id = claim.entry_id AND choice.claim_position = claim.position
        WHERE claim.subject_id = ANY ($1::uuid[])
        ORDER BY claim.subject_id, claim.entry_id, claim.position
        """
    let subjects: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(subjects)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedClaim {
        RecordedClaim(
            subject: try row.next(), source: try row.next(), outlet: try row.next(),
            headline: try row.next(), publishedAt: try row.next(), link: try row.next(),
            attribute: try row.next(), value: try row.next(), quote: try row.next(),
            place: ChoiceDraft.ClaimPlace(entry: try row.next(), position: try row.next()),
            followed: try RecordedClaim.Choice(in: &row))
    }
}

extension RecordedClaim.Choice {
    /// `nil` where another claim is followed or none.
    fileprivate init?(in row: inout RowReader) throws {
        let author = try row.next(String?.self)
        let on = try row.next(Instant?.self)
        let reason = try row.next(String?.self)
        guard let author, let on, let reason else { return nil }
        self.init(author: author, on: on, reason: reason)
    }
}
