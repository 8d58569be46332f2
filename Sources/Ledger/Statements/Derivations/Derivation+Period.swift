extension Derivation {
    static let periodClosing = Derivation(
        "period_closing",
        [
            "period": "said.j ->> 'period'",
            "first_day": "(said.j ->> 'first_day')::date",
            "last_day": "(said.j ->> 'last_day')::date",
            "reason": "said.j ->> 'reason'",
            "author_id": author,
        ])

    static let periodReopening = Derivation(
        "period_reopening",
        [
            "closing_id": "(said.j ->> 'closing')::uuid",
            "reason": "said.j ->> 'reason'",
            "author_id": author,
        ])

    static let lateApproval = Derivation(
        "late_approval",
        [
            "closing_id": "(said.j ->> 'closing')::uuid",
            "entries_max": "(said.j ->> 'entries_max')::smallint",
            "author_id": author,
        ])

    static let approval = Derivation(
        "approval",
        [
            "correction_id": "(said.j ->> 'correction')::uuid",
            "reopening_id": "(said.j ->> 'period_reopening')::uuid",
            "summary_id": "(said.j ->> 'summary')::uuid",
            "approved": "said.j ->> 'verdict' = 'approve'",
            "requester_id": """
            coalesce(
                (SELECT author_id FROM correction
                    WHERE id = (said.j ->> 'correction')::uuid),
                (SELECT author_id FROM period_reopening
                    WHERE id = (said.j ->> 'period_reopening')::uuid),
                (SELECT run.author_id FROM summary
                    JOIN run ON run.id = summary.run_id
                    WHERE summary.id = (said.j ->> 'summary')::uuid))
            """,
            "author_id": author,
        ])

    private static let author = "(said.j ->> 'author')::uuid"
}
