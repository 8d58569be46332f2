import Hometown
import Postgres

/// 묶음. One transaction for all donations that wait: claim the ids, lock the donors' years, read,
/// judge, write. A single donation is a batch of one; there is no second path.
///
/// If we die before COMMIT nothing happened, and the same requests may come again. If we die after
/// it and before the answer, the same requests find their ids and get the answer they missed.
struct DonationBatch: Sendable {
    let pending: [PendingDonation]
    let randomness: Randomness
    let registry: RegistryCache
    let announcements: Announcements
    let periods: PeriodCache
    /// Whether one of the requests is known to have come before, or may have.
    let mayRepeat: Bool

    /// - Returns: one answer for each request, in their order.
    func record(in transaction: Transaction) async throws -> [Answer] {
        let donors = try await donors(in: transaction)
        let keyed = pending.indices.map { index in
            donors[index].map { DonationSitting.years(of: pending[index].draft, donor: $0.id) }
                ?? []
        }
        let years = Set(keyed.joined())
        let projects = try await ReadNamedProjects.run(
            for: pending.lazy.map(\.draft.project), in: transaction)
        // Remembered: it asks nothing, unless a draft is dated into what is remembered as closed.
        let late = try await periods.late(
            on: pending.lazy.map(\.draft.donatedOn),
            approved: pending.lazy.map(\.draft.lateApproval), in: transaction)
        let locks = TakeLocks(numbers: years.map(\.lock))
        let gifts = pending.map { FindTwins.gift(of: $0.draft) }
        let pasts = ReadPasts(zip(gifts, keyed))
        let (claimed, _, ground, past) =
            mayRepeat
            ? try await transaction.pipeline(claims, locks, ReadGround(), pasts)
            : try await transaction.pipeline(
                ClaimKeys.New(all: claims), locks, ReadGround(), pasts)
        var (standings, twins) = (past.compactMap(\.standing), past.compactMap(\.twin))
        if ground[0].hasJoinings {
            (standings, twins) = try await transaction.pipeline(
                ReadStandings(donors: years.map(\.donor), years: years.map(\.year)),
                FindTwins(zip(gifts, donors.lazy.map { $0?.id })))
        }
        let now = ground[0].now
        let governments = try await registry.current(edition: ground[0].edition, in: transaction)
        let bars = try await registry.bars(entries: ground[0].barEntries, in: transaction)
        let interests =
            ground[0].hasInterests
            ? try await transaction.run(ReadInterests(donors: donors.compactMap { $0?.id })) : []
        var sitting = DonationSitting(
            registry: governments, bars: bars, interests: interests, projects: projects,
            today: now.koreanDate, standings: standings, late: late)
        sitting.learn(twins)
        var rows = DonationRows(
            recordedAt: now, randomness: randomness, count: pending.count)
        var answers = [Answer?](repeating: nil, count: pending.count)
        var withdrawn: [Identifier] = []
        let numbers = Dictionary(uniqueKeysWithValues: claimed.map { ($0.key, $0.entry) })
        for (index, donation) in pending.enumerated() {
            guard let number = numbers[donation.request.key] else { continue }
            answers[index] = try await admit(
                donation, donor: donors[index], number: number, sitting: &sitting, rows: &rows,
                registry: governments, in: transaction)
            if answers[index]?.receipt == nil { withdrawn.append(donation.request.key) }
        }
        if !withdrawn.isEmpty { _ = try await transaction.run(WithdrawKeys(keys: withdrawn)) }
        let complete = try await replay(answers, in: transaction)
        if !rows.isEmpty {
            try await rows.commit(
                in: transaction, adding: sitting.additions,
                announcing: announcements.isDue(at: now))
        }
        return complete
    }

    private var claims: ClaimKeys {
        ClaimKeys(pending.map { ($0.request.key, $0.fingerprint) })
    }

    private func admit(
        _ donation: PendingDonation, donor: DonationSitting.Donor?, number: Int64,
        sitting: inout DonationSitting, rows: inout DonationRows, registry: GovernmentRegistry,
        in transaction: Transaction
    ) async throws -> Answer {
        guard let donor else { return .refused([.referenceUnknown(field: "donor_person")]) }
        let verdict = sitting.judge(
            donation.draft, donor: donor, by: donation.request.author.id)
        guard verdict.outcome != .refused, let recipient = verdict.recipient else {
            return .refused(verdict.refusals)
        }
        let giver = donor.giver(of: donation.draft, registry: registry)
        var linked: DonationDraft?
        if donation.draft.hasLinks {
            var draft = donation.draft
            let problems = try await draft.link(
                giver: giver, recipient: recipient, registry, in: transaction)
            if !problems.isEmpty {
                sitting.takeBack(draft, donor: donor, after: verdict)
                return .refused(problems)
            }
            linked = draft
        }
        let receipt = rows.append(
            linked ?? donation.draft, verdict: verdict, recipient: recipient, giver: giver,
            donor: donor.id, author: donation.request.author.id, number: number)
        return .recorded(receipt)
    }

