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

    private static let places = parts(
        "agreement_place", of: "places",
        [
            "agreement_place.place_ko": "part.value ->> 'ko'",
            "agreement_place.place_en": "part.value ->> 'en'",
        ])

    private static let parties = parts(
        "agreement_party", of: "parties",
        [
            "government_id": "(part.value #>> '{government,unit}')::smallint",
            "signatory_id": "(part.value ->> 'signatory')::uuid",
        ]
    ).with { $0.saidKey = "part.no - 1" }

    private static let fields = parts(
        "agreement_field", of: "fields",
        [
            "name_ko": "part.value #>> '{name,ko}'",
            "name_en": "part.value #>> '{name,en}'",
            "note": "part.value ->> 'note'",
        ]
    ).with { $0.keptKey = "no" }

    /// Rows of another table, one for each element of a list in the entry, counted from one.
    private static func parts(
        _ table: String, of member: String, _ columns: KeyValuePairs<String, String>
    ) -> TableComparison {
        let subject = TableComparison.Column(
            kept: "\(table).agreement_id", said: "(said.j ->> 'id')::uuid")
        let others = columns.map { TableComparison.Column(kept: $0.key, said: $0.value) }
        return TableComparison(table, columns: [subject] + others).with {
            $0.parts = """
                CROSS JOIN LATERAL jsonb_array_elements(said.j -> '\(member)')
                    WITH ORDINALITY AS part (value, no)
                """
            $0.saidKey = "part.no"
            $0.kept = """
                \(table) LEFT JOIN agreement ON agreement.id = \(table).agreement_id
                """
            $0.keptEntry = "agreement.entry_id"
            $0.keptKey = "position"
        }
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
