extension Derivation {
    /// A person under a donor's key is opened by what the entry commits to, until it is erased.
    static let person = Derivation(
        "person",
        [
            """
            donor_id = coalesce(
                (SELECT (fields ->> 'donor')::uuid FROM personal
                    WHERE personal.entry_id = person.entry_id),
                person.id)
                OR EXISTS (SELECT FROM erased_entry WHERE erased_entry = person.entry_id)
            """: "true"
        ])

    /// Which donor was joined is opened like it.
    static let donorJoining = Derivation(
        "donor_joining",
        [
            "person_id": "(said.j ->> 'person')::uuid",
            """
            donor_id = (
                SELECT (fields ->> 'donor')::uuid FROM personal
                WHERE personal.entry_id = donor_joining.entry_id)
                OR EXISTS (
                    SELECT FROM erased_entry WHERE erased_entry = donor_joining.entry_id)
            """: "true",
            "turn": "coalesce((said.j ->> 'turn')::smallint, 0::smallint)",
        ])

    static let donorParting = Derivation(
        "donor_parting", ["joining_id": "(said.j ->> 'joining')::uuid"])

    static let office = Derivation(
        "office",
        [
            "person_id": "(said.j ->> 'person')::uuid",
            "title_ko": "said.j #>> '{title,ko}'",
            "title_en": "said.j #>> '{title,en}'",
            "government_id": "(said.j #>> '{government,unit}')::smallint",
            "constituency_ko": "said.j #>> '{constituency,ko}'",
            "constituency_en": "said.j #>> '{constituency,en}'",
            "party_ko": "said.j #>> '{party,ko}'",
            "party_en": "said.j #>> '{party,en}'",
            "held_from": "(said.j ->> 'held_from')::date",
            "held_to": "(said.j ->> 'held_to')::date",
            "known_on": "(said.j ->> 'known_on')::date",
        ])

    static let officeEnding = Derivation(
        "office_ending",
        [
            "office_id": "(said.j ->> 'office')::uuid",
            "ends_on": "(said.j ->> 'ends_on')::date",
            "reason": "said.j ->> 'reason'",
        ])
}
