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
}
