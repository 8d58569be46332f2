extension Derivation {
    /// The reason, and what is changed about the donor, stand in the entry as commitments only.
    static let correction = Derivation(
        "correction",
        [
            "donation_id": "(said.j ->> 'donation')::uuid",
            "action": "said.j ->> 'action'",
            "corrects_id": "(said.j ->> 'corrects')::uuid",
            "pending": "coalesce((said.j ->> 'pending')::boolean, false)",
            "changes": "said.j -> 'changes'",
            "ground": "(said.j ->> 'ground')::smallint",
            "donated": """
            CASE said.j ->> 'action' WHEN 'return' THEN (
                SELECT donation.amount FROM donation
                WHERE donation.id = (said.j ->> 'donation')::uuid)
            END
            """,
            "gift_value": "(said.j ->> 'gift_value')::bigint",
            "amount": "(said.j ->> 'amount')::bigint",
            "returned_on": "(said.j ->> 'returned_on')::date",
            "receipt_recalled": "(said.j ->> 'receipt_recalled')::boolean",
            "author_id": "(said.j ->> 'author')::uuid",
        ], [settlements])

    /// The steps of a correction: it undoes the one it names, with the donation that came of that,
    /// and does what it is itself. Steps of a donation follow one another in the order of entries.
    /// A correction that waits for a second person has taken none until that person approves.
    private static let settlements = TableComparison(
        "settlement",
        [
            "settlement.donation_id": "part.donation_id",
            "settlement.outcome": "part.outcome",
            "settlement.replacement_id IS NOT NULL":
                "part.no = 3 AND said.j ->> 'action' = 'amend'",
            "settlement.entry_id":
                "CASE WHEN said.j ? 'pending' THEN leave.entry_id ELSE said.id END",
            "settlement.recorded_at": """
            CASE WHEN said.j ? 'pending' THEN leave.recorded_at ELSE said.recorded_at END
            """,
            """
            settlement.step - (SELECT count(*)
                FROM settlement AS earlier
                WHERE earlier.donation_id = settlement.donation_id
                    AND (earlier.entry_id, earlier.step)
                        < (settlement.entry_id, settlement.step))
            """: "1::bigint",
            """
            count(*) OVER (
                PARTITION BY settlement.correction_id, settlement.donation_id, settlement.outcome)
            """: "1::bigint",
        ]
    ).with {
        $0.parts = """
            CROSS JOIN LATERAL (
                SELECT 1, (said.j ->> 'donation')::uuid, 'open'
                WHERE said.j ? 'corrects'
                UNION ALL
                SELECT 2, undone.replacement_id, 'reversed'
                FROM settlement AS undone
                WHERE undone.correction_id = (said.j ->> 'corrects')::uuid
                    AND undone.replacement_id IS NOT NULL
                UNION ALL
                SELECT 3, (said.j ->> 'donation')::uuid,
                    CASE said.j ->> 'action' WHEN 'return' THEN 'returned' ELSE 'reversed' END
                WHERE said.j ->> 'action' <> 'restore'
            ) AS part (no, donation_id, outcome)
            LEFT JOIN approval AS leave
                ON leave.correction_id = (said.j ->> 'id')::uuid AND leave.approved
            """
        $0.condition = "NOT said.j ? 'pending' OR leave.entry_id IS NOT NULL"
        $0.saidKey = "part.no"
        // A step of no correction belongs to no entry, and is found by that.
        $0.kept = "settlement LEFT JOIN correction ON correction.id = settlement.correction_id"
        $0.keptEntry = "correction.entry_id"
        $0.keptKey = """
            CASE
                WHEN settlement.donation_id <> correction.donation_id THEN 2
                WHEN settlement.outcome = 'open' THEN 1
                ELSE 3
            END
            """
    }

    /// What takes a donation's place says so itself.
    static let replacements = TableComparison(
        "settlement",
        [
            "settlement.donation_id": "(said.j ->> 'replaces')::uuid",
            "settlement.replacement_id": "(said.j ->> 'id')::uuid",
        ]
    ).with {
        $0.entries = #"position('"replaces":"'::bytea IN bytes) > 0"#
        $0.kept = "settlement JOIN donation ON donation.id = settlement.replacement_id"
        $0.keptEntry = "donation.entry_id"
    }
}
