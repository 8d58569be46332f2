extension Derivation {
    /// The governments themselves are compared with the edition this program carries.
    static let registry = Derivation(
        "government_edition",
        [
            "sha256": "decode(said.j ->> 'sha256', 'hex')",
            "units": "(said.j ->> 'units')::int",
        ])

    static let bar = Derivation(
        "bar",
        [
            "government_id": "(said.j #>> '{government,unit}')::smallint",
            "valid_from": "(said.j ->> 'valid_from')::date",
            "valid_to": "(said.j ->> 'valid_to')::date",
            "reason": "said.j ->> 'reason'",
            "published_on": "(said.j ->> 'published_on')::date",
        ])

    static let barEnding = Derivation(
        "bar_ending",
        [
            "bar_id": "(said.j ->> 'bar')::uuid",
            "ends_on": "(said.j ->> 'ends_on')::date",
            "reason": "said.j ->> 'reason'",
        ])
}
