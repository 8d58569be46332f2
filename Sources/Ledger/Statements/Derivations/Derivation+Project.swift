extension Derivation {
    static let project = Derivation(
        "project",
        [
            "government_id": "(said.j #>> '{government,unit}')::smallint",
            "name_ko": "said.j #>> '{name,ko}'",
            "name_en": "said.j #>> '{name,en}'",
            "purpose": "(said.j ->> 'purpose')::smallint",
            "open_from": "(said.j ->> 'open_from')::date",
            "open_to": "(said.j ->> 'open_to')::date",
            "goal": "(said.j ->> 'goal')::bigint",
        ])

    static let projectEnding = Derivation(
        "project_ending",
        [
            "project_id": "(said.j ->> 'project')::uuid",
            "ends_on": "(said.j ->> 'ends_on')::date",
            "reason": "said.j ->> 'reason'",
        ])

    static let barPublication = Derivation(
        "bar_publication",
        [
            "bar_id": "(said.j ->> 'bar')::uuid",
            "published_on": "(said.j ->> 'published_on')::date",
        ])
}
