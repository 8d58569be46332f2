import Hometown
import Postgres

// Each reads what waits through an index that has little else, counts it up to a limit, and gives
// the first of it.

/// Money unlawfully taken that has not gone back.
struct ReadOpenReturns: WorkStatement {
    static let sql = work(
        """
        SELECT donation.id, donation.entry_id, donation.recorded_at, donation.donated_on
        FROM donation
        WHERE donation.unlawful_ground IS NOT NULL AND \(Settlement.isEven())
        ORDER BY donation.entry_id
        """)
    static let kind = Entry.Kind.donation
}

/// What the world reports against a rule.
struct ReadDisputes: WorkStatement {
    static let sql = work(
        """
        SELECT donation.id, donation.entry_id, donation.recorded_at, donation.donated_on
        FROM donation
        WHERE donation.disputed IS NOT NULL AND \(Settlement.isEven())
        ORDER BY donation.entry_id
        """)
    static let kind = Entry.Kind.donation
}

/// Donations that went back while their official receipts did not.
struct ReadOutstandingReceipts: WorkStatement {
    static let sql = work(
        """
        SELECT donation.id, donation.entry_id, donation.recorded_at,
            (settlement.recorded_at AT TIME ZONE 'Asia/Seoul')::date
        FROM settlement
        JOIN donation ON donation.id = settlement.donation_id
        WHERE settlement.outcome = 'returned'
            AND NOT EXISTS (
                SELECT FROM settlement AS later
                WHERE later.donation_id = settlement.donation_id AND later.step > settlement.step)
            AND (donation.official_receipt_no IS NOT NULL OR EXISTS (
                SELECT FROM official_receipt
                WHERE official_receipt.donation_id = donation.id))
            AND NOT EXISTS (
                SELECT FROM official_receipt_recall
                WHERE official_receipt_recall.donation_id = donation.id)
        ORDER BY settlement.entry_id
        """)
    static let kind = Entry.Kind.donation
}

/// Donations of late that were taken in and have no official receipt.
struct ReadMissingReceipts: WorkStatement {
    static let sql = work(
        """
        SELECT donation.id, donation.entry_id, donation.recorded_at, donation.donated_on
        FROM donation
        WHERE donation.donated_on >= $3::date AND donation.origin = 'intake'
            AND donation.official_receipt_no IS NULL AND donation.unlawful_ground IS NULL
            AND (SELECT official_receipt.entry_id
                FROM official_receipt
                WHERE official_receipt.donation_id = donation.id
                LIMIT 1) IS NULL
            AND \(Settlement.isEven())
        ORDER BY donation.donated_on, donation.entry_id
        """)
    static let kind = Entry.Kind.donation
    let since: CivilDate

    func bindFurther(to parameters: inout Parameters) {
        parameters.append(since)
    }
}

/// Donations of late that another one of the same donor, recipient, day and amount came before.
struct ReadTwins: WorkStatement {
    static let sql = work(
        """
        SELECT donation.id, donation.entry_id, donation.recorded_at, donation.donated_on
        FROM donation
        WHERE donation.donated_on >= $3::date AND donation.date_precision = 'day'
            AND donation.disputed IS NULL AND \(Settlement.isEven())
            AND (SELECT min(twin.entry_id)
                FROM donation AS twin
                WHERE twin.donor_id = donation.donor_id
                    AND twin.donated_on = donation.donated_on
                    AND twin.recipient_id = donation.recipient_id
                    AND twin.amount = donation.amount
                    AND \(Settlement.isEven(of: "twin.id"))) < donation.entry_id
        ORDER BY donation.donated_on, donation.entry_id
        """)
    static let kind = Entry.Kind.donation
    let since: CivilDate

    func bindFurther(to parameters: inout Parameters) {
        parameters.append(since)
    }
}

/// Corrections that wait for a second person. Reopenings that do stand with their periods.
struct ReadPendingApprovals: WorkStatement {
    static let sql = work(
        """
        SELECT correction.id, correction.entry_id, correction.recorded_at,
            (correction.recorded_at AT TIME ZONE 'Asia/Seoul')::date
        FROM correction
        WHERE correction.pending AND NOT EXISTS (
            SELECT FROM approval WHERE approval.correction_id = correction.id)
        ORDER BY correction.entry_id
        """)
    static let kind = Entry.Kind.correction
}

/// Bars that began before a day and were not made public, but for those recorded by mistake.
struct ReadUnpublishedBars: WorkStatement {
    static let sql = work(
        """
        SELECT bar.id, bar.entry_id, bar.recorded_at, bar.valid_from
        FROM bar
        WHERE bar.published_on IS NULL AND bar.valid_from < $3::date AND NOT EXISTS (
            SELECT FROM bar_publication WHERE bar_publication.bar_id = bar.id)
            AND ((SELECT min(bar_ending.ends_on)
                FROM bar_ending
                WHERE bar_ending.bar_id = bar.id) <= bar.valid_from) IS NOT TRUE
        ORDER BY bar.valid_from, bar.entry_id
        """)
    static let kind = Entry.Kind.bar
    let before: CivilDate

    func bindFurther(to parameters: inout Parameters) {
        parameters.append(before)
    }
}

/// A sort of work: rows of id, entry, time of recording and the day since when it waits.
protocol WorkStatement: Statement where Row == WorkRow {
    static var kind: Entry.Kind { get }
    /// What stands after the two limits.
    func bindFurther(to parameters: inout Parameters)
}

extension WorkStatement {
    func bindFurther(to parameters: inout Parameters) {}

    func bind(to parameters: inout Parameters) {
        parameters.append(Worklist.countMax)
        parameters.append(Worklist.firstMax)
        bindFurther(to: &parameters)
    }

    static func decode(_ row: inout RowReader) throws -> WorkRow {
        let (id, number, recordedAt): (Identifier, Int64, Instant) = (
            try row.next(), try row.next(), try row.next()
        )
        return WorkRow(
            id: id, no: Entry.no(kind, recordedAt: recordedAt, number: number),
            since: try row.next(), count: try row.next())
    }

    /// Looks for no more than can be told, and counts that.
    /// - Parameter found: in an order, so that of a backlog the first are told, and each time the
    ///   same: one in which an index gives it, except of bars, which are few.
    fileprivate static func work(_ found: String) -> String {
        """
        WITH found (id, entry_id, recorded_at, since) AS MATERIALIZED (
            \(found)
            LIMIT $1::bigint
        )
        SELECT id, entry_id, recorded_at, since, (SELECT count(*) FROM found)
        FROM found
        ORDER BY since, entry_id
        LIMIT $2::int
        """
    }
}
