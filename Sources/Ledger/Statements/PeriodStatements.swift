import Hometown
import Postgres

/// The closed periods, which are few.
struct ReadClosedPeriods: Statement {
    static let sql = """
        SELECT id, period, first_day, last_day FROM closed_period ORDER BY last_day DESC, entry_id
        """

    static func decode(_ row: inout RowReader) throws -> ClosedPeriod {
        ClosedPeriod(
            closing: try row.next(), period: try row.next(), first: try row.next(),
            last: try row.next())
    }
}

/// Waits for the donations on their way and makes others wait. It comes after the advisory locks,
/// which whoever corrects holds while he writes donations.
struct HoldDonations: Statement {
    static let sql = "SELECT hold_donations() IS NOT NULL"
}

/// The closings that stood in a log of some size, each with its place in it.
struct ReadClosings: Statement {
    static let sql = """
        SELECT closing.id, closing.period, closing.first_day, closing.last_day, leaf.log_index
        FROM period_closing AS closing
        JOIN leaf ON leaf.entry_id = closing.entry_id
        WHERE leaf.log_index < $1::bigint
            AND NOT EXISTS (
                SELECT FROM period_reopening
                JOIN approval ON approval.reopening_id = period_reopening.id
                JOIN leaf AS approved ON approved.entry_id = approval.entry_id
                WHERE period_reopening.closing_id = closing.id AND approval.approved
                    AND approved.log_index < $1::bigint)
        ORDER BY closing.first_day, closing.entry_id
        """
    let logSize: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> (period: ClosedPeriod, index: Int64) {
        let period = ClosedPeriod(
            closing: try row.next(), period: try row.next(), first: try row.next(),
            last: try row.next())
        return (period, try row.next())
    }
}

/// These approvals, each with what is left of it; of a period that is open again, nothing is.
struct ReadLateApprovals: Statement {
    static let sql = """
        SELECT late_approval.id, late_approval.author_id, closed_period.first_day,
            closed_period.last_day,
            late_approval.entries_max - (
                SELECT count(*)
                FROM late_entry
                WHERE late_entry.late_approval_id = late_approval.id)
        FROM late_approval
        JOIN closed_period ON closed_period.id = late_approval.closing_id
        WHERE late_approval.id = ANY ($1::uuid[])
        """
    let ids: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(ids)
    }

    static func decode(_ row: inout RowReader) throws -> LateApproval {
        LateApproval(
            id: try row.next(), approver: try row.next(), first: try row.next(),
            last: try row.next(), entriesLeft: Int(try row.next(Int64.self)))
    }
}

struct InsertClosing: Statement {
    static let sql = """
        INSERT INTO period_closing (
            entry_id, id, period, first_day, last_day, reason, author_id, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::text, $4::date, $5::date, $6::text, $7::uuid,
            $8::timestamptz)
        """
    let place: Book.Place
    let draft: ClosingDraft
    let author: Identifier
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(draft.period)
        parameters.append(draft.first)
        parameters.append(draft.last)
        parameters.append(draft.reason)
        parameters.append(author)
        parameters.append(recordedAt)
    }
}

struct InsertReopening: Statement {
    static let sql = """
        INSERT INTO period_reopening (entry_id, id, closing_id, reason, author_id, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::text, $5::uuid, $6::timestamptz)
        """
    let place: Book.Place
    let draft: ReopeningDraft
    let author: Identifier
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(draft.closing)
        parameters.append(draft.reason)
        parameters.append(author)
        parameters.append(recordedAt)
    }
}

struct InsertLateApproval: Statement {
    static let sql = """
        INSERT INTO late_approval (entry_id, id, closing_id, entries_max, author_id, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::smallint, $5::uuid, $6::timestamptz)
        """
    let place: Book.Place
    let draft: LateApprovalDraft
    let author: Identifier
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(draft.closing)
        parameters.append(draft.entriesMax)
        parameters.append(author)
        parameters.append(recordedAt)
    }
}

/// Donations that are added to closed periods, before the rows of the donations themselves, which
/// look for these.
struct InsertLateEntries: Statement {
    static let sql = """
        INSERT INTO late_entry (
            entry_id, late_approval_id, approver_id, entries_max, no, correction_id, author_id,
            recorded_at)
        SELECT added.entry_id, late_approval.id, late_approval.author_id,
            late_approval.entries_max,
            CASE WHEN late_approval.id IS NOT NULL THEN
                (SELECT count(*)
                    FROM late_entry
                    WHERE late_entry.late_approval_id = late_approval.id)
                + row_number() OVER (PARTITION BY late_approval.id ORDER BY added.entry_id)
                END,
            correction.id, coalesce(correction.author_id, added.author_id), $1::timestamptz
        FROM unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[])
            AS added (entry_id, approval_id, correction_id, author_id)
        LEFT JOIN late_approval ON late_approval.id = added.approval_id
        LEFT JOIN correction ON correction.id = added.correction_id
        """
    let recordedAt: Instant
    var numbers: [Int64] = []
    var approvals: [Identifier?] = []
    var corrections: [Identifier?] = []
    var authors: [Identifier] = []

    mutating func append(_ draft: DonationDraft, number: Int64, author: Identifier) {
        numbers.append(number)
        approvals.append(draft.lateApproval)
        corrections.append(draft.lateCorrection)
        authors.append(author)
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(recordedAt)
        parameters.append(numbers)
        parameters.append(approvals)
        parameters.append(corrections)
        parameters.append(authors)
    }
}

