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
            "subject_id": "(said.j ->> 'id')::uuid",
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
}
