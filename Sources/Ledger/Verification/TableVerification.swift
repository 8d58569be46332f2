import Hometown
import Postgres
import Schema
import Transparency

/// The typed tables held against the entries, range by range of their numbers.
struct TableVerification: Sendable {
    /// A second's work or less, and little memory.
    private static let rangeEntries: Int64 = 65_536

    let desk: VerificationDesk
    let extent: ReadExtent.Row
    let entries: Int64

    private var ranges: [EntryRange] {
        let first = extent.firstEntry ?? 0
        let last = extent.lastEntry ?? 0
        var bounds = [Int64.min]
        var next = first + TableVerification.rangeEntries
        while next < last, next > first {
            bounds.append(next)
            next += TableVerification.rangeEntries
        }
        bounds.append(.max)
        return zip(bounds, bounds.dropFirst()).map { EntryRange(after: $0, through: $1) }
    }

    /// - Throws: `LedgerFault`.
    func verifyRows() async throws {
        let counts = try await desk.work(through: ranges) { range, transaction in
            try await TableVerification.verify(range, in: transaction)
        }
        // An entry that neither the log nor the sealer's list knows was found above; here one
        // that both count and that is gone would show.
        guard counts.reduce(0, +) == entries else { throw LedgerFault(.placesBroken) }
    }

    /// - Returns: how many entries the range has.
    private static func verify(
        _ range: EntryRange, in transaction: Transaction
    ) async throws -> Int64 {
        let kinds = try await transaction.run(
            ReadKinds(after: range.after, through: range.through))
        for row in kinds {
            guard Entry.Kind(rawValue: row.kind) != nil else {
                throw LedgerFault(.kindUnknown(row.kind), entry: row.first)
            }
        }
        if let unplaced = kinds.compactMap(\.firstUnplaced).min() {
            throw LedgerFault(.unplaced, entry: unplaced)
        }
        let present = Set(kinds.map(\.kind))
        var faults: [LedgerFault] = []
        for kind in Entry.Kind.allCases {
            for comparison in Derivation.of(kind).comparisons {
                let sql =
                    present.contains(kind.rawValue)
                    ? comparison.sql(of: kind, in: range) : comparison.strayRows(in: range)
                if let number = try await firstNumber(sql, in: transaction) {
                    faults.append(.init(.rowDiffers(table: comparison.table), entry: number))
                }
            }
        }
        for comparison in Derivation.shared {
            let sql = comparison.sql(of: nil, in: range)
            if let number = try await firstNumber(sql, in: transaction) {
                faults.append(.init(.rowDiffers(table: comparison.table), entry: number))
            }
        }
        // A row without an entry has the number 0.
        if let first = faults.min(by: { $0.entry ?? 0 < $1.entry ?? 0 }) {
            throw first.entry == 0 ? LedgerFault(first.cause) : first
        }
        return kinds.reduce(0) { $0 + $1.count }
    }

    /// What a question that is answered by one number or none found.
    static func firstNumber(
        _ sql: String, in transaction: Transaction
    ) async throws -> Int64? {
        let answer = try await answer(sql, in: transaction)
        return Int64(answer)
    }

