import Hometown
import Postgres

struct InsertOfficialReceipt: Statement {
    static let sql = """
        INSERT INTO official_receipt (entry_id, id, donation_id, no, issued_on, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::text, $5::date, $6::timestamptz)
        """
    let place: Book.Place
    let draft: OfficialReceiptDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(draft.donation)
        parameters.append(draft.no)
        parameters.append(draft.issuedOn)
        parameters.append(recordedAt)
    }
}

struct InsertOfficialReceiptRecall: Statement {
    static let sql = """
        INSERT INTO official_receipt_recall (
            entry_id, id, donation_id, recalled_on, reason, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::date, $5::text, $6::timestamptz)
        """
    let place: Book.Place
    let draft: OfficialReceiptRecallDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(draft.donation)
        parameters.append(draft.recalledOn)
        parameters.append(draft.reason)
        parameters.append(recordedAt)
    }
}

/// Donations that have an official receipt, in pages in the order of their entries: the number that
/// came with the donation, else the first that followed. Most donations may have none, so those
/// that do are found by what says so, and not by looking at each.
struct ReadOfficialReceipts: Statement {
    static let sql = """
        WITH page (entry_id) AS MATERIALIZED (
            (\(page(where: "donation.official_receipt_no IS NOT NULL")))
            UNION
            (\(page(where: """
                EXISTS (SELECT FROM official_receipt
                    WHERE official_receipt.donation_id = donation.id)
                """)))
        )
        SELECT donation.id, donation.entry_id, donation.recorded_at, leaf.log_index,
            coalesce(donation.official_receipt_no, later.no), later.issued_on,
            official_receipt_recall.recalled_on, official_receipt_recall.reason
        FROM page
        JOIN donation ON donation.entry_id = page.entry_id
        LEFT JOIN leaf ON leaf.entry_id = donation.entry_id
        LEFT JOIN LATERAL (
            SELECT no, issued_on
            FROM official_receipt
            WHERE official_receipt.donation_id = donation.id
            ORDER BY entry_id
            LIMIT 1
        ) AS later ON true
        LEFT JOIN official_receipt_recall
            ON official_receipt_recall.donation_id = donation.id
        ORDER BY donation.entry_id
        LIMIT $3::int
        """

    private static func page(where condition: String) -> String {
        """
        SELECT donation.entry_id
        FROM donation
        WHERE \(condition) AND ($1::uuid IS NULL OR donation.id = $1::uuid)
            AND donation.entry_id > $2::bigint
        ORDER BY donation.entry_id
        LIMIT $3::int
        """
    }

    let donation: Identifier?
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(donation)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedOfficialReceipt {
        RecordedOfficialReceipt(
            donation: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), receiptNo: try row.next(), issuedOn: try row.next(),
            recalledOn: try row.next(), recallReason: try row.next())
    }
}

/// When a donation was made; no row where there is none.
struct ReadDonationDate: Statement {
    static let sql = "SELECT donated_on, date_precision FROM donation WHERE id = $1::uuid"
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> EventDate {
        try EventDate(row: &row)
    }
}
