extension Scene {
    /// What a constraint is there to refuse, as statements that follow ``script``.
    struct Break: Sendable {
        let constraint: String
        let script: String
    }

    static let breaks: [Break] =
        donationBreaks + valueBreaks + receivingBreaks + correctionBreaks + relayBreaks
        + mutualBreaks + factBreaks + fundBreaks + periodBreaks + joiningBreaks + referenceBreaks

    /// The first of a constraint's statements; nothing for a name that is not listed.
    static func breaking(_ constraint: String) -> String {
        breaks.first { $0.constraint == constraint }?.script ?? ""
    }

    private static func gift(_ constraint: String, _ gift: Gift) -> Break {
        Break(constraint: constraint, script: gift.script)
    }

    private static let donationBreaks: [Break] = [
        gift("amount_invalid", Gift(to: 3, amount: 0)),
        gift("amount_invalid", Gift(to: 3, amount: -1)),
        gift("amount_invalid", Gift(to: 3, amount: nil)),
        gift("amount_invalid", Gift(to: 3, amount: 9_007_199_254_740_992)),
        gift("date_invalid", Gift(to: 3, precision: "month")),
        // It is New Year's Day in Korea.
        gift("donated_on_in_future", Gift(to: 3, on: "2024-01-02")),
        gift(
            "donated_on_in_future",
            Gift(to: 3, on: "2024-01-02", precision: "on_or_before", origin: "reported")),
        gift("before_scheme", Gift(to: 3, on: "2022-12-31")),
        gift("donor_not_natural_person", Gift(to: 3, isNaturalPerson: false)),
        gift("donor_not_in_own_name", Gift(to: 3, isInOwnName: false)),
        gift("donation_entry_exists", Gift(entry: 1_000, to: 3)),
        gift("donation_recipient_exists", Gift(to: 99)),
        gift("donation_recipient_exists", Gift(to: 99).disputed("over_annual_cap")),
        gift("donation_giver_exists", Gift(to: 3, from: 99)),
        gift("recipient_not_in_force", Gift(to: 4, on: "2023-07-01")),
        gift(
            "recipient_not_in_force",
            Gift(
                to: 4, on: "2023-07-01", precision: "month",
                origin: "reported")),
        gift("recipient_barred", Gift(to: 6, on: "2023-06-01")),
        gift("recipient_barred", Gift(to: 6, on: "2023-08-31")),
        gift(
            "recipient_barred",
            Gift(
                to: 6, on: "2023-07-01", precision: "month",
                origin: "reported")),
        gift("donor_residence_unknown", Gift(to: 3, residence: nil)),
        gift("donor_resides_in_recipient", Gift(to: 2)),
        gift("donor_resides_in_recipient", Gift(to: 3, residence: "36110")),
        gift("recipient_is_donors_metropolitan", Gift(to: 1)),
        gift("donor_employed_by_recipient", Gift(to: 3, from: 3)),
        Break(
            constraint: "over_annual_cap",
            script: """
                INSERT INTO donor_year (donor_id, year, total, undisclosed)
                VALUES (\(id("d1")), 2023, 100001, 0)
                ON CONFLICT (donor_id, year) DO UPDATE
                SET total = donor_year.total + excluded.total;
                """),
        Break(
            constraint: "over_annual_cap",
            script: """
                INSERT INTO donor_year (donor_id, year, total, undisclosed)
                VALUES (\(id("d1")), 2022, 1, 0);
                """),
    ]

    private static func gift(
        _ constraint: String, to recipient: Int = 3, on day: String = "2023-04-10",
        _ receiving: [String: String]
    ) -> Break {
        gift(constraint, Gift(to: recipient, on: day, receiving: receiving))
    }