    /// Public persons are looked up; opaque donors are their own reference. `nil`: no such person.
    private func donors(in transaction: Transaction) async throws -> [DonationSitting.Donor?] {
        try await DonationSitting.Donor.read(pending.map(\.draft.donor), in: transaction)
    }

    /// Fills in the answers of requests that were recorded before.
    private func replay(
        _ answers: [Answer?], in transaction: Transaction
    ) async throws -> [Answer] {
        let open = answers.indices.filter { answers[$0] == nil }
        guard !open.isEmpty else { return answers.compactMap { $0 } }
        let rows = try await transaction.replays(of: open.map { pending[$0].request.key })
        let earlier = Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0) })
        return try answers.indices.map { index in
            if let answer = answers[index] { return answer }
            let donation = pending[index]
            guard let row = earlier[donation.request.key] else { return .inFlight }
            return try row.answer(to: donation.fingerprint)
        }
    }
}

extension DonationSitting.Donor {
    static func read(
        _ references: [DonorReference], in transaction: Transaction
    ) async throws -> [DonationSitting.Donor?] {
        let known = try await people(among: references, in: transaction)
        return references.map { $0.known(among: known) }
    }

    /// The public persons of the ledger among them.
    static func people(
        among references: [DonorReference], in transaction: Transaction
    ) async throws -> [Identifier: DonationSitting.Donor] {
        let people = Set(
            references.compactMap { reference in
                if case .person(let person) = reference { person } else { nil }
            })
        var known: [Identifier: DonationSitting.Donor] = [:]
        guard !people.isEmpty else { return known }
        let rows = try await transaction.run(ReadDonorOffices(people: people.sorted()))
        for (person, rows) in Dictionary(grouping: rows, by: \.person) {
            known[person] = DonationSitting.Donor(
                id: rows[0].donor, offices: rows.compactMap(\.office))
        }
        return known
    }

    /// The government whose office the donor holds on the last possible day.
    func giver(of draft: DonationDraft, registry: GovernmentRegistry) -> Government? {
        guard !offices.isEmpty, case .one(let office) = offices.held(on: draft.donatedOn.latest)
        else { return nil }
        return office.government.flatMap { registry[id: $0] }
    }
}

extension DonorReference {
    /// Who it is; `nil` for a person whom nobody knows.
    func known(among people: [Identifier: DonationSitting.Donor]) -> DonationSitting.Donor? {
        switch self {
        case .person(let person): people[person]
        case .keyed(let key): DonationSitting.Donor(id: key, offices: [])
        }
    }
}

extension DonationDraft {
    var hasLinks: Bool {
        exchange != nil || leg != nil || participation != nil || !claims.isEmpty
    }

    /// Finds the leg of an exchange that the donation goes along, and sees that what it names
    /// exists: a reference that fails at the write would sink the whole batch.
    mutating func link(
        giver: Government?, recipient: Government, _ registry: GovernmentRegistry,
        in transaction: Transaction
    ) async throws -> [Refusal] {
        var problems = self.problems
        if let exchange {
            var found: [Identifier] = []
            if let giver {
                found = try await transaction.run(
                    FindLeg(
                        exchange: exchange, givers: registry.line(of: giver),
                        recipients: registry.line(of: recipient)))
            }
            if found.isEmpty { problems.append(.referenceUnknown(field: "exchange_id")) }
            leg = leg ?? found.first
        }
        if let leg, problems.isEmpty,
            try await transaction.run(
                CountLegs(leg: leg, recipients: registry.line(of: recipient))
            ).first != 1
        {
            problems.append(.referenceUnknown(field: "leg_id"))
        }
        if let participation,
            try await transaction.run(CountParticipations(id: participation)).first != 1
        {
            problems.append(.referenceUnknown(field: "participation_id"))
        }
        if !claims.isEmpty {
            let sources = Set(claims.map(\.source)).sorted()
            let known = try await transaction.run(CountSources(ids: sources))
            if known.first != Int64(sources.count) {
                problems.append(.referenceUnknown(field: "source"))
            }
        }
        return problems
    }
}
