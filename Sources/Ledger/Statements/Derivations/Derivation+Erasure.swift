extension Derivation {
    static let erasure = Derivation(
        "erasure",
        [
            "subject_id": "coalesce(said.j ->> 'person', said.j ->> 'donation')::uuid",
            "reason": "said.j ->> 'reason'",
        ], [erasedEntries])

    private static let erasedEntries = TableComparison(
        "erased_entry", ["erased_entry": "part.value::bigint"]
    ).with {
        $0.parts = """
            CROSS JOIN LATERAL (
                SELECT value, row_number() OVER (ORDER BY value::bigint)
                FROM jsonb_array_elements_text(said.j -> 'entries') AS element (value)
            ) AS part (value, no)
            """
        $0.saidKey = "part.no"
        $0.kept = "erased_entry"
        $0.keptEntry = "erasure_entry"
        $0.keptKey = "row_number() OVER (PARTITION BY erasure_entry ORDER BY erased_entry)"
    }
}
