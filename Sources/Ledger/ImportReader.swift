import Hometown
import Interchange
import Postgres
import Transparency

/// Some thousands of rows of a list, judged.
struct ImportBatch: Sendable {
    var counts = ImportCounts()
    var sums = ImportSums()
    var problems: [RowProblem] = []
    var rejected: [RejectedRow] = []
    /// Good ones that their sheet does not show.
    var hidden = HiddenRows()
    /// Those that a preview shows.
    var shown: [JudgedRow] = []
    /// The good ones on their way into the tables; `nil` in a dry run or when there are none.
    var copies: DonationCopies?
    var progress: ImportProgress
}

/// 읽는 쪽. Reads, judges and encodes the rows of a list, one batch ahead of whoever writes them. It
/// sees what others have committed through a connection of its own, and what it has let pass
/// itself; nothing it does is written.
///
/// It takes no locks: a list may touch more donors than a server has room for locks. What donors
/// have in the meantime is settled when their years are added to, under the rows' own locks, where
/// the constraint `over_annual_cap` refuses what would pass the cap; then the list is read again.
actor ImportReader {
    /// Rows read and asked about at a time, half of what is written at a time: enough to make a
    /// COPY worth its while, few enough to hold in memory.
    private static let halfRowsMax = 4096

    private let file: ImportFile
    private let pool: Pool
    private let secret: LedgerSecret
    private let randomness: Randomness
    private let author: Identifier
    private let recordedAt: Instant
    private let registry: GovernmentRegistry
    private let isDryRun: Bool
    /// What a preview shows; `nil` where nobody looks at rows.
    private let excerpt: ImportExcerpt?
    private let rowIDs: ImportFile.RowIDs

    private var rows: any SheetReader
    private let meter: ByteMeter
    let columns: DonationColumns
    /// Of the sheet; the rows of it are told batch by batch.
    let hidden: HiddenParts
    private var memory = DonationColumns.Memory()
    private var sitting: DonationSitting
    private var knownRows: Set<Identifier> = []
    private var ownIDs: Set<Identifier> = []
    private var total = ImportCounts()
    private var shownCount = 0
    private var isFirst = true

    init(
        _ file: ImportFile, ledger: Ledger, author: Identifier, recordedAt: Instant,
        registry: GovernmentRegistry, bars: [Bar], closed: [ClosedPeriod], isDryRun: Bool,
        showing excerpt: ImportExcerpt? = nil
    ) throws {
        self.file = file
        pool = ledger.pool
        secret = ledger.secret
        randomness = ledger.randomness
        self.author = author
        self.recordedAt = recordedAt
        self.registry = registry
        self.isDryRun = isDryRun
        self.excerpt = excerpt
        rowIDs = file.rowIDs(ledger.secret)
        var (rows, meter) = try file.open()
        columns = try ImportReader.columns(of: &rows, file.draft)
        hidden = HiddenParts(rows, columns)
        (self.rows, self.meter) = (rows, meter)
        sitting = DonationSitting(
            registry: registry, bars: bars, interests: [], projects: [:],
            today: recordedAt.koreanDate, standings: [], late: LateEntries(closed: closed))
    }

    /// Titles may stand above the header: the first row that names columns is it, where nobody says
    /// which. If none does, what is said is about the first.
    private static func columns(
        of rows: inout any SheetReader, _ draft: ImportDraft
    ) throws -> DonationColumns {
        if draft.format == .ndjson {
            return try DonationColumns(
                header: DonationColumns.names, defaults: draft.defaults, mapping: draft.mapping)
        }
        if let said = draft.headerRow {
            let words = try ImportReader.header(in: &rows, at: said)
            return try DonationColumns(
                header: words, defaults: draft.defaults, mapping: draft.mapping)
        }
        var header: [String] = []
        var problem: (any Error)?
        for _ in 0..<headerRowsMax {
            guard try rows.next(into: &header) != nil else { break }
            guard header.contains(where: { !$0.tidied.isEmpty }) else { continue }
            do {
                return try DonationColumns(
                    header: header, defaults: draft.defaults, mapping: draft.mapping)
            } catch {
                problem = problem ?? error
            }
        }
        throw problem ?? SheetProblem(row: 1, column: nil, .empty)
    }

    private static func header(
        in rows: inout any SheetReader, at said: Int
    ) throws -> [String] {
        var header: [String] = []
        while let number = try rows.next(into: &header), number <= said {
            if number == said, header.contains(where: { !$0.tidied.isEmpty }) { return header }
        }
        throw ImportProblem.noHeader(row: said)
    }

    /// Rows among which the header is looked for.
    private static let headerRowsMax = 10

    /// What the donors' years gain by everything that was let pass.
    var additions: (known: AddToDonorYears, new: AddToDonorYears) { sitting.additionsApart }

    /// The next batch; `nil` after the last row. It comes in two halves: while the ledger is asked
    /// what one needs, the cells of the other are read.
    /// - Throws: `CancellationError` when whoever asked has gone; what reading throws.
    func next() async throws -> ImportBatch? {
        try Task.checkCancellation()
        let read = try readRows(after: 0)
        guard !read.isEmpty else { return nil }
        let asked = questions(about: read)
        async let answers = asked.answers(from: pool)
        let rest = try readRows(after: read.count)
        let askedOfRest = questions(about: rest)
        async let answersToRest = askedOfRest.answers(from: pool)
        var judging = Judging(rows: DonationRows(recordedAt: recordedAt, randomness: randomness))
        try await judge(read, by: answers, &judging)
        try await judge(rest, by: answersToRest, &judging)
        total.add(judging.counts)
        return ImportBatch(
            counts: judging.counts, sums: judging.sums, problems: judging.problems,
            rejected: judging.rejected, hidden: judging.hidden, shown: judging.shown,
            copies: isDryRun || judging.rows.isEmpty ? nil : DonationCopies(judging.rows),
            progress: ImportProgress(
                rows: total.rows, bytesRead: meter.count, bytesMax: file.bytesMax,
                refused: total.refused))
    }

    // MARK: Reading

    private struct Row {
        let number: Int
        let cells: [String]
        let id: Identifier
        let hasOwnID: Bool
        let isSettled: Bool
        let isStep: Bool
        let isHidden: Bool
        let outcome: DonationFields.Outcome
        let amount: Won?
    }

    /// - Parameter count: rows of the batch that were read before.
    private func readRows(after count: Int) throws -> [Row] {
        var read: [Row] = []
        read.reserveCapacity(ImportReader.halfRowsMax)
        var cells: [String] = []
        let today = recordedAt.koreanDate
        while read.count < ImportReader.halfRowsMax, let number = try rows.next(into: &cells) {
            if file.draft.format == .csv { ImportReader.unguard(&cells) }
            let reading = columns.read(
                cells, faults: rows.cellProblems.compactMap(DonationColumns.CellFault.init),
                today: today, keyed: secret.donor, remembering: &memory)
            guard let reading else { continue }
            if let rowsMax = file.draft.rowsMax, total.rows + count + read.count >= rowsMax {
                throw ImportProblem.tooManyRows(rowsMax)
            }
            read.append(
                Row(
                    number: number, cells: cells, id: reading.id ?? rowIDs[number],
                    hasOwnID: reading.id != nil, isSettled: reading.isSettled,
                    isStep: reading.isStep, isHidden: rows.isRowHidden, outcome: reading.outcome,
                    amount: reading.amount))
        }
        return read
    }

    /// Takes off what a CSV writer put before what a spreadsheet would take for a formula.
    private static func unguard(_ cells: inout [String]) {
        for index in cells.indices where cells[index].utf8.first == UInt8(ascii: "'") {
            cells[index] = FormulaGuard.unguarding(cells[index])
        }
    }

    // MARK: Judging

    /// What judging a batch needs and what comes of it.
    private struct Judging {
        var people: [Identifier: DonationSitting.Donor] = [:]
        var known: [Identifier: ReadKnownDonations.Row] = [:]
        var turns: [Identifier: Identifier] = [:]
        var numbers: ArraySlice<Int64> = []
        var rows: DonationRows
        var counts = ImportCounts()
        var sums = ImportSums()
        var problems: [RowProblem] = []
        var rejected: [RejectedRow] = []
        var hidden = HiddenRows()
        var shown: [JudgedRow] = []
    }

    private func questions(about read: [Row]) -> ImportQuestions {
        let drafts = read.compactMap { row -> DonationDraft? in
            if case .draft(let draft) = row.outcome { draft } else { nil }
        }
        let years = drafts.flatMap { draft -> [DonationSitting.DonorYear] in
            guard case .keyed(let donor) = draft.donor else { return [] }
            return DonationSitting.years(of: draft, donor: donor)
        }
        defer { isFirst = false }
        return ImportQuestions(
            drafts: drafts, rows: read.filter(\.hasOwnID).map(\.id),
            years: Set(years.filter { !sitting.knows($0) }),
            recorded: Set(years.filter(sitting.hasOnRecord)),
            numbersCount: isDryRun ? 0 : drafts.count, file: isFirst ? rowIDs : nil,
            secret: secret)
    }

    /// Judges rows by what the ledger says of them. Of years it was asked about before others were
    /// judged that are known since, what is known counts.
    private func judge(
        _ read: [Row], by answers: ImportQuestions.Answers, _ judging: inout Judging
    ) async throws {
        sitting.learn(
            answers.standings.filter { !sitting.knows(.init(donor: $0.donor, year: $0.year)) })
        sitting.learn(answers.interests, answers.projects, answers.leave)
        sitting.learn(answers.twins)
        knownRows.formUnion(answers.knownRows)
        judging.people = answers.people
        judging.known = Dictionary(
            answers.known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        judging.turns = answers.turns
        judging.numbers = answers.numbers[...]
        for row in read { try await judge(row, &judging) }
    }

    private func judge(_ row: Row, _ judging: inout Judging) async throws {
        // The donation's own row came before and says whether it still stands.
        if row.isStep, row.hasOwnID, ownIDs.contains(row.id) { return }
        judging.counts.rows += 1
        if row.isStep { return reject(row, [.rowIsStep], &judging) }
        if row.hasOwnID, !ownIDs.insert(row.id).inserted {
            return reject(row, [.rowRepeated], &judging)
        }
        guard case .draft(var draft) = row.outcome else {
            if case .problems(let problems) = row.outcome { reject(row, problems, &judging) }
            return
        }
        if knownRows.contains(row.id) { return recognise(row, &judging) }
        // What its own ledger tells of as reversed is no row that comes again.
        let id = row.isSettled ? row.id : judging.turns[row.id] ?? row.id
        if let known = judging.known[id] {
            guard isSame(draft, known) else { return reject(row, [.rowDiffers], &judging) }
            return recognise(row, &judging)
        }
        guard !row.isSettled else { return reject(row, [.rowSettled], &judging) }
        guard let donor = draft.donor.known(among: judging.people) else {
            return reject(row, [FieldProblem(.referenceUnknown(field: "donor_person"))], &judging)
        }
        let verdict = sitting.judge(draft, donor: donor, by: isDryRun ? nil : author)
        guard verdict.outcome != .refused, let recipient = verdict.recipient else {
            return reject(row, verdict.refusals.map(FieldProblem.init), &judging)
        }
        let giver = donor.giver(of: draft, registry: registry)
        if draft.hasLinks {
            let unlinked = draft
            let registry = registry
            let (linked, problems) = try await pool.transaction { transaction in
                var linked = unlinked
                let problems = try await linked.link(
                    giver: giver, recipient: recipient, registry, in: transaction)
                return (linked, problems)
            }
            guard problems.isEmpty else {
                sitting.takeBack(draft, donor: donor, after: verdict)
                return reject(row, problems.map(FieldProblem.init), &judging)
            }
            draft = linked
        }
        admit(row, as: id, draft, verdict, recipient, giver, donor.id, &judging)
    }

    private func admit(
        _ row: Row, as id: Identifier, _ draft: DonationDraft, _ verdict: Verdict,
        _ recipient: Government, _ giver: Government?, _ donor: Identifier,
        _ judging: inout Judging
    ) {
        judging.counts.recorded += 1
        judging.counts.add(draft.amount ?? .zero)
        if row.isHidden { judging.hidden.add(row.number) }
        var found: [RowProblem] = []
        if verdict.outcome == .disputed {
            judging.counts.disputed += 1
            found += verdict.refusals.prefix(1).map { refusal in
                RowProblem(
                    row: row.number, columns: columns, FieldProblem(refusal), isWarning: true)
            }
        }
        if verdict.outcome == .disputed || !verdict.warnings.isEmpty {
            judging.sums.warnedRows += 1
            judging.sums.warned += draft.amount ?? .zero
        }
        for warning in verdict.warnings {
            if warning.code == .possibleDuplicate {
                judging.counts.duplicates += 1
                judging.sums.duplicates += draft.amount ?? .zero
            }
            found.append(
                RowProblem(
                    row: row.number, columns: columns, FieldProblem(warning), isWarning: true))
        }
        judging.problems += found
        show(row, as: found.isEmpty ? .good : .warned, found, &judging)
        guard let number = judging.numbers.popFirst() else { return }
        judging.rows.append(
            draft, verdict: verdict, recipient: recipient, giver: giver, donor: donor,
            author: author, number: number, id: id)
    }

    private func recognise(_ row: Row, _ judging: inout Judging) {
        judging.counts.known += 1
        judging.sums.known += row.amount ?? .zero
        show(row, as: .known, [], &judging)
    }

    private func reject(_ row: Row, _ problems: [FieldProblem], _ judging: inout Judging) {
        judging.counts.refused += 1
        judging.sums.refused += row.amount ?? .zero
        let found = problems.map { RowProblem(row: row.number, columns: columns, $0) }
        judging.problems += found
        judging.rejected.append(
            RejectedRow(
                id: row.id,
                cells: row.cells.map { ResidentNumber.isPresent(in: $0) ? "" : $0 },
                problems: found))
        show(row, as: .bad, found, &judging)
    }

    /// Keeps what a preview shows of a row, of the first that it asks for.
    private func show(
        _ row: Row, as kind: JudgedRow.Kind, _ problems: [RowProblem], _ judging: inout Judging
    ) {
        guard let excerpt, shownCount < ImportExcerpt.rowsMax,
            excerpt == .all || !problems.isEmpty
        else { return }
        shownCount += 1
        judging.shown.append(
            JudgedRow(
                number: row.number, kind: kind, cells: columns.used(in: row.cells),
                problems: problems))
    }

    private func isSame(_ draft: DonationDraft, _ known: ReadKnownDonations.Row) -> Bool {
        guard draft.amount == known.amount, draft.donatedOn == known.donatedOn else { return false }
        switch registry.resolve(draft.recipient, on: draft.donatedOn.latest) {
        case .one(let government), .notInForce(let government, _):
            return government.id == known.recipient
        case .ambiguous, .unknown: return false
        }
    }
}
