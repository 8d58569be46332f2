import Hometown
import Postgres

extension Book {
    /// Records a correction and does what it says, in this transaction.
    /// - Parameter version: the version of the donation that its author saw; `nil`: whatever
    ///   stands.
    /// - Throws: `Refused`, `CorrectionStop`.
    mutating func correct(_ draft: CorrectionDraft, version: Int?) async throws {
        let work = try await CorrectionWork(draft, in: self)
        try await check(version, of: work)
        try work.judge()
        let place = try await add(
            .correction, members: draft.members(subject: work.subject), personal: draft.personal)
        _ = try await transaction.run(
            InsertCorrection(
                place: place, draft: draft, subject: work.subject, isPending: false,
                author: author.id, recordedAt: recordedAt))
        try await settle(work, by: place.id, number: place.number)
    }

    /// Two people who correct the same donation at the same time: the second is told.
    private func check(_ version: Int?, of work: CorrectionWork) async throws {
        guard let version, version != work.target.settlement.step else { return }
        let registry = registry
        let rows = try await transaction.run(
            ReadDonations(ids: [work.target.id]))
        guard
            let current = try await Ledger.complete(rows, registry, in: transaction).first
        else { throw CorrectionStop.unknown }
        let corrections = try await transaction.run(ReadCorrections(donation: work.target.id))
        throw CorrectionStop.stale(
            DonationVersions(
                seen: version, current: current,
                corrections: corrections.filter { ($0.step ?? 0) > version }))
    }

    /// Takes the steps: first what leaves the totals, then what comes into them, so that each is
    /// judged by what then stands.
    private mutating func settle(
        _ work: CorrectionWork, by correction: Identifier, number: Int64
    ) async throws {
        _ = try await transaction.run(work.takings)
        var steps = work.steps
        if let standing = work.standing {
            if work.draft.action == .restore {
                try await bringBack(standing, counts: work.target.row.counts)
            } else {
                steps[steps.count - 1].replacement = try await replace(by: standing)
            }
        }
        _ = try await transaction.run(
            InsertSettlements(
                correction: correction, number: number, recordedAt: recordedAt, steps: steps))
    }

    /// Records the donation that takes the place of another; its fields are those of the changes.
    private mutating func replace(by standing: DonationDraft) async throws -> Identifier? {
        do {
            return try await record([standing]).first?.id
        } catch let refused as Refused {
            throw Refused(refused.refusals.map(\.reason))
        }
    }

    /// A donation that was taken out by mistake comes back as it was, if it still may.
    private func bringBack(_ draft: DonationDraft, counts: Bool) async throws {
        let donor = try await DonationSitting.Donor.read([draft.donor], in: transaction).first
        guard let donor, let donor else {
            throw Refused([.referenceUnknown(field: "donor_person")])
        }
        let years = DonationSitting.years(of: draft, donor: donor.id)
        let projects = try await ReadNamedProjects.run(for: [draft], in: transaction)
        let (bars, interests, standings) = try await transaction.pipeline(
            ReadBars(), ReadInterests(donors: [donor.id]),
            ReadStandings(donors: years.map(\.donor), years: years.map(\.year)))
        var sitting = DonationSitting(
            registry: registry, bars: bars, interests: interests, projects: projects,
            today: today, standings: standings)
        let verdict = sitting.judge(draft, donor: donor)
        guard counts else { return }
        guard verdict.outcome == .standing else { throw Refused(verdict.refusals) }
        _ = try await transaction.run(sitting.additions)
    }
}
