import Hometown
import Postgres

/// A donation with everything that a correction of it carries over. What is said of it never
/// changes; where it stands is read under its lock by `ReadSettlements`.
struct ReadCorrigible: Statement {
    static let sql = """
        SELECT donation.donor_id, donation.amount, donation.donated_on, donation.date_precision,
            donation.cap_year, donation.origin, person.id, personal.fields ->> 'name',
            personal.fields ->> 'residence', donation.natural_person, donation.own_name,
            donation.recipient_id, donation.channel, donation.channel_name,
            (SELECT leg_donation.leg_id
                FROM leg_donation
                WHERE leg_donation.donation_id = donation.id
                ORDER BY leg_donation.revision DESC
                LIMIT 1),
            participation_donation.participation_id, donation.disputed, donation.unlawful_ground,
            donation.interest, donation.purpose, donation.project_id, donation.gift_kind,
            donation.gift_value, donation.gift_wanted, donation.checks::text,
            donation.official_receipt_no
        FROM donation
        LEFT JOIN person ON person.donor_id = donation.donor_id
        LEFT JOIN personal ON personal.entry_id = donation.entry_id
        LEFT JOIN participation_donation ON participation_donation.donation_id = donation.id
        WHERE donation.id = $1::uuid
        """
    let donation: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(donation)
    }

    static func decode(_ row: inout RowReader) throws -> Corrigible {
        Corrigible(
            donor: try row.next(), amount: try row.next(Int64?.self).map { Won($0) },
            donatedOn: try EventDate(row: &row), capYear: try row.next(),
            origin: Origin(rawValue: try row.next()) ?? .reported, person: try row.next(),
            name: try row.next(), residence: try row.next(), isNaturalPerson: try row.next(),
            isInOwnName: try row.next(), recipient: try row.next(),
            channel: try row.next(String?.self).flatMap { Channel(rawValue: $0) },
            channelName: try row.next(), leg: try row.next(), participation: try row.next(),
            disputed: try row.next(),
            unlawful: try row.next(Int16?.self).flatMap { ReturnGround(rawValue: $0) },
            receiving: try RecordedReceiving(row: &row))
    }
}

/// What was found of the donor's home and employer when a donation was judged.
struct ReadDonorGrounds: Statement {
    static let sql = """
        SELECT personal.fields ->> 'residence',
            ARRAY(
                SELECT json_array_elements_text(said.members -> 'undetermined')::smallint),
            donation.disputed
        FROM donation
        JOIN entry ON entry.id = donation.entry_id
        CROSS JOIN LATERAL (SELECT convert_from(entry.bytes, 'UTF8')::json) AS said (members)
        LEFT JOIN personal ON personal.entry_id = donation.entry_id
        WHERE donation.id = $1::uuid
        """
    let donation: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(donation)
    }

    static func decode(_ row: inout RowReader) throws -> DonorGrounds {
        DonorGrounds(
            residence: try row.next(),
            undetermined: Set(
                try row.next([Int16].self).compactMap { Rule(rawValue: UInt8(clamping: $0)) }),
            disputed: try row.next())
    }
}

/// The last step of each of these donations; none of those nobody touched.
struct ReadSettlements: Statement {
    static let sql = """
        SELECT asked.id, last.step, last.outcome, last.correction_id, last.replacement_id
        FROM unnest($1::uuid[]) AS asked (id)
        CROSS JOIN LATERAL (
            SELECT step, outcome, correction_id, replacement_id
            FROM settlement
            WHERE settlement.donation_id = asked.id
            ORDER BY step DESC
            LIMIT 1
        ) AS last
        """
    let donations: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(donations)
    }

    static func decode(
        _ row: inout RowReader
    ) throws -> (donation: Identifier, settlement: Settlement) {
        (try row.next(), try Settlement(row: &row))
    }
}

extension Settlement {
    /// SQL, whether a donation is neither reversed nor returned: an even number of steps leaves it
    /// as it was recorded.
    /// - Parameters:
    ///   - donation: SQL of its id.
    ///   - size: SQL of a size of the log, whose steps alone count; `nil` for all there are.
    static func isEven(
        of donation: String = "donation.id", until size: String? = nil
    ) -> String {
        let known = size.map { " AND " + LogPart.holds("settlement.entry_id", until: $0) } ?? ""
        return "(SELECT count(*) FROM settlement WHERE settlement.donation_id = \(donation)"
            + "\(known)) % 2 = 0"
    }

    /// Reads step, outcome, correction and replacement from four columns.
    init(row: inout RowReader) throws {
        self.init(
            step: Int(try row.next(Int32.self)),
            outcome: Outcome(rawValue: try row.next()) ?? .open, correction: try row.next(),
            replacement: try row.next())
    }

    /// The same where all four may be NULL: nobody touched the donation.
    static func optional(in row: inout RowReader) throws -> Settlement {
        let step: Int32? = try row.next()
        let outcome: String? = try row.next()
        let (correction, replacement): (Identifier?, Identifier?) = (
            try row.next(), try row.next()
        )
        guard let step, let outcome else { return .untouched }
        return Settlement(
            step: Int(step), outcome: Outcome(rawValue: outcome) ?? .open,
            correction: correction, replacement: replacement)
    }
}

