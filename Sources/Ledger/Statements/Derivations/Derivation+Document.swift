extension Derivation {
    /// Documents come with their agreement or later, by themselves.
    static let documents = TableComparison(
        "document",
        [
            "agreement_id": subject("said.kind = 'agreement'"),
            "kind": "part.value ->> 'document_kind'",
            "title_ko": "part.value #>> '{title,ko}'",
            "title_en": "part.value #>> '{title,en}'",
            "link": "part.value ->> 'link'",
            "encode(sha256, 'hex')": "part.value ->> 'sha256'",
            "credit": "part.value ->> 'credit'",
            "recorded_at": "said.recorded_at",
        ]
    ).with {
        $0.entries = """
            (kind = 'document'
                OR (kind = 'agreement' AND position('"documents":['::bytea IN bytes) > 0))
            """
        $0.parts = """
            CROSS JOIN LATERAL jsonb_array_elements(
                CASE said.kind WHEN 'document' THEN jsonb_build_array(said.j)
                    ELSE said.j -> 'documents' END) WITH ORDINALITY AS part (value, no)
            """
        $0.saidKey = "part.no - 1"
        $0.keptKey = "position"
    }

    /// So does what became of an agreement.
    static let agreementStatuses = TableComparison(
        "agreement_status",
        [
            "agreement_id": subject("said.kind = 'agreement'"),
            "state": status("state"),
            "text_ko": status("text,ko"),
            "text_en": status("text,en"),
            "happened_on": EventDateSQL.day(status("on,date")),
            "date_precision": status("on,precision"),
            "recorded_at": "said.recorded_at",
        ]
    ).with {
        $0.entries = """
            (kind = 'agreement_status'
                OR (kind = 'agreement' AND position('"status":{'::bytea IN bytes) > 0))
            """
    }

    /// The entry's own thing where the condition holds, else the agreement it names.
    private static func subject(_ condition: String) -> String {
        "(CASE WHEN \(condition) THEN said.j ->> 'id' ELSE said.j ->> 'agreement' END)::uuid"
    }

    private static func status(_ path: String) -> String {
        """
        (CASE said.kind WHEN 'agreement' THEN said.j -> 'status' ELSE said.j END
            #>> '{\(path)}')
        """
    }
}
