import Hometown

/// 재유도. How the typed rows of one kind of entry follow from the entries' bytes. What is told
/// here is compared with what stands there, row by row, by `pumasi ledger verify`.
///
/// It is SQL, because the server has both sides: the bytes are proven to be the log's before, and a
/// server that lies about its own tables could lie to any reader of them.
struct Derivation: Sendable {
    /// The table that has one row for each entry of the kind, with its `entry_id`, `id` and
    /// `recorded_at`; `nil` for a kind that brings rows of other tables only.
    let table: String?
    /// That table first, then what else the kind brings.
    let comparisons: [TableComparison]

    /// - Parameters:
    ///   - columns: of the table, beside the three that all have, each with what the entry says:
    ///     an expression over `said.j`, the entry as jsonb, of the column's type.
    ///   - further: the comparisons of other tables.
    init(
        _ table: String, _ columns: KeyValuePairs<String, String>,
        _ further: [TableComparison] = []
    ) {
        self.table = table
        let heads: [TableComparison.Column] = [
            .init(kept: "id", said: "(said.j ->> 'id')::uuid"),
            .init(kept: "recorded_at", said: "(said.j ->> 'recorded_at')::timestamptz"),
            Derivation.head,
        ]
        let own = TableComparison(
            table, columns: heads + columns.map { .init(kept: $0.key, said: $0.value) })
        comparisons = [own] + further
    }

    /// Of a kind without a table of its own: that the entry's columns are what its bytes say.
    /// - Parameter further: the comparisons of tables that some entries of the kind bring rows of.
    init(withoutTable kind: Entry.Kind, _ further: [TableComparison] = []) {
        table = nil
        let own = TableComparison("entry", columns: [Derivation.head]).with {
            $0.kept = """
                (SELECT id AS entry_id FROM entry WHERE kind = '\(kind.rawValue)') AS of_kind
                """
        }
        comparisons = [own] + further
    }

    /// The entry's own columns, which no typed row repeats.
    private static let head = TableComparison.Column(
        kept: "true",
        said: """
            said.recorded_at = (said.j ->> 'recorded_at')::timestamptz
                AND said.kind = said.j ->> 'kind' AND (said.j ->> 'v')::int = 1
            """)

    /// Every kind has one: the compiler asks for it when a kind is added.
    static func of(_ kind: Entry.Kind) -> Derivation {
        switch kind {
        case .registry: registry
        case .person: person
        case .erasure: erasure
        case .donorJoining: donorJoining
        case .donorParting: donorParting
        case .office: office
        case .officeEnding: officeEnding
        case .source: source
        case .agreement: agreement
        case .exchange: exchange
        case .agreementStatus: Derivation(withoutTable: .agreementStatus)
        case .document: Derivation(withoutTable: .document)
        case .leg: leg
        case .link: Derivation(withoutTable: .link)
        case .relay: relay
        case .participation: participation
        case .nomination: nomination
        case .reply: reply
        case .claim: Derivation(withoutTable: .claim)
        case .choice: choice
        case .donation: donation
        case .bar: bar
        case .barPublication: barPublication
        case .barEnding: barEnding
        case .project: project
        case .projectEnding: projectEnding
        case .interest: interest
        case .interestEnding: interestEnding
        case .officialReceipt: officialReceipt
        case .officialReceiptRecall: officialReceiptRecall
        case .summary: summary
        case .listImport: listImport
        case .importReversal: importReversal
        case .correction: correction
        case .fundFigure: fundFigure
        case .periodClosing: periodClosing
        case .periodReopening: periodReopening
        case .lateApproval: lateApproval
        case .approval: approval
        }
    }

    /// What entries of several kinds bring.
    static let shared: [TableComparison] = [
        claims, answers, alongLegs, documents, agreementStatuses,
    ]
}

/// One table held against what entries say of it.
struct TableComparison: Sendable {
    struct Column: Sendable {
        /// Of the table.
        let kept: String
        /// What the entry says of it.
        let said: String
    }

    /// For whoever is told of a difference.
    let table: String
    /// Joined to the entry where it says several rows, each with a `no` of its own.
    var parts: String?
    /// Which entries are read at all, by their bytes.
    var entries = "true"
    /// Which of them say a row.
    var condition = "true"
    /// What tells the rows of one entry apart, on each side.
    var saidKey = "0"
    var keptKey = "0"
    /// Where the rows are, and the number of the entry each belongs to; NULL finds no entry.
    var kept: String
    var keptEntry = "entry_id"
    let columns: [Column]

    init(_ table: String, columns: [Column]) {
        self.table = table
        kept = table
        self.columns = columns
    }

    init(_ table: String, _ columns: KeyValuePairs<String, String>) {
        self.init(table, columns: columns.map { Column(kept: $0.key, said: $0.value) })
    }

    /// The same with other settings.
    func with(_ change: (inout TableComparison) -> Void) -> TableComparison {
        var copy = self
        change(&copy)
        return copy
    }
}

extension TableComparison {
    /// Asks for the first entry of a range whose rows differ: one line, its number, or none.
    /// - Parameter kind: `nil` for a table that several kinds write.
    func sql(of kind: Entry.Kind?, in range: EntryRange) -> String {
        let saidRow = columns.map { "(\($0.said))" }.joined(separator: ", ")
        let keptRow = columns.map { "(\($0.kept))" }.joined(separator: ", ")
        return """
            COPY (
                SELECT coalesce(due.entry_id, kept.entry_id, 0)
                FROM (
                    SELECT said.id AS entry_id, (\(saidKey))::bigint AS key,
                        ROW (\(saidRow)) AS content
                    FROM (\(said(by: kind, in: range))) AS said
                    \(parts ?? "")
                    WHERE \(condition)
                ) AS due
                FULL JOIN (
                    SELECT \(keptEntry) AS entry_id, (\(keptKey))::bigint AS key,
                        ROW (\(keptRow)) AS content
                    FROM \(kept)
                    WHERE \(range.holds(keptEntry))
                ) AS kept ON kept.entry_id = due.entry_id AND kept.key = due.key
                WHERE due.content IS DISTINCT FROM kept.content
                ORDER BY 1
                LIMIT 1
            ) TO STDOUT
            """
    }

    /// The same where the range has no entry of the kind: any row is one too many.
    func strayRows(in range: EntryRange) -> String {
        """
        COPY (
            SELECT coalesce(\(keptEntry), 0)
            FROM \(kept)
            WHERE \(range.holds(keptEntry))
            ORDER BY 1
            LIMIT 1
        ) TO STDOUT
        """
    }

    private func said(by kind: Entry.Kind?, in range: EntryRange) -> String {
        // OFFSET 0 keeps the bytes from being parsed at each mention.
        """
        SELECT id, kind, recorded_at, convert_from(bytes, 'UTF8')::jsonb AS j
        FROM entry
        WHERE \(kind.map { "kind = '\($0.rawValue)' AND " } ?? "")\(range.holds("id"))
            AND \(entries)
        OFFSET 0
        """
    }
}

/// Numbers of entries, the lower excluded; the whole of them begins before the first and ends after
/// the last, so that no row falls beside.
struct EntryRange: Sendable {
    let after: Int64
    let through: Int64

    /// A row without an entry belongs to the first range.
    func holds(_ column: String) -> String {
        guard after > .min else { return "(\(column) <= \(through) OR \(column) IS NULL)" }
        return "\(column) > \(after) AND \(column) <= \(through)"
    }

}
