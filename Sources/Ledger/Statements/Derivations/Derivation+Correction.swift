extension Derivation {
    /// The reason, and what is changed about the donor, stand in the entry as commitments only.
    static let correction = Derivation(
        "correction",
        [
            "donation_id": "(said.j ->> 'donation')::uuid",
            "action": "said.j ->> 'action'",
            "corrects_id": "(said.j ->> 'corrects')::uuid",
            "changes": "said.j -> 'changes'",
            "ground": "(said.j ->> 'ground')::smallint",
            "gift_value": "(said.j ->> 'gift_value')::bigint",
            "amount": "(said.j ->> 'amount')::bigint",
            "returned_on": "(said.j ->> 'returned_on')::date",
            "receipt_recalled": "(said.j ->> 'receipt_recalled')::boolean",
            "author_id": "(said.j ->> 'author')::uuid",
        ])
}
