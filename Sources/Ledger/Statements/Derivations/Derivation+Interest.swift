extension Derivation {
    /// Whose tie it is stands in the entry as a commitment only, and is opened by it until it is
    /// erased.
    static let interest = Derivation(
        "interest",
        [
            "government_id": "(said.j #>> '{government,unit}')::smallint",
            "relation": "said.j ->> 'relation'",
            "valid_from": "(said.j ->> 'valid_from')::date",
            "valid_to": "(said.j ->> 'valid_to')::date",
            """
            donor_id = (
                SELECT (fields ->> 'donor')::uuid FROM personal
                WHERE personal.entry_id = interest.entry_id)
                OR EXISTS (SELECT FROM erased_entry WHERE erased_entry = interest.entry_id)
            """: "true",
        ])

    static let interestEnding = Derivation(
        "interest_ending",
        [
            "interest_id": "(said.j ->> 'interest')::uuid",
            "ends_on": "(said.j ->> 'ends_on')::date",
            "reason": "said.j ->> 'reason'",
        ])
}
