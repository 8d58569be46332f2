extension Derivation {
    static let agreement = Derivation(
        "agreement",
        [
            "kind": "said.j ->> 'agreement_kind'",
            "title_ko": "said.j #>> '{title,ko}'",
            "title_en": "said.j #>> '{title,en}'",
            "signed_on": EventDateSQL.date("signed_on"),
            "signed_precision": EventDateSQL.precision("signed_on"),
            "signed_at": "(said.j ->> 'signed_at')::timestamptz",
            "place_ko": "said.j #>> '{place,ko}'",
            "place_en": "said.j #>> '{place,en}'",
            "predecessor_id": "(said.j ->> 'predecessor')::uuid",
            "starts_on": "(said.j ->> 'starts_on')::date",
            "ends_on": "(said.j ->> 'ends_on')::date",
            "renewal": "coalesce((said.j ->> 'renewal')::boolean, false)",
        ], [parties, fields, places])

    private static let places = TableComparison(
        "agreement_place",
        [
            "agreement_place.agreement_id": "(said.j ->> 'id')::uuid",
            "agreement_place.place_ko": "part.value ->> 'ko'",
            "agreement_place.place_en": "part.value ->> 'en'",
        ]
    ).with {
        $0.parts = """
            CROSS JOIN LATERAL jsonb_array_elements(said.j -> 'places')
                WITH ORDINALITY AS part (value, no)
            """
        $0.saidKey = "part.no"
        $0.kept = """
            agreement_place LEFT JOIN agreement ON agreement.id = agreement_place.agreement_id
            """
        $0.keptEntry = "agreement.entry_id"
        $0.keptKey = "position"
    }

    private static let parties = TableComparison(
        "agreement_party",
        [
            "agreement_party.agreement_id": "(said.j ->> 'id')::uuid",
            "government_id": "(part.value #>> '{government,unit}')::smallint",
            "signatory_id": "(part.value ->> 'signatory')::uuid",
        ]
    ).with {
        $0.parts = """
            CROSS JOIN LATERAL jsonb_array_elements(said.j -> 'parties')
                WITH ORDINALITY AS part (value, no)
            """
        $0.saidKey = "part.no - 1"
        $0.kept = """
            agreement_party LEFT JOIN agreement ON agreement.id = agreement_party.agreement_id
            """
        $0.keptEntry = "agreement.entry_id"
        $0.keptKey = "position"
    }

    private static let fields = TableComparison(
        "agreement_field",
        [
            "agreement_field.agreement_id": "(said.j ->> 'id')::uuid",
            "name_ko": "part.value #>> '{name,ko}'",
            "name_en": "part.value #>> '{name,en}'",
            "note": "part.value ->> 'note'",
        ]
    ).with {
        $0.parts = """
            CROSS JOIN LATERAL jsonb_array_elements(said.j -> 'fields')
                WITH ORDINALITY AS part (value, no)
            """
        $0.saidKey = "part.no"
        $0.kept = """
            agreement_field LEFT JOIN agreement ON agreement.id = agreement_field.agreement_id
            """
        $0.keptEntry = "agreement.entry_id"
        $0.keptKey = "no"
    }
}

/// Dates with their precision, as SQL reads them from an entry.
enum EventDateSQL {
    /// The day; the first of a month or a year where no more is known.
    static func date(_ member: String) -> String {
        day("said.j #>> '{\(member),date}'")
    }

    static func precision(_ member: String) -> String {
        "said.j #>> '{\(member),precision}'"
    }

    /// - Parameter text: an expression: `2023`, `2023-04` or `2023-04-10`.
    static func day(_ text: String) -> String {
        "rpad(\(text), 10, '-01-01')::date"
    }
}
