import Hometown
import Postgres

/// The donor that a public person is, or who gave a donation, and every other donor who is the same
/// human.
struct FindDonors: Statement {
    /// The donors of `found (donor_id)`, and every other who is the same human as one of them.
    static let same = """
        SELECT donor_id FROM found
        UNION
        SELECT other.donor_id
        FROM found
        JOIN joined_donor AS one ON one.donor_id = found.donor_id
        JOIN joined_donor AS other ON other.person_id = one.person_id
        """

    static let sql = """
        WITH found (donor_id) AS (
            SELECT donor_id FROM person WHERE id = $1::uuid
            UNION ALL
            SELECT donor_id FROM donation WHERE id = $2::uuid
        )
        \(same)
        """
    let subject: ErasureDraft.Subject

    func bind(to parameters: inout Parameters) {
        switch subject {
        case .person(let person):
            parameters.append(person)
            parameters.append(Identifier?.none)
        case .donorOf(let donation):
            parameters.append(Identifier?.none)
            parameters.append(donation)
        }
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

/// Everything personal of one human: with the person's own entry, the donations, the declared
/// interests, what joined and parted the donors, the runs, the nominations that name the person,
/// and what was quoted of any of these. What was said when a donation was corrected, approved,
/// unlinked, taken in late or undone with its list goes, too: the reasons are free text, and new
/// values of fields stand beside them.
struct ErasePersonal: Statement {
    static let sql = """
        WITH gift AS (
            SELECT entry_id, id FROM donation WHERE donor_id = ANY ($1::uuid[])
        ), corrected AS (
            SELECT correction.entry_id, correction.id
            FROM gift
            JOIN correction ON correction.donation_id = gift.id
            UNION
            SELECT correction.entry_id, correction.id
            FROM gift
            JOIN settlement ON settlement.replacement_id = gift.id
            JOIN correction ON correction.id = settlement.correction_id
        ), named AS (
            SELECT entry_id, id FROM person WHERE donor_id = ANY ($1::uuid[])
        ), ran AS (
            SELECT participation.entry_id, participation.id
            FROM named
            JOIN participation ON participation.person_id = named.id
        ), nominated AS (
            SELECT nomination.entry_id, nomination.id
            FROM named
            JOIN nomination ON nomination.nominee_id = named.id
        )
        DELETE FROM personal
        WHERE entry_id IN (
            SELECT entry_id FROM named
            UNION ALL
            SELECT entry_id FROM gift
            UNION ALL
            SELECT entry_id FROM corrected
            UNION ALL
            SELECT approval.entry_id
            FROM corrected
            JOIN approval ON approval.correction_id = corrected.id
            UNION ALL
            SELECT late_approval.entry_id
            FROM gift
            JOIN late_entry ON late_entry.entry_id = gift.entry_id
            JOIN late_approval ON late_approval.id = late_entry.late_approval_id
            UNION ALL
            SELECT import_reversal.entry_id
            FROM gift
            JOIN import_range
                ON gift.entry_id BETWEEN import_range.first_entry AND import_range.last_entry
            JOIN import ON import.entry_id = import_range.import_entry
            JOIN import_reversal ON import_reversal.import_id = import.id
            UNION ALL
            SELECT entry_id FROM interest WHERE donor_id = ANY ($1::uuid[])
            UNION ALL
            SELECT entry_id FROM donor_joining WHERE donor_id = ANY ($1::uuid[])
            UNION ALL
            SELECT donor_parting.entry_id
            FROM donor_parting
            JOIN donor_joining ON donor_joining.id = donor_parting.joining_id
            WHERE donor_joining.donor_id = ANY ($1::uuid[])
                OR donor_joining.person_id IN (SELECT id FROM named)
            UNION ALL
            SELECT entry_id FROM ran
            UNION ALL
            SELECT entry_id FROM nominated
            UNION ALL
            SELECT nomination_reply.entry_id
            FROM nominated
            JOIN nomination_reply ON nomination_reply.nomination_id = nominated.id
            UNION ALL
            SELECT leg_donation.entry_id
            FROM gift
            JOIN leg_donation ON leg_donation.donation_id = gift.id
            JOIN entry ON entry.id = leg_donation.entry_id AND entry.kind = 'link'
            UNION ALL
            SELECT claim.entry_id
            FROM claim
            WHERE claim.subject_id IN (
                SELECT id FROM gift
                UNION ALL
                SELECT id FROM named
                UNION ALL
                SELECT id FROM ran
                UNION ALL
                SELECT id FROM nominated)
        )
        RETURNING entry_id
        """
    let donors: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(donors)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

struct InsertErasure: Statement {
    static let sql = """
        INSERT INTO erasure (entry_id, id, subject_id, reason, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::text, $5::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let draft: ErasureDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(draft.subject.id)
        parameters.append(draft.reason)
        parameters.append(recordedAt)
    }
}

struct InsertErasedEntries: Statement {
    static let sql = """
        INSERT INTO erased_entry (erasure_entry, erased_entry)
        SELECT $1::bigint, erased.number FROM unnest($2::bigint[]) AS erased (number)
        """
    let erasure: Int64
    let entries: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(erasure)
        parameters.append(entries)
    }
}
