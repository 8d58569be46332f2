import Hometown
import Postgres
import Transparency

/// 기부 행. Admitted donations on their way into the tables: one array a column, written by one
/// statement a table.
struct DonationRows {
    private let recordedAt: Instant
    private var stock: Randomness.Stock
    private(set) var entries: InsertEntries.Draft
    private(set) var personal = InsertPersonal.Draft()
    private(set) var donations: InsertDonations
    private var legs: [(leg: Identifier, donation: Identifier, number: Int64)] = []
    private var runs: [(run: Identifier, donation: Identifier, number: Int64)] = []
    /// One statement a donation: donations with sources are few.
    private var claims: [InsertClaims] = []
    private var late: InsertLateEntries

    /// - Parameter count: how many donations to make room for at once.
    init(recordedAt: Instant, randomness: Randomness, count: Int = 1) {
        self.recordedAt = recordedAt
        stock = Randomness.Stock(randomness)
        entries = InsertEntries.Draft(kind: .donation, recordedAt: recordedAt)
        donations = InsertDonations(recordedAt: recordedAt)
        late = InsertLateEntries(recordedAt: recordedAt)
        entries.reserve(count)
        personal.reserve(count)
        donations.reserve(count)
    }

    var isEmpty: Bool { entries.numbers.isEmpty }

    /// Takes in one judged donation.
    /// - Parameters:
    ///   - recipient: that of the verdict.
    ///   - giver: the government of the donor's office on the day.
    ///   - id: the donation's own; `nil` for a new one.
    /// - Returns: the receipt to answer with once the transaction is durable.
    @discardableResult
    mutating func append(
        _ draft: DonationDraft, verdict: Verdict, recipient: Government, giver: Government?,
        donor: Identifier, author: Identifier, number: Int64, id: Identifier? = nil
    ) -> Receipt {
        let id = id ?? stock.identifier(at: recordedAt)
        let disputed = verdict.outcome == .disputed ? verdict.refusals.first?.code : nil
        let unlawful = verdict.outcome == .returnDue ? draft.receivedUnlawful : nil
        let commitments = commit(draft, residence: verdict.residence, donor: donor, number: number)
        var entry = DonationEntry(
            id: id, recordedAt: recordedAt, author: author, draft: draft, recipient: recipient,
            giver: giver, disputed: disputed, undetermined: verdict.answers.undetermined,
            commitments: commitments, receivedUnlawful: unlawful)
        entry.warnings = verdict.warnings.map(\.code)
        let leafHash = entries.append(number: number, bytes: entry.bytes)
        donations.append(
            draft, number: number, id: id, donor: donor, recipient: recipient.id,
            giver: giver?.id, capYear: verdict.capYear, disputed: disputed)
        donations.grounds.append(unlawful?.rawValue)
        if draft.lateApproval != nil || draft.lateCorrection != nil {
            late.append(draft, number: number, author: author)
        }
        if let leg = draft.leg { legs.append((leg, id, number)) }
        if let run = draft.participation { runs.append((run, id, number)) }
        if !draft.claims.isEmpty {
            claims.append(InsertClaims(number: number, subject: id, claims: draft.claims))
        }
        return Receipt(
            number: number, kind: .donation, id: id, recordedAt: recordedAt, leafHash: leafHash,
            disputed: disputed?.rawValue, isReturnDue: unlawful != nil,
            warnings: entry.warnings.map(\.rawValue))
    }

    /// Puts salted hashes in place of donor, name, quotes and residence, and keeps what opens them.
    private mutating func commit(
        _ draft: DonationDraft, residence: Government?, donor: Identifier, number: Int64
    ) -> DonationEntry.Commitments {
        let residenceText: String? =
            switch draft.residence?.place {
            case .noneInKorea: "none"
            case .government(let text): residence?.code ?? text
            case nil: nil
            }
        var fields: [(name: String, value: String?)] = [
            ("donor", donor.description), ("name", draft.displayName),
            ("residence", residenceText),
        ]
        if !draft.claims.isEmpty {
            let quotes = draft.claims.quotes.map { (name: $0.key, value: $0.value) }
            fields.insert(contentsOf: quotes.sorted { $0.name < $1.name }, at: 2)
        }
        let hashes = personal.append(number: number, fields: fields, from: &stock)
        return DonationEntry.Commitments(
            donor: hashes[0] ?? "", name: hashes[1], residence: hashes[fields.count - 1],
            quotes: (2..<fields.count - 1).compactMap { index in
                hashes[index].map { (field: fields[index].name, hash: $0) }
            })
    }