    /// Values that no refusal speaks of, because nothing but a bug writes them.
    private static let valueBreaks: [Break] = [
        gift("donation_cap_year_is_the_date", ["cap_year": "2024"]),
        gift("donation_channel_known", ["channel": "'mail'"]),
        gift("donation_disputed_is_reported", Gift(to: 3, disputed: "over_annual_cap")),
        gift("donation_gift_kind_known", ["gift_kind": "'house'"]),
        gift("donation_gift_value_not_negative", ["gift_value": "-1"]),
        gift("donation_official_receipt_no_length", ["official_receipt_no": "''"]),
        gift("donation_official_receipt_no_length", ["official_receipt_no": "repeat('9', 201)"]),
        gift("donation_origin_known", Gift(to: 3, origin: "rumour")),
        gift("donation_precision_known", Gift(to: 3, precision: "week", origin: "reported")),
        gift("donation_purpose_known", ["purpose": "5"]),
        gift("donation_unlawful_ground_known", ["unlawful_ground": "8"]),
        gift(
            "donation_unlawful_is_intake",
            Gift(to: 3, origin: "reported", receiving: ["unlawful_ground": "1"])),
    ]

    private static let receivingBreaks: [Break] = [
        gift("donor_has_interest_in_recipient", ["interest": "true"]),
        gift("place_not_public", ["channel": "NULL"]),
        gift("place_not_public", ["channel": "'public_place'"]),
        gift("earmark_not_available", ["purpose": "1"]),
        gift("earmark_not_available", on: "2024-02-19", ["project_id": id("b3")]),
        gift("project_not_open", to: 6, on: "2024-05-01", ["project_id": id("b3")]),
        gift("project_not_open", on: "2024-05-01", ["project_id": id("b3"), "purpose": "2"]),
        gift("project_not_open", on: "2024-02-29", ["project_id": id("b4")]),
        gift("project_not_open", on: "2024-03-01", ["project_id": id("b3")]),
        gift("donation_project_exists", on: "2024-05-01", ["project_id": id("99")]),
        gift("gift_forbidden_kind", ["gift_kind": "'cash'"]),
        gift("gift_over_limit", ["gift_value": "3001"]),
        gift("gift_not_wanted", ["gift_value": "1", "gift_wanted": "false"]),
        gift("gift_not_wanted", ["gift_kind": "'local_product'", "gift_wanted": "false"]),
        gift("checks_incomplete", ["checks": "NULL"]),
        gift("checks_incomplete", ["checks": #"'{"pledge":"1"}'"#]),
        gift("checks_incomplete", ["checks": #"'{"all":{"result":"passed"}}'"#]),
        gift("checks_incomplete", ["checks": #"'{"all":{"result":"failed"},"pledge":"1"}'"#]),
        // What looks like one check for all, passed.
        gift(
            "checks_incomplete",
            [
                "checks": #"'{"all":{"result":"failed"},"annual_total":{"result":"passed"},"#
                    + #""pledge":"1"}'"#
            ]),
        gift(
            "checks_incomplete",
            [
                "checks": #"'{"all":{"document":"\"result\":\"passed\"},\"pledge\":\"","#
                    + #""result":"failed"},"pledge":"1"}'"#
            ]),
        gift(
            "checks_incomplete", ["checks": Gift.failedResident, "unlawful_ground": "3"]),
        gift("checks_incomplete", ["checks": Gift.failedResident]),
        gift("consent_missing", ["checks": Gift.checks(shared: "null")]),
        gift("consent_missing", ["checks": Gift.checks(shared: "false")]),
    ]

    private static let correctionBreaks: [Break] = [
        // Two corrections at once: the second would take the same step.
        Break(constraint: "settlement_pkey", script: settlement(1, "reversed")),
        Break(constraint: "already_settled", script: settlement(3, "open")),
        Break(constraint: "already_settled", script: settlement(4, "reversed")),
        Break(constraint: "settlement_follows", script: settlement(5, "returned")),
        Break(
            constraint: "earmark_fixed",
            script: Gift(to: 3, on: "2024-05-01", receiving: ["purpose": "1"]).script
                + settlement(3, "reversed", replacement: "f6")),
        Break(
            constraint: "return_ground_required",
            script: correction(50, "60", "'return'", gift: "0")),
        Break(
            constraint: "return_ground_required",
            script: correction(50, "60", "'return'", ground: "8", gift: "0")),
        Break(
            constraint: "return_ground_required",
            script: correction(50, "60", "'reverse'", ground: "1")),
        Break(
            constraint: "return_amount_mismatch",
            script: correction(
                50, "60", "'return'", ground: "1", donated: "100000", gift: "30000",
                amount: "100000")),
        Break(
            constraint: "return_amount_mismatch",
            script: correction(
                50, "60", "'return'", ground: "7", donated: "100000", gift: "30000",
                amount: "70000")),
    ]

    private static let relayBreaks: [Break] = [
        Break(constraint: "nomination_to_self", script: nomination(50, "60", from: "c1", of: "a1")),
        Break(
            constraint: "nomination_duplicate",
            script: nomination(50, "60", from: "c1", of: "a2")),
        Break(constraint: "nomination_cycle", script: answer("e3", by: "c1")),
        Break(constraint: "nomination_answer_pkey", script: answer("e1", by: "c2")),
        Break(constraint: "nomination_answered_by_nominee", script: answer("e3", by: "c2")),
        Break(
            constraint: "participation_once_a_year",
            script: participation(50, "60", of: "a1", on: "2023-12-31")),
        Break(
            constraint: "participation_in_future",
            script: participation(50, "60", of: "a1", on: "2024-01-02")),
    ]

    private static let mutualBreaks: [Break] = [
        Break(constraint: "leg_between_two", script: leg(50, "60", from: 1, to: 1)),
        Break(
            constraint: "agreement_party_pkey",
            script: """
                INSERT INTO agreement_party (agreement_id, position, government_id)
                VALUES (\(id("f3")), 2, 1);
                """),
        Break(
            constraint: "leg_donation_same_recipient",
            script: Gift(to: 6).script
                + "INSERT INTO leg_donation VALUES (\(id("f2")), \(id("f6")), 40);"),
        Break(
            constraint: "leg_donation_pkey",
            script: link("f2", entry: 30) + link("f2", entry: 40)),
        Break(
            constraint: "donation_linked",
            script: link("f2", entry: 30) + link("f2", entry: 40, revision: 1)),
        Break(constraint: "donation_linked", script: link("f2", entry: 40, revision: 1)),
        Break(constraint: "donation_not_linked", script: link(nil, entry: 40)),
        Break(
            constraint: "donation_not_linked",
            script: link("f2", entry: 30) + link(nil, entry: 40, revision: 1)
                + link(nil, entry: 41, revision: 2)),
        Break(
            constraint: "leg_replaced",
            script: mend(50, "60", of: "f2", to: 3) + mend(51, "61", of: "f2", to: 3)),
        Break(
            constraint: "leg_replaces_same_way", script: mend(50, "60", of: "f2", to: 6)),
    ]

    /// A row of one of the small tables, its values after entry and id in their order.
    private static func row(_ constraint: String, _ table: String, _ values: String) -> Break {
        Break(
            constraint: constraint,
            script: "INSERT INTO \(table) VALUES (50, \(id("60")), \(values), \(recordedAt));")
    }

    private static let factBreaks: [Break] = [
        Break(
            constraint: "entry_bytes_size",
            script: """
                INSERT INTO entry (id, kind, recorded_at, bytes, leaf_hash)
                SELECT 1000, 'test', \(recordedAt), bytes, sha256('\\x00'::bytea || bytes)
                FROM (SELECT convert_to(repeat('x', 60001), 'UTF8') AS bytes) AS draft;
                """),
        row("bar_publication_bar_exists", "bar_publication", "\(id("99")), '2024-01-01'"),
        Break(
            constraint: "bar_publication_once",
            script: """
                INSERT INTO bar_publication
                VALUES
                    (50, \(id("60")), \(id("04")), '2024-01-01', \(recordedAt)),
                    (51, \(id("61")), \(id("04")), '2024-01-01', \(recordedAt));
                """),
        row(
            "interest_ending_interest_exists", "interest_ending",
            "\(id("99")), '2024-01-01', '끝'"),
        row("bar_ending_bar_exists", "bar_ending", "\(id("99")), '2024-01-01', '해제'"),
        row("office_ending_office_exists", "office_ending", "\(id("99")), '2024-01-01', '퇴임'"),
        row("project_ending_project_exists", "project_ending", "\(id("99")), '2024-01-01', '끝'"),
        row(
            "official_receipt_donation_exists", "official_receipt",
            "\(id("99")), '제1호', '2024-01-01'"),
        row(
            "official_receipt_recall_donation_exists", "official_receipt_recall",
            "\(id("99")), '2024-01-01', '반환'"),
        Break(
            constraint: "official_receipt_recall_once",
            script: """
                INSERT INTO official_receipt_recall
                VALUES
                    (50, \(id("60")), \(id("f5")), '2024-01-01', '반환', \(recordedAt)),
                    (51, \(id("61")), \(id("f5")), '2024-01-01', '반환', \(recordedAt));
                """),
    ]

    /// The donation of the scene goes along a leg, or along none.
    private static func link(_ leg: String?, entry: Int, revision: Int = 0) -> String {
        """
        INSERT INTO leg_donation (leg_id, donation_id, entry_id, revision)
        VALUES (\(leg.map(id) ?? "NULL"), \(id("f5")), \(entry), \(revision));
        """
    }

    /// A leg from the first government that mends another.
    private static func mend(
        _ entry: Int, _ name: String, of leg: String, to recipient: Int
    ) -> String {
        """
        INSERT INTO leg (
            entry_id, id, exchange_id, giver_id, recipient_id, recorded_at, replaces)
        VALUES (
            \(entry), \(id(name)), \(id("f1")), 1, \(recipient), \(recordedAt), \(id(leg)));
        """
    }

    private static let referenceBreaks: [Break] = [
        Break(constraint: "leg_replaces_exists", script: mend(50, "60", of: "99", to: 3)),
        Break(
            constraint: "leg_exchange_exists",
            script: leg(50, "60", from: 1, to: 3, exchange: "99")),
        Break(constraint: "leg_giver_exists", script: leg(50, "60", from: 99, to: 3)),
        Break(constraint: "leg_recipient_exists", script: leg(50, "60", from: 1, to: 99)),
        Break(
            constraint: "leg_donation_leg_exists",
            script: "INSERT INTO leg_donation VALUES (\(id("99")), \(id("f5")), 30);"),
        Break(
            constraint: "participation_donation_participation_exists",
            script: "INSERT INTO participation_donation VALUES (\(id("99")), \(id("f5")), 30);"),
        Break(
            constraint: "participation_person_exists",
            script: participation(50, "60", of: "99", on: "2023-06-01")),
        Break(
            constraint: "participation_relay_exists",
            script: participation(50, "60", of: "a1", on: "2023-06-01", in: "99")),
        Break(
            constraint: "nomination_nominee_exists",
            script: nomination(50, "60", from: "c1", of: "99")),
        Break(
            constraint: "nomination_participation_exists",
            script: nomination(50, "60", from: "99", of: "a1")),
        Break(constraint: "nomination_answer_nomination_exists", script: answer("99", by: "c1")),
        Break(
            constraint: "agreement_predecessor_exists",
            script: """
                INSERT INTO agreement (
                    entry_id, id, kind, signed_on, signed_precision, predecessor_id, recorded_at)
                VALUES (
                    50, \(id("60")), 'exchange', '2023-04-10', 'day', \(id("99")), \(recordedAt));
                """),
        Break(
            constraint: "agreement_party_government_exists",
            script: """
                INSERT INTO agreement_party (agreement_id, position, government_id)
                VALUES (\(id("f3")), 2, 99);
                """),
    ]
}
