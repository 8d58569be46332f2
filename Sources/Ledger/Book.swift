import Hometown
import Postgres
import Transparency

/// 장부. The entries of one transaction, written one after another: each with its bytes, its leaf
/// and what opens its commitments; the typed rows follow in the same transaction.
struct Book {
    let transaction: Transaction
    let recordedAt: Instant
    let author: Author
    let registry: GovernmentRegistry
    private let randomness: Randomness
    private var claimed: Int64?
    var numbers: [Int64] = []
    /// The first entry answers the request.
    private(set) var receipt: Receipt?

    init(
        transaction: Transaction, recordedAt: Instant, author: Author,
        registry: GovernmentRegistry, randomness: Randomness, claimed: Int64?
    ) {
        self.transaction = transaction
        self.recordedAt = recordedAt
        self.author = author
        self.registry = registry
        self.randomness = randomness
        self.claimed = claimed
    }

    /// The Korean day of recording.
    var today: CivilDate { recordedAt.koreanDate }

    /// Where an entry went.
    struct Place {
        let number: Int64
        let id: Identifier
    }

    /// Adds an entry.
    /// - Parameters:
    ///   - members: what is public; absent values are left out.
    ///   - personal: what is only committed to.
    @discardableResult
    mutating func add(
        _ kind: Entry.Kind, members: [String: CanonicalValue?],
        personal: [String: String?] = [:]
    ) async throws -> Place {
        let draft = Draft(
            kind: kind, id: newIdentifier(), members: members, personal: personal)
        return Place(number: try await add([draft])[0], id: draft.id)
    }

    /// R1. What the mouths let through, whichever it was, ends here: an entry stands for ever.
    /// - Throws: `Refused`.
    private static func refuseResidentNumbers(
        in members: [String: CanonicalValue?], _ personal: [String: String?]
    ) throws {
        let values = members.compactMapValues { $0 }
        let texts = personal.compactMapValues { $0.map(CanonicalValue.string) }
        let fields = [values, texts].flatMap { named in
            named.filter { $0.value.hasResidentNumber }.map(\.key)
        }
        guard fields.isEmpty else {
            throw Refused([.residentNumberPresent(fields: fields.sorted())])
        }
    }

    /// One of many entries.
    struct Draft {
        let kind: Entry.Kind
        let id: Identifier
        let members: [String: CanonicalValue?]
        var personal: [String: String?] = [:]
    }

    /// - Throws: `Refused` for a day on which nothing can have happened: the book tells what did.
    func refuseImpossible(_ date: EventDate?, field: String) throws {
        if let refusal = date?.refusal(today: today, field: field) { throw Refused([refusal]) }
    }

    /// The same of what is known to the day.
    func refuseImpossible(_ day: CivilDate?, field: String) throws {
        try refuseImpossible(day.map { EventDate($0) }, field: field)
    }

    /// An id for an entry to come, so that others can name it before it is written.
    func newIdentifier() -> Identifier {
        randomness.identifier(at: recordedAt)
    }

    /// Adds entries of any kinds in few statements, numbered in the order given.
    mutating func add(_ drafts: [Draft]) async throws -> [Int64] {
        for draft in drafts {
            try Book.refuseResidentNumbers(in: draft.members, draft.personal)
        }
        let drawn = try await draw(drafts.count)
        var entries: [Entry.Kind: InsertEntries.Draft] = [:]
        var openings = InsertPersonal.Draft()
        var stock = Randomness.Stock(randomness)
        for (number, draft) in zip(drawn, drafts) {
            let fields = draft.personal.sorted { $0.key < $1.key }
                .map { (name: $0.key, value: $0.value) }
            let hashes = openings.append(number: number, fields: fields, from: &stock)
            var commitments: [String: String] = [:]
            for (field, hash) in zip(fields, hashes) { commitments[field.name] = hash }
            let entry = Entry(
                kind: draft.kind, id: draft.id, recordedAt: recordedAt, author: author.id,
                members: draft.members.compactMapValues { $0 }, commitments: commitments)
            let bytes = entry.bytes
            guard bytes.count <= Entry.bytesMax else { throw Refused([.entryTooLarge]) }
            let leafHash = entries[
                draft.kind, default: InsertEntries.Draft(kind: draft.kind, recordedAt: recordedAt)
            ].append(number: number, bytes: bytes)
            receipt =
                receipt
                ?? Receipt(
                    number: number, kind: draft.kind, id: draft.id, recordedAt: recordedAt,
                    leafHash: leafHash, isPending: entry.members["pending"] != nil,
                    warnings: entry.members["warnings"]?.elements.compactMap(\.text) ?? [])
        }
        var inserts = entries.values.map(\.statement)
        guard let last = inserts.popLast() else { return drawn }
        if !inserts.isEmpty { _ = try await transaction.pipeline(inserts) }
        _ = try await transaction.pipeline(last, openings.statement)
        numbers += drawn
        return drawn
    }