    /// Writes everything, what the donors' years gain and the sealer's work too, and commits, in
    /// one flight. Links and claims, which few donations have, need flights of their own between.
    /// - Parameter isAnnounced: whether other processes are told.
    func commit(
        in transaction: Transaction, adding years: AddToDonorYears, announcing isAnnounced: Bool
    ) async throws {
        if hasLinks {
            try await write(in: transaction, adding: years, leaving: entries.numbers)
        } else if isAnnounced {
            try await transaction.commit(
                after: entries.statement, personal.statement, donations, years,
                LeaveUnsealed(numbers: entries.numbers))
        } else {
            try await transaction.commit(
                after: entries.statement, personal.statement, donations, years,
                LeaveUnsealedQuietly(numbers: entries.numbers))
        }
    }

    /// Writes everything, what the donors' years gain and the sealer's work too, in one flight;
    /// links and claims follow in flights of their own.
    /// - Parameter unsealed: the numbers to leave to the sealer; `nil` when the caller does.
    func write(
        in transaction: Transaction, adding years: AddToDonorYears, leaving unsealed: [Int64]?
    ) async throws {
        try await writeLate(in: transaction)
        if let unsealed {
            _ = try await transaction.pipeline(
                entries.statement, personal.statement, donations, years,
                LeaveUnsealed(numbers: unsealed))
        } else {
            _ = try await transaction.pipeline(
                entries.statement, personal.statement, donations, years)
        }
        try await writeLinks(in: transaction)
    }

    private var hasLinks: Bool {
        !(claims.isEmpty && legs.isEmpty && runs.isEmpty && late.numbers.isEmpty)
    }

    /// Links and claims alone, for a batch whose other rows go in by COPY.
    var links: DonationRows {
        var links = DonationRows(recordedAt: recordedAt, randomness: stock.randomness)
        (links.legs, links.runs, links.claims) = (legs, runs, claims)
        links.late = late
        return links
    }

    /// By whose leave donations go into closed periods: their own rows look for it.
    func writeLate(in transaction: Transaction) async throws {
        if !late.numbers.isEmpty { _ = try await transaction.run(late) }
    }

    func writeLinks(in transaction: Transaction) async throws {
        if !claims.isEmpty { _ = try await transaction.pipeline(claims) }
        if !legs.isEmpty {
            _ = try await transaction.run(
                LinkLegDonations(
                    legs: legs.map(\.leg), donations: legs.map(\.donation),
                    numbers: legs.map(\.number)))
        }
        if !runs.isEmpty {
            _ = try await transaction.run(
                LinkParticipationDonations(
                    participations: runs.map(\.run), donations: runs.map(\.donation),
                    numbers: runs.map(\.number)))
        }
    }
}

extension Checks {
    /// What the entry says of them, byte for byte.
    fileprivate var text: String {
        String(decoding: CanonicalWriter.object(write), as: UTF8.self)
    }
}

extension InsertDonations {
    fileprivate mutating func reserve(_ count: Int) {
        numbers.reserveCapacity(count)
        ids.reserveCapacity(count)
        donors.reserveCapacity(count)
        amounts.reserveCapacity(count)
        dates.reserveCapacity(count)
        recipients.reserveCapacity(count)
        capYears.reserveCapacity(count)
        naturalPersons.reserveCapacity(count)
        ownNames.reserveCapacity(count)
        precisions.reserveCapacity(count)
        origins.reserveCapacity(count)
        channels.reserveCapacity(count)
        checks.reserveCapacity(count)
    }

    mutating func append(
        _ draft: DonationDraft, number: Int64, id: Identifier, donor: Identifier,
        recipient: Int16, giver: Int16?, capYear: Int?, disputed: Refusal.Code?
    ) {
        numbers.append(number)
        ids.append(id)
        donors.append(donor)
        amounts.append(draft.amount?.amount)
        dates.append(draft.donatedOn.date)
        recipients.append(recipient)
        givers.append(giver)
        capYears.append(capYear.map { Int16(clamping: $0) })
        naturalPersons.append(draft.donorKind != .organisation)
        ownNames.append(draft.isInOwnName)
        precisions.append(draft.donatedOn.precision.rawValue)
        origins.append(draft.origin.rawValue)
        channels.append(draft.channel?.rawValue)
        channelNames.append(draft.channelName)
        disputes.append(disputed?.rawValue)
        interests.append(draft.hasInterest)
        purposes.append(draft.purpose?.rawValue)
        projects.append(draft.project)
        giftKinds.append(draft.gift?.kind?.rawValue)
        giftValues.append(draft.gift?.value?.amount)
        giftsWanted.append(draft.gift?.isWanted)
        checks.append(draft.checks?.text)
        officialReceipts.append(draft.officialReceiptNo)
    }
}