struct InsertCorrection: Statement {
    static let sql = """
        INSERT INTO correction (
            entry_id, id, donation_id, action, corrects_id, pending, changes, ground, donated,
            gift_value, amount, returned_on, receipt_recalled, author_id, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::text, $5::uuid, $6::boolean, $7::jsonb,
            $8::smallint, $9::bigint, $10::bigint, $11::bigint, $12::date, $13::boolean,
            $14::uuid, $15::timestamptz)
        """
    let place: Book.Place
    let draft: CorrectionDraft
    let subject: CorrectionSubject
    let isPending: Bool
    let author: Identifier
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        let isReturn = draft.action == .return
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(draft.donation)
        parameters.append(draft.action.rawValue)
        parameters.append(draft.corrects)
        parameters.append(isPending)
        parameters.append(draft.openChanges.map { PostgresJSON($0) })
        parameters.append(isReturn ? draft.ground?.rawValue : nil)
        parameters.append(isReturn ? subject.amount?.amount : nil)
        parameters.append(isReturn ? (subject.giftValue ?? .zero).amount : nil)
        parameters.append(isReturn ? draft.returnAmount(subject)?.amount : nil)
        parameters.append(isReturn ? draft.returnedOn : nil)
        parameters.append(draft.isReceiptRecalled)
        parameters.append(author)
        parameters.append(recordedAt)
    }
}

/// The steps that a correction takes, one row each.
struct InsertSettlements: Statement {
    static let sql = """
        INSERT INTO settlement (
            donation_id, step, outcome, correction_id, entry_id, replacement_id, recorded_at)
        SELECT donation_id, step, outcome, $1::uuid, $2::bigint, replacement_id, $3::timestamptz
        FROM unnest($4::uuid[], $5::int[], $6::text[], $7::uuid[])
            AS added (donation_id, step, outcome, replacement_id)
        ORDER BY donation_id, step
        """
    let correction: Identifier
    let number: Int64
    let recordedAt: Instant
    let steps: [SettlementStep]

    func bind(to parameters: inout Parameters) {
        parameters.append(correction)
        parameters.append(number)
        parameters.append(recordedAt)
        parameters.append(steps.map(\.donation))
        parameters.append(steps.map { Int32(clamping: $0.step) })
        parameters.append(steps.map(\.outcome.rawValue))
        parameters.append(steps.map(\.replacement))
    }
}

/// Takes from donor-years what no longer counts, under their locks. Adding is `AddToDonorYears`: a
/// row that is to be inserted may not be negative, even where it would only be added.
struct TakeFromDonorYears: Statement {
    static let sql = """
        UPDATE donor_year
        SET total = donor_year.total - taken.total,
            undisclosed = donor_year.undisclosed - taken.undisclosed
        FROM unnest($1::uuid[], $2::smallint[], $3::bigint[], $4::int[])
            AS taken (donor_id, year, total, undisclosed)
        WHERE donor_year.donor_id = taken.donor_id AND donor_year.year = taken.year
        """
    let years: [DonationSitting.DonorYear]
    let standings: [Standing]

    func bind(to parameters: inout Parameters) {
        parameters.append(years.map(\.donor))
        parameters.append(years.map(\.year))
        parameters.append(standings.map(\.recorded.amount))
        parameters.append(standings.map { Int32(clamping: $0.undisclosedCount) })
    }
}

/// The corrections of one donation, or one correction, oldest first.
struct ReadCorrections: Statement {
    static let sql = """
        SELECT correction.id, correction.entry_id, correction.recorded_at, leaf.log_index,
            correction.donation_id, correction.action, correction.corrects_id,
            correction.pending, correction.changes::text, correction.ground,
            correction.gift_value, correction.amount, correction.returned_on,
            correction.receipt_recalled, personal.fields ->> 'reason', author.name,
            approval.approved, approver.name, effect.step, effect.replacement_id
        FROM correction
        JOIN author ON author.id = correction.author_id
        LEFT JOIN approval ON approval.correction_id = correction.id
        LEFT JOIN author AS approver ON approver.id = approval.author_id
        LEFT JOIN leaf ON leaf.entry_id = correction.entry_id
        LEFT JOIN personal ON personal.entry_id = correction.entry_id
        LEFT JOIN LATERAL (
            SELECT step, replacement_id
            FROM settlement
            WHERE settlement.correction_id = correction.id
                AND settlement.donation_id = correction.donation_id
            ORDER BY step DESC
            LIMIT 1
        ) AS effect ON true
        WHERE ($1::uuid IS NULL OR correction.donation_id = $1::uuid)
            AND ($2::uuid IS NULL OR correction.id = $2::uuid)
        ORDER BY correction.entry_id
        """
    var donation: Identifier?
    var id: Identifier?

    func bind(to parameters: inout Parameters) {
        parameters.append(donation)
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedCorrection {
        RecordedCorrection(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), donation: try row.next(),
            action: CorrectionAction(rawValue: try row.next()) ?? .reverse,
            corrects: try row.next(), isPending: try row.next(), changes: try row.next(),
            ground: try row.next(Int16?.self).flatMap { ReturnGround(rawValue: $0) },
            giftValue: try row.next(Int64?.self).map { Won($0) },
            amount: try row.next(Int64?.self).map { Won($0) }, returnedOn: try row.next(),
            isReceiptRecalled: try row.next(), reason: try row.next(),
            author: try row.next(), isApproved: try row.next(), approver: try row.next(),
            step: try row.next(Int32?.self).map { Int($0) },
            replacement: try row.next())
    }
}