    private mutating func draw(_ count: Int) async throws -> [Int64] {
        guard count > 0 else { return [] }
        let first = claimed.map { [$0] } ?? []
        claimed = nil
        guard count > first.count else { return first }
        let rest = try await transaction.run(
            DrawEntryNumbers(count: Int32(clamping: count - first.count)))
        return first + rest
    }

    /// Records donations that belong to this request, each judged alone. One refusal refuses all.
    @discardableResult
    mutating func record(_ drafts: [DonationDraft]) async throws -> [Receipt] {
        guard !drafts.isEmpty else { return [] }
        let ground = try await DonationSitting.Ground.read(for: drafts, in: transaction)
        let late = try await PeriodCache.read(for: drafts, in: transaction)
        let (bars, interests, _, standings, twins, drawn) = try await transaction.pipeline(
            ReadBars(), ground.interests, ground.locks, ground.standings, ground.twins,
            DrawEntryNumbers(count: Int32(drafts.count)))
        var sitting = ground.sitting(
            registry, bars, interests, standings, late: late, on: today)
        sitting.learn(twins)
        var rows = DonationRows(recordedAt: recordedAt, randomness: randomness)
        var receipts: [Receipt] = []
        for (index, draft) in drafts.enumerated() {
            guard let donor = ground.donors[index] else {
                throw Refused([.referenceUnknown(field: "donor_person")], of: .donations, index)
            }
            let verdict = sitting.judge(draft, donor: donor, by: author.id)
            guard verdict.outcome != .refused, let recipient = verdict.recipient else {
                throw Refused(verdict.refusals, of: .donations, index)
            }
            var draft = draft
            let giver = donor.giver(of: draft, registry: registry)
            let isToBeLinked = draft.exchange != nil && draft.leg == nil
            let problems =
                isToBeLinked
                ? try await draft.link(
                    giver: giver, recipient: recipient, registry, in: transaction)
                : draft.problems
            guard problems.isEmpty else { throw Refused(problems, of: .donations, index) }
            receipts.append(
                rows.append(
                    draft, verdict: verdict, recipient: recipient, giver: giver, donor: donor.id,
                    author: author.id, number: drawn[index]))
        }
        try await rows.write(in: transaction, adding: sitting.additions, leaving: nil)
        numbers += rows.entries.numbers
        return receipts
    }

    /// Keeps what sources say about a thing just added.
    func keep(_ claims: [ClaimDraft], about place: Place) async throws {
        guard !claims.isEmpty else { return }
        _ = try await transaction.run(
            InsertClaims(number: place.number, subject: place.id, claims: claims))
    }

    /// Leaves the sealer its work. The last thing a transaction does.
    func close() async throws {
        let starts = stride(from: 0, to: numbers.count, by: Ledger.unsealedEntriesMax)
        _ = try await transaction.pipeline(
            starts.map { start in
                let end = min(start + Ledger.unsealedEntriesMax, numbers.count)
                return LeaveUnsealed(numbers: Array(numbers[start..<end]))
            })
    }

    /// What a written government means on a day.
    /// - Throws: `Refused`, naming the field.
    func government(_ text: String, on date: CivilDate, field: String) throws -> Government {
        switch registry.resolve(text, on: date) {
        case .one(let government): return government
        case .ambiguous(let candidates):
            throw Refused([
                .governmentNameAmbiguous(
                    field: field, name: text,
                    candidates: candidates.map(registry.fullName))
            ])
        case .notInForce(let government, _):
            return government
        case .unknown(let suggestions):
            throw Refused([
                .governmentUnknown(
                    field: field, name: text,
                    suggestions: suggestions.map(registry.fullName))
            ])
        }
    }
}

extension CanonicalValue {
    /// In free text: digits of ids and hashes may happen to look like anything.
    fileprivate var hasResidentNumber: Bool {
        switch self {
        case .object(let members): members.values.contains { $0.hasResidentNumber }
        case .array(let values): values.contains { $0.hasResidentNumber }
        case .string(let text):
            !Hexadecimal.isText(text, of: Hash256.byteCount) && Identifier(text) == nil
                && ResidentNumber.isPresent(in: text)
        case .integer, .bool: false
        }
    }
}
