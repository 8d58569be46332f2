extension Derivation {
    /// Whose tie it is stands in the entry as a commitment only.
    static let interest = Derivation(
        "interest",
        [
            "government_id": "(said.j #>> '{government,unit}')::smallint",
            "relation": "said.j ->> 'relation'",
            "valid_from": "(said.j ->> 'valid_from')::date",
            "valid_to": "(said.j ->> 'valid_to')::date",
        ])

    static let interestEnding = Derivation(
        "interest_ending",
        [
            "interest_id": "(said.j ->> 'interest')::uuid",
            "ends_on": "(said.j ->> 'ends_on')::date",
            "reason": "said.j ->> 'reason'",
        ])
}
