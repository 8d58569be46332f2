import Hometown
import Postgres

struct InsertApproval: Statement {
    static let sql = """
        INSERT INTO approval (
            entry_id, id, correction_id, reopening_id, summary_id, approved, requester_id,
            author_id, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::boolean, $7::uuid, $8::uuid,
            $9::timestamptz)
        """
    let place: Book.Place
    let draft: ApprovalDraft
    let request: RecordedApproval
    let author: Identifier
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        for kind in [Entry.Kind.correction, .periodReopening, .summary] {
            parameters.append(request.kind == kind ? draft.request : nil)
        }
        parameters.append(draft.verdict == .approve)
        parameters.append(request.requesterID)
        parameters.append(author)
        parameters.append(recordedAt)
    }
}

/// What waits or waited for a second person, newest first. Few corrections wait: an index has
/// those alone. Each comes as it was asked for: the changes that its entry shows and those that it
/// only commits to, its reason among them.
struct ReadApprovals: Statement {
    static let sql = """
        SELECT asked.id, asked.kind, asked.entry_id, asked.recorded_at, asked.author_id,
            author.name, asked.subject_id, asked.action,
            coalesce(asked.reason, opened.fields ->> 'reason'), asked.subject_id, asked.action,
            correction.corrects_id, said.names, said.texts, correction.ground,
            correction.amount, correction.returned_on, correction.receipt_recalled,
            approval.approved, approver.name, approval.recorded_at,
            decided.fields ->> 'reason', given.entry_id, given.recorded_at, closing.period
        FROM (
            SELECT id, 'correction' AS kind, entry_id, recorded_at, author_id,
                donation_id AS subject_id, action, NULL AS reason
            FROM correction
            WHERE pending
            UNION ALL
            SELECT id, 'period_reopening', entry_id, recorded_at, author_id, closing_id, 'reopen',
                reason
            FROM period_reopening
            UNION ALL
            SELECT summary.id, 'summary', summary.entry_id, summary.recorded_at, run.author_id,
                summary.id, 'file', NULL
            FROM summary
            JOIN run ON run.id = summary.run_id
            WHERE summary.id = $1::uuid
                OR summary.id IN (
                    SELECT summary_id
                    FROM approval
                    WHERE summary_id IS NOT NULL)
        ) AS asked
        JOIN author ON author.id = asked.author_id
        LEFT JOIN personal AS opened ON opened.entry_id = asked.entry_id
        LEFT JOIN correction ON correction.entry_id = asked.entry_id
        LEFT JOIN donation AS given
            ON asked.kind = 'correction' AND given.id = asked.subject_id
        LEFT JOIN period_closing AS closing
            ON asked.kind = 'period_reopening' AND closing.id = asked.subject_id
        CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(key ORDER BY key), '{}'::text[]) AS names,
                coalesce(array_agg(value ORDER BY key), '{}'::text[]) AS texts
            FROM jsonb_each_text(
                coalesce(correction.changes, '{}') || coalesce(opened.fields, '{}'))
        ) AS said
        LEFT JOIN approval
            ON coalesce(approval.correction_id, approval.reopening_id, approval.summary_id)
                = asked.id
        LEFT JOIN author AS approver ON approver.id = approval.author_id
        LEFT JOIN personal AS decided ON decided.entry_id = approval.entry_id
        WHERE ($1::uuid IS NULL OR asked.id = $1::uuid)
            AND ($2::text IS NULL OR $2::text = CASE approval.approved
                WHEN true THEN 'approved' WHEN false THEN 'rejected' ELSE 'pending' END)
            AND ($3::bigint IS NULL OR asked.entry_id < $3::bigint)
        ORDER BY asked.entry_id DESC
        LIMIT $4::int
        """
    var request: Identifier?
    var state: RecordedApproval.State?
    var before: Int64?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(request)
        parameters.append(state?.rawValue)
        parameters.append(before)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedApproval {
        let (request, kind): (Identifier, String) = (try row.next(), try row.next())
        let (number, recordedAt): (Int64, Instant) = (try row.next(), try row.next())
        let (requesterID, requester): (Identifier, String) = (try row.next(), try row.next())
        let (subject, action): (Identifier, String) = (try row.next(), try row.next())
        let reason: String? = try row.next()
        let correction = try CorrectionDraft(row: &row)
        let asked = Entry.Kind(rawValue: kind) ?? .periodReopening
        var approval = RecordedApproval(
            request: request, kind: asked, number: number, recordedAt: recordedAt,
            requesterID: requesterID, requester: requester, subject: subject, action: action,
            reason: reason, correction: asked == .correction ? correction : nil,
            isApproved: try row.next(), approver: try row.next(), decidedAt: try row.next(),
            decisionReason: try row.next())
        let (given, givenAt): (Int64?, Instant?) = (try row.next(), try row.next())
        approval.subjectName = try row.next()
        if let given, let givenAt {
            approval.subjectName = Entry.no(.donation, recordedAt: givenAt, number: given)
        }
        return approval
    }
}

extension CorrectionDraft {
    /// Reads donation, action, what it undoes, names and texts of what it says, and what it says of
    /// a return from nine columns.
    fileprivate init(row: inout RowReader) throws {
        self.init(
            donation: try row.next(),
            action: CorrectionAction(rawValue: try row.next()) ?? .reverse, reason: nil)
        corrects = try row.next()
        let (names, texts): ([String], [String]) = (try row.next(), try row.next())
        let said = zip(names, texts).map { (key: $0, value: $1) }
        reason = said.first { $0.key == "reason" }?.value
        changes = DonationFields(said.filter { $0.key != "reason" })
        ground = try row.next(Int16?.self).flatMap { ReturnGround(rawValue: $0) }
        amount = try row.next(Int64?.self).map { Won($0) }
        returnedOn = try row.next()
        isReceiptRecalled = try row.next()
    }
}
