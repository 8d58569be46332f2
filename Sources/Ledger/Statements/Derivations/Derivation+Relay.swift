import Hometown

extension Derivation {
    static let relay = Derivation(
        "relay",
        [
            "name_ko": "said.j #>> '{name,ko}'",
            "name_en": "said.j #>> '{name,en}'",
            "started_by": "(said.j ->> 'started_by')::uuid",
            "nominations_per_participation":
                "(said.j ->> 'nominations_per_participation')::smallint",
            "ends_on": "(said.j ->> 'ends_on')::date",
            "goal": "(said.j ->> 'goal')::int",
        ])

    static let participation = Derivation(
        "participation",
        [
            "relay_id": "(said.j ->> 'relay')::uuid",
            "person_id": "(said.j ->> 'person')::uuid",
            "happened_on": EventDateSQL.date("on"),
            "date_precision": EventDateSQL.precision("on"),
            "implied": "coalesce((said.j ->> 'implied')::boolean, false)",
            "origin": "coalesce((said.j ->> 'origin')::boolean, false)",
            "proof_link": "said.j #>> '{proof,link}'",
            "proof_sha256": "decode(said.j #>> '{proof,sha256}', 'hex')",
            "proof_captured_on": "(said.j #>> '{proof,captured_on}')::date",
        ])

    /// A run answers nominations when it is recorded, or a reply says so later. A nomination is
    /// answered once, so its place among the answers is no part of the row.
    static let answers = TableComparison(
        "nomination_answer",
        [
            "nomination_id": "part.value::uuid",
            "relay_id": "(said.j ->> 'relay')::uuid",
            "participation_id": """
            (CASE said.kind
                WHEN 'reply' THEN said.j ->> 'participation' ELSE said.j ->> 'id' END)::uuid
            """,
        ]
    ).with {
        $0.entries = #"(kind = 'reply' OR position('"answers":['::bytea IN bytes) > 0)"#
        $0.parts = """
            CROSS JOIN LATERAL (
                SELECT value, row_number() OVER (ORDER BY value::uuid)
                FROM (
                    SELECT jsonb_array_elements_text(said.j -> 'answers')
                    UNION ALL
                    SELECT said.j ->> 'nomination'
                    WHERE said.kind = 'reply' AND said.j ->> 'reply' = 'answered'
                ) AS element (value)
            ) AS part (value, no)
            """
        $0.saidKey = "part.no"
        $0.keptKey = "row_number() OVER (PARTITION BY entry_id ORDER BY nomination_id)"
    }

    /// A reply that a run on record answers brings an answer and no row of its own.
    static let reply = Derivation(
        withoutTable: .reply,
        [
            TableComparison(
                "nomination_reply",
                [
                    "id": "(said.j ->> 'id')::uuid",
                    "recorded_at": "(said.j ->> 'recorded_at')::timestamptz",
                    "relay_id": "(said.j ->> 'relay')::uuid",
                    "nomination_id": "(said.j ->> 'nomination')::uuid",
                    "reply": "said.j ->> 'reply'",
                    "happened_on": EventDateSQL.date("on"),
                    "date_precision": EventDateSQL.precision("on"),
                ]
            ).with { $0.condition = "said.j ->> 'reply' <> 'answered'" }
        ])

    static let nomination = Derivation(
        "nomination",
        [
            "relay_id": "(said.j ->> 'relay')::uuid",
            "participation_id": "(said.j ->> 'participation')::uuid",
            "nominee_id": "(said.j ->> 'nominee')::uuid",
            "happened_on": EventDateSQL.date("on"),
            "date_precision": EventDateSQL.precision("on"),
        ])
}
