extension Derivation {
    static let officialReceipt = Derivation(
        "official_receipt",
        [
            "donation_id": "(said.j ->> 'donation')::uuid",
            "no": "said.j ->> 'no'",
            "issued_on": "(said.j ->> 'issued_on')::date",
        ])

    static let officialReceiptRecall = Derivation(
        "official_receipt_recall",
        [
            "donation_id": "(said.j ->> 'donation')::uuid",
            "recalled_on": "(said.j ->> 'recalled_on')::date",
            "reason": "said.j ->> 'reason'",
        ])
}
