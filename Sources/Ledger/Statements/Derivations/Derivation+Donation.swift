extension Derivation {
    /// Who gave stands in the entry as a commitment only: the donor is compared where its opening
    /// is checked.
    static let donation = Derivation(
        "donation",
        [
            "amount": "(said.j ->> 'amount')::bigint",
            "donated_on": day,
            "recipient_id": "(said.j #>> '{recipient,unit}')::smallint",
            "giver_id": "(said.j #>> '{giver,unit}')::smallint",
            "cap_year": capYear,
            "natural_person": "said.j ->> 'donor_kind' IS DISTINCT FROM 'organisation'",
            "own_name": "(said.j ->> 'own_name')::boolean",
            "date_precision": "said.j ->> 'date_precision'",
            "origin": "said.j ->> 'origin'",
            "channel": "said.j ->> 'channel'",
            "channel_name": "said.j ->> 'channel_name'",
            "disputed": "said.j ->> 'disputed'",
            "interest": "(said.j ->> 'interest')::boolean",
            "purpose": "(said.j ->> 'purpose')::smallint",
            "project_id": "(said.j ->> 'project')::uuid",
            "gift_kind": "said.j #>> '{gift,kind}'",
            "gift_value": "(said.j #>> '{gift,value}')::bigint",
            "gift_wanted": "(said.j #>> '{gift,wanted}')::boolean",
            "checks::jsonb": "said.j -> 'checks'",
            "official_receipt_no": "said.j ->> 'official_receipt'",
            "unlawful_ground": "(said.j ->> 'received_unlawful')::smallint",
        ], [inRelays, replacements, late])

    private static let day = EventDateSQL.day("said.j ->> 'donated_on'")

    /// A day of which only the latest is known may be of any year since the scheme began.
    private static let capYear = """
        CASE
            WHEN said.j ->> 'date_precision' <> 'on_or_before'
                OR left(said.j ->> 'donated_on', 4) = '2023'
                THEN left(said.j ->> 'donated_on', 4)::smallint
            END
        """

    private static let late = TableComparison(
        "late_entry",
        [
            "late_approval_id": "(said.j ->> 'late_approval')::uuid",
            "correction_id": "(said.j ->> 'late_correction')::uuid",
            "approver_id": """
            SELECT author_id FROM late_approval WHERE id = (said.j ->> 'late_approval')::uuid
            """,
            "entries_max": """
            SELECT entries_max FROM late_approval WHERE id = (said.j ->> 'late_approval')::uuid
            """,
            "author_id": """
            coalesce(
                (SELECT author_id FROM correction
                    WHERE id = (said.j ->> 'late_correction')::uuid),
                (said.j ->> 'author')::uuid)
            """,
            "recorded_at": "said.recorded_at",
            // The entries of one leave are counted from one, in no order that anything depends on.
            """
            coalesce(
                (SELECT count(DISTINCT counted.no) = max(counted.no)
                        AND count(*) = max(counted.no) AND min(counted.no) = 1
                    FROM late_entry AS counted
                    WHERE counted.late_approval_id = late_entry.late_approval_id),
                no IS NULL)
            """: "true",
        ]
    ).with { $0.condition = "said.j ?| '{late_approval,late_correction}'" }

    private static let inRelays = TableComparison(
        "participation_donation",
        [
            "participation_id": "(said.j ->> 'participation')::uuid",
            "donation_id": "(said.j ->> 'id')::uuid",
        ]
    ).with { $0.condition = "said.j ? 'participation'" }
}
