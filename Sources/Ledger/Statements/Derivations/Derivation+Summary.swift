extension Derivation {
    /// The run that claimed the period is found by what the entry says of it.
    static let summary = Derivation(
        "summary",
        [
            "log_size": "(said.j ->> 'log_size')::bigint",
            "renderer": "(said.j ->> 'renderer')::int",
            "run_id": """
            SELECT run.id
            FROM run
            JOIN schedule ON schedule.id = run.schedule_id
            WHERE schedule.name = said.j ->> 'schedule'
                AND run.period_key = said.j ->> 'period'
                AND run.revision = (said.j ->> 'revision')::int AND run.state = 'filed'
            """,
        ], [files, runs])

    /// What the run keeps of its conditions and of what it made: the entry has the hash of the
    /// first, and the second word for word.
    private static let runs = TableComparison(
        "run",
        [
            "run.log_size": "(said.j ->> 'log_size')::bigint",
            "sha256(run.inputs)": "decode(said.j ->> 'inputs', 'hex')",
            "run.outputs": """
            (SELECT convert_to('{"files":[' || coalesce(string_agg(
                    '{"name":' || (value -> 'name')::text || ',"sha256":'
                        || (value -> 'sha256')::text || '}',
                    ',' ORDER BY no), '') || ']}', 'UTF8')
                FROM jsonb_array_elements(said.j -> 'files')
                    WITH ORDINALITY AS element (value, no))
            """,
        ]
    ).with {
        $0.kept = "summary JOIN run ON run.id = summary.run_id"
        $0.keptEntry = "summary.entry_id"
    }

    private static let files = TableComparison(
        "summary_file",
        [
            "name": "part.value ->> 'name'",
            "sha256": "decode(part.value ->> 'sha256', 'hex')",
            "sha256(content)": "decode(part.value ->> 'sha256', 'hex')",
        ]
    ).with {
        $0.parts = """
            CROSS JOIN LATERAL (
                SELECT value, row_number() OVER (ORDER BY value ->> 'name' COLLATE "C")
                FROM jsonb_array_elements(said.j -> 'files') AS element (value)
            ) AS part (value, no)
            """
        $0.saidKey = "part.no"
        $0.kept = "summary_file LEFT JOIN summary ON summary.id = summary_file.summary_id"
        $0.keptEntry = "summary.entry_id"
        $0.keptKey =
            #"row_number() OVER (PARTITION BY summary_id ORDER BY name COLLATE "C")"#
    }
}
