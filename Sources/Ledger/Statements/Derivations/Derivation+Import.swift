extension Derivation {
    /// The file's id is keyed by the ledger's secret; what it is made of opens a commitment.
    static let listImport = Derivation(
        "import",
        [
            "author_id": "(said.j ->> 'author')::uuid",
            "rows": "(said.j ->> 'rows')::int",
            "recorded": "(said.j ->> 'recorded')::int",
            "refused": "(said.j ->> 'refused')::int",
            "known": "(said.j ->> 'known')::int",
            "disputed": "(said.j ->> 'disputed')::int",
            "duplicates": "(said.j ->> 'duplicates')::int",
            "amount": "(said.j ->> 'amount')::bigint",
            "valid_rows_only": "(said.j ->> 'valid_rows_only')::boolean",
            "forced_because": "said.j ->> 'forced_because'",
            "rows_hash": "decode(said.j ->> 'rows_hash', 'hex')",
        ], [ranges])

    /// Why stands in the entry as a commitment only.
    static let importReversal = Derivation(
        "import_reversal",
        [
            "import_id": "(said.j ->> 'import')::uuid",
            "author_id": "(said.j ->> 'author')::uuid",
            "reversed": "(said.j ->> 'reversed')::int",
            "amount": "(said.j ->> 'amount')::bigint",
        ])

    /// Which entries came in by the list: their leaf hashes, in their order, have the hash that the
    /// entry of the import says.
    private static let ranges = TableComparison(
        "import_range",
        [
            """
            SELECT sha256(string_agg(leaf_hash, ''::bytea ORDER BY entry.id))
            FROM import_range
            JOIN entry ON entry.id BETWEEN first_entry AND last_entry
            WHERE import_range.import_entry = listed.import_entry
            """: "decode(said.j ->> 'rows_hash', 'hex')"
        ]
    ).with {
        $0.kept = "(SELECT DISTINCT import_entry FROM import_range) AS listed"
        $0.keptEntry = "listed.import_entry"
    }
}
