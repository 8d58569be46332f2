extension Derivation {
    static let source = Derivation(
        "source",
        [
            "outlet_ko": "said.j ->> 'outlet'",
            "headline_ko": "said.j ->> 'headline'",
            "language": "said.j ->> 'language'",
            "published_at": "(said.j ->> 'published_at')::timestamptz",
            "link": "said.j ->> 'link'",
            "sha256": "decode(said.j ->> 'sha256', 'hex')",
        ])

    /// Claims stand in entries of many kinds, always under the same name. In canonical bytes it
    /// cannot occur unescaped but as a key, so most entries need no reading.
    static let claims = TableComparison(
        "claim",
        [
            "source_id": "(part.value ->> 'source')::uuid",
            "subject_id": """
            (CASE said.kind WHEN 'claim' THEN said.j ->> 'subject' ELSE said.j ->> 'id' END)::uuid
            """,
            "attribute": "part.value ->> 'attribute'",
            "value": "part.value ->> 'value'",
        ]
    ).with {
        $0.entries = #"position('"claims":['::bytea IN bytes) > 0"#
        $0.parts = """
            CROSS JOIN LATERAL jsonb_array_elements(said.j -> 'claims')
                WITH ORDINALITY AS part (value, no)
            """
        $0.saidKey = "part.no - 1"
        $0.keptKey = "position"
    }

    /// What a choice makes of a claim that names a person; of one that names a day see
    /// `ReadDatedChoices`, for days may be written in words.
    static let choice = Derivation(
        "claim_choice",
        [
            "subject_id": "(said.j ->> 'subject')::uuid",
            "attribute": "said.j ->> 'attribute'",
            "claim_entry_id": "split_part(said.j ->> 'claim', '/', 1)::bigint",
            "claim_position": "split_part(said.j ->> 'claim', '/', 2)::smallint",
            "reason": "said.j ->> 'reason'",
            "author_id": "(said.j ->> 'author')::uuid",
            "person_id": """
            (SELECT claim.value::uuid
                FROM claim
                WHERE said.j ->> 'attribute' IN ('person', 'nominee', 'same_as')
                    AND claim.entry_id = split_part(said.j ->> 'claim', '/', 1)::bigint
                    AND claim.position = split_part(said.j ->> 'claim', '/', 2)::smallint)
            """,
        ])
}
