extension Derivation {
    static let exchange = Derivation(
        "exchange",
        [
            "occasion": "said.j ->> 'occasion'",
            "happened_on": EventDateSQL.date("on"),
            "date_precision": EventDateSQL.precision("on"),
            "agreement_id": "(said.j ->> 'agreement')::uuid",
            "note": "said.j ->> 'note'",
        ])

    static let leg = Derivation(
        "leg",
        [
            "exchange_id": "(said.j ->> 'exchange')::uuid",
            "giver_id": "(said.j #>> '{from,unit}')::smallint",
            "giver_department": "said.j ->> 'department'",
            "recipient_id": "(said.j #>> '{to,unit}')::smallint",
            "happened_on": EventDateSQL.date("on"),
            "date_precision": EventDateSQL.precision("on"),
            "people": "(said.j ->> 'people')::int",
            "amount": "(said.j ->> 'amount')::bigint",
            "replaces": "(said.j ->> 'replaces')::uuid",
        ])

    /// What goes along a leg is said by the donation itself or by a link.
    static let alongLegs = TableComparison(
        "leg_donation",
        [
            "leg_id": """
            CASE WHEN said.kind = 'donation' OR (said.j ->> 'linked')::boolean
                THEN (said.j ->> 'leg')::uuid
            END
            """,
            "donation_id": """
            (CASE said.kind WHEN 'link' THEN said.j ->> 'donation' ELSE said.j ->> 'id' END)::uuid
            """,
            "revision": "coalesce((said.j ->> 'turn')::smallint, 0::smallint)",
        ]
    ).with {
        $0.entries = """
            (kind = 'link'
                OR (kind = 'donation' AND position('"leg":"'::bytea IN bytes) > 0))
            """
    }
}