    /// The first line of a COPY as text; empty when there is none.
    /// - Throws: `LedgerFault` when bytes cannot be read as what they should be.
    private static func answer(
        _ sql: String, in transaction: Transaction
    ) async throws -> String {
        var bytes: [UInt8] = []
        do {
            _ = try await transaction.copyOut(sql) { bytes += $0 }
        } catch let error as PostgresError where error.sqlState?.category == "22" {
            throw LedgerFault(.unreadable(error.sqlState?.code ?? ""))
        }
        return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// - Throws: `LedgerFault`.
    func verifyOpenings() async throws {
        _ = try await desk.work(through: ranges) { range, transaction in
            var reader = CopyRowReader()
            _ = try await transaction.copyOut(VerificationSQL.openings(in: range)) { chunk in
                try reader.read(chunk) { try Opening.verify(&$0) }
            }
            let strange = VerificationSQL.strangeDonors(in: range)
            if let number = try await TableVerification.firstNumber(strange, in: transaction) {
                throw LedgerFault(.openingDiffers(field: "donor"), entry: number)
            }
            let silent = VerificationSQL.strangeSilences(in: range)
            if let number = try await TableVerification.firstNumber(silent, in: transaction) {
                throw LedgerFault(.rowDiffers(table: "personal"), entry: number)
            }
        }
    }

    /// Ids of requests and days that claims were read as: few rows, or one look at all of them.
    /// - Throws: `LedgerFault`.
    func verifyRequestsAndChoices(in transaction: Transaction) async throws {
        let strange = try await TableVerification.firstNumber(
            VerificationSQL.strangeKeys, in: transaction)
        if let strange { throw LedgerFault(.rowDiffers(table: "idempotency"), entry: strange) }
        for choice in try await transaction.run(ReadDatedChoices()) {
            let meant = choice.meantOn
            guard choice.happenedOn == meant?.date,
                choice.precision == meant?.precision.rawValue
            else {
                throw LedgerFault(.rowDiffers(table: "claim_choice"), entry: choice.number)
            }
        }
    }

    /// The roll-up of flows against the donations that it sums.
    /// - Throws: `LedgerFault`.
    func verifyFlows() async throws {
        _ = try await desk.work(through: FlowVerification.questions) { question, transaction in
            let row = try await TableVerification.answer(question, in: transaction)
            guard row.isEmpty else {
                throw LedgerFault(.totalDiffers(table: "flow", row: row))
            }
        }
    }

    /// The roll-up that summaries read, against the donations that it sums.
    /// - Throws: `LedgerFault`.
    func verifyTakings(in transaction: Transaction) async throws {
        try await transaction.allowLongLookUps()
        let (_, checks) = try await transaction.pipeline(AllowWholeTables(), CheckTakings())
        guard let place = checks.first?.first else { return }
        throw LedgerFault(.totalDiffers(table: "takings", row: place.text))
    }

    /// - Throws: `LedgerFault`.
    func verifyTotals() async throws {
        _ = try await desk.work(through: DonorSlice.all(entries: entries)) { slice, transaction in
            let row = try await TableVerification.answer(
                VerificationSQL.strangeYears(in: slice), in: transaction)
            guard row.isEmpty else {
                throw LedgerFault(.totalDiffers(table: "donor_year", row: row))
            }
        }
    }
}

extension ReadDatedChoices.Row {
    /// The day that the claim says, read as it was on the day of the choice.
    fileprivate var meantOn: EventDate? {
        guard attribute == ChoiceDraft.Attribute.on.rawValue, let value,
            case .success(let reading) = DateReader(today: recordedAt.koreanDate).read(value)
        else { return nil }
        return reading.date
    }
}

/// What opens one commitment of one entry.
private enum Opening {
    /// - Throws: `LedgerFault` when it does not open what the entry committed to.
    static func verify(_ row: inout CopyRow) throws {
        let number = try row.nextInt64()
        let field = try row.nextText() ?? ""
        let value = try row.nextText()
        let salt = try row.next().map { Array($0) } ?? []
        let committed = try row.nextText()
        let surplus = try row.nextInt64()
        guard surplus == 0, let value, salt.count == Commitment.saltBytes,
            field.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }),
            Commitment.of(value, field: field, salt: salt).description == committed
        else { throw LedgerFault(.openingDiffers(field: field), entry: number) }
    }
}

extension Ledger {
    /// The governments are what the newest edition says, as far as this program carries it; a
    /// newer one needs a newer program.
    func verifyRegistry(in transaction: Transaction) async throws {
        let strange = try await TableVerification.firstNumber(
            VerificationSQL.strangeEditions, in: transaction)
        if let strange { throw LedgerFault(.registryDiffers, entry: strange) }
        let table = Schema.governments
        let known = Hash256.of(Array(table.utf8))
        let (edition, found) = try await transaction.pipeline(
            ReadEdition(), FindEdition(sha256: known))
        guard let newest = edition.first ?? nil, newest == found.first else { return }
        let expected = try GovernmentRegistry(tsv: table).governments.sorted { $0.id < $1.id }
        let kept: [[Government]]
        do {
            // What reports are told by is kept beside the units, edition by edition.
            let (governments, versions) = try await transaction.pipeline(
                ReadGovernments(), ReadGovernmentsOfEdition(edition: newest))
            kept = [governments, versions]
        } catch LedgerFailure.damaged {
            throw LedgerFault(.registryDiffers, entry: newest)
        }
        guard kept.allSatisfy({ $0.sorted { $0.id < $1.id } == expected }) else {
            throw LedgerFault(.registryDiffers, entry: newest)
        }
    }
}
