extension Derivation {
    static let fundFigure = Derivation(
        "fund_figure",
        [
            "year": "(said.j ->> 'year')::smallint",
            "figure": "said.j ->> 'figure'",
            "purpose": "(said.j ->> 'purpose')::smallint",
            "project_id": "(said.j ->> 'project')::uuid",
            "title": "said.j ->> 'title'",
            "amount": "(said.j ->> 'amount')::bigint",
            "note": "said.j ->> 'note'",
            "document": "said.j ->> 'document'",
            "replaces_id": "(said.j ->> 'replaces')::uuid",
            "revision": "coalesce((said.j ->> 'revision')::int, 0)",
            "author_id": "(said.j ->> 'author')::uuid",
        ])
}