/// Closings in pages, newest first, each with the last that asked for it to be opened again.
struct ReadPeriods: Statement {
    static let sql = """
        SELECT closing.id, closing.entry_id, closing.recorded_at, leaf.log_index, closing.period,
            closing.first_day, closing.last_day, closing.reason, author.name,
            reopening.id, reopening.entry_id, reopening.recorded_at, reopening.reason,
            reopening.author, reopening.approved, reopening.approver, reopening.decided_at,
            (SELECT count(*)
                FROM late_entry
                JOIN donation ON donation.entry_id = late_entry.entry_id
                WHERE donation.donated_on BETWEEN closing.first_day AND closing.last_day
                    AND donation.entry_id > closing.entry_id)
        FROM period_closing AS closing
        JOIN author ON author.id = closing.author_id
        LEFT JOIN leaf ON leaf.entry_id = closing.entry_id
        LEFT JOIN LATERAL (
            SELECT period_reopening.id, period_reopening.entry_id, period_reopening.recorded_at,
                period_reopening.reason, asker.name AS author, approval.approved,
                approver.name AS approver, approval.recorded_at AS decided_at
            FROM period_reopening
            JOIN author AS asker ON asker.id = period_reopening.author_id
            LEFT JOIN approval ON approval.reopening_id = period_reopening.id
            LEFT JOIN author AS approver ON approver.id = approval.author_id
            WHERE period_reopening.closing_id = closing.id
            ORDER BY period_reopening.entry_id DESC
            LIMIT 1
        ) AS reopening ON true
        WHERE ($1::uuid IS NULL OR closing.id = $1::uuid)
            AND ($2::text IS NULL OR closing.period = $2::text)
            AND ($3::bigint IS NULL OR closing.entry_id < $3::bigint)
        ORDER BY closing.entry_id DESC
        LIMIT $4::int
        """
    var id: Identifier?
    var period: String?
    var before: Int64?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(period)
        parameters.append(before)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedPeriod {
        RecordedPeriod(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), period: try row.next(), first: try row.next(),
            last: try row.next(), reason: try row.next(), author: try row.next(),
            reopening: try reopening(&row), lateEntries: try row.next())
    }

    private static func reopening(
        _ row: inout RowReader
    ) throws -> RecordedPeriod.Reopening? {
        let (id, number, recordedAt): (Identifier?, Int64?, Instant?) = (
            try row.next(), try row.next(), try row.next()
        )
        let (reason, author): (String?, String?) = (try row.next(), try row.next())
        let (isApproved, approver): (Bool?, String?) = (try row.next(), try row.next())
        let decidedAt: Instant? = try row.next()
        guard let id, let number, let recordedAt else { return nil }
        return RecordedPeriod.Reopening(
            id: id, number: number, recordedAt: recordedAt, reason: reason ?? "",
            author: author ?? "", isApproved: isApproved, approver: approver,
            decidedAt: decidedAt)
    }
}

/// Leave that was given for one closing, newest first, and how much of it is used.
struct ReadLeave: Statement {
    static let sql = """
        SELECT late_approval.id, late_approval.entry_id, late_approval.recorded_at,
            late_approval.entries_max,
            (SELECT count(*)
                FROM late_entry
                WHERE late_entry.late_approval_id = late_approval.id),
            author.name, personal.fields ->> 'reason'
        FROM late_approval
        JOIN author ON author.id = late_approval.author_id
        LEFT JOIN personal ON personal.entry_id = late_approval.entry_id
        WHERE late_approval.closing_id = $1::uuid
        ORDER BY late_approval.entry_id DESC
        LIMIT $2::int
        """
    let closing: Identifier
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(closing)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedLateApproval {
        RecordedLateApproval(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            entriesMax: try row.next(), entriesUsed: try row.next(), author: try row.next(),
            reason: try row.next())
    }
}

/// Donations that were recorded into the days of one closing after it, newest first.
struct ReadLateEntries: Statement {
    static let sql = """
        SELECT donation.id, donation.entry_id, donation.recorded_at, donation.donated_on,
            donation.date_precision, donation.amount, late_entry.late_approval_id,
            late_entry.correction_id, author.name, approver.name
        FROM late_entry
        JOIN donation ON donation.entry_id = late_entry.entry_id
        JOIN period_closing AS closing ON closing.id = $1::uuid
            AND donation.donated_on BETWEEN closing.first_day AND closing.last_day
            AND donation.entry_id > closing.entry_id
        JOIN author ON author.id = late_entry.author_id
        LEFT JOIN approval ON approval.correction_id = late_entry.correction_id
        LEFT JOIN author AS approver
            ON approver.id = coalesce(late_entry.approver_id, approval.author_id)
        WHERE ($2::bigint IS NULL OR late_entry.entry_id < $2::bigint)
        ORDER BY late_entry.entry_id DESC
        LIMIT $3::int
        """
    let closing: Identifier
    let before: Int64?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(closing)
        parameters.append(before)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedLateEntry {
        RecordedLateEntry(
            donation: try row.next(), number: try row.next(), recordedAt: try row.next(),
            donatedOn: try EventDate(row: &row), amount: try row.next(Int64?.self).map { Won($0) },
            lateApproval: try row.next(), correction: try row.next(), author: try row.next(),
            approver: try row.next())
    }
}
