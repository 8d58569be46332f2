import Hometown
import Postgres

extension Book {
    /// Records a correction and does what it says, in this transaction; or records it to wait for a
    /// second person, once it is known that it could be done.
    /// - Parameters:
    ///   - version: the version of the donation that its author saw; `nil`: whatever stands.
    ///   - fourEyesFrom: the amount from which on it waits.
    /// - Throws: `Refused`, `CorrectionStop`.
    mutating func correct(
        _ draft: CorrectionDraft, version: Int?, fourEyesFrom: Won?
    ) async throws {
        let work = try await CorrectionWork(draft, in: self)
        try await check(version, of: work)
        try work.judge()
        let isPending = !work.fourEyes(from: fourEyesFrom).isEmpty
        let id = try await record(work, isPending: isPending)
        if isPending {
            try await tryOut(work, as: id.id)
        } else {
            try await settle(work, as: id.id, number: id.number)
        }
    }

    /// Does what a correction asked for that waited, judged by what stands now.
    /// - Parameters:
    ///   - id: of the correction.
    ///   - number: of the entry that makes it happen.
    /// - Throws: `Refused`, `CorrectionStop`.
    mutating func carryOut(_ draft: CorrectionDraft, as id: Identifier, number: Int64) async throws
    {
        let work = try await CorrectionWork(draft, in: self)
        try work.judge()
        try await settle(work, as: id, number: number)
    }

    /// The correction itself, as an entry and as a row.
    mutating func record(_ work: CorrectionWork, isPending: Bool) async throws -> Place {
        let (draft, subject) = (work.draft, work.subject)
        let place = try await add(
            .correction, members: draft.members(subject: subject, isPending: isPending),
            personal: draft.personal)
        _ = try await transaction.run(
            InsertCorrection(
                place: place, draft: draft, subject: subject, isPending: isPending,
                author: author.id, recordedAt: recordedAt))
        return place
    }

    /// Two people who correct the same donation at the same time: the second is told.
    func check(_ version: Int?, of work: CorrectionWork) async throws {
        guard let version, version != work.target.settlement.step else { return }
        let registry = registry
        let rows = try await transaction.byKeys(ReadDonations(ids: [work.target.id]))
        guard
            let current = try await Ledger.complete(rows, registry, in: transaction).first
        else { throw CorrectionStop.unknown }
        let corrections = try await transaction.run(ReadCorrections(donation: work.target.id))
        throw CorrectionStop.stale(
            DonationVersions(
                seen: version, current: current,
                corrections: corrections.filter { ($0.step ?? 0) > version }))
    }

    /// Sees whether a correction that waits could be done today, and undoes it.
    private mutating func tryOut(_ work: CorrectionWork, as id: Identifier) async throws {
        let written = numbers
        _ = try await transaction.run(SetSavepoint())
        _ = try await bringAbout(work, as: id)
        _ = try await transaction.run(ReturnToSavepoint())
        numbers = written
    }

    /// Takes the steps and keeps them.
    mutating func settle(
        _ work: CorrectionWork, as correction: Identifier, number: Int64
    ) async throws {
        let steps = try await bringAbout(work, as: correction)
        _ = try await transaction.run(
            InsertSettlements(
                correction: correction, number: number, recordedAt: recordedAt, steps: steps))
        try await recallReceipt(work.draft)
    }

    /// First what leaves the totals, then what comes into them, so that each is judged by what then
    /// stands.
    private mutating func bringAbout(
        _ work: CorrectionWork, as correction: Identifier
    ) async throws -> [SettlementStep] {
        _ = try await transaction.run(work.takings)
        var steps = work.steps
        guard var standing = work.standing else { return steps }
        if work.draft.action == .restore {
            try await bringBack(standing, counts: work.target.row.counts)
        } else {
            // The second pair of eyes on the correction is the leave to put it there.
            if work.late.period(of: standing.donatedOn) != nil {
                standing.lateCorrection = correction
            }
            steps[steps.count - 1].replacement = try await replace(by: standing)
        }
        return steps
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
        let ground = try await DonationSitting.Ground.read(for: [draft], in: transaction)
        guard let donor = ground.donors[0] else {
            throw Refused([.referenceUnknown(field: "donor_person")])
        }
        let (bars, interests, standings) = try await transaction.pipeline(
            ReadBars(), ground.interests, ground.standings)
        // It comes into no period anew: what is closed was asked of the correction.
        var sitting = ground.sitting(
            registry, bars, interests, standings, late: .none, on: today)
        let verdict = sitting.judge(draft, donor: donor, by: author.id)
        guard counts else { return }
        guard verdict.outcome == .standing else { throw Refused(verdict.refusals) }
        _ = try await transaction.run(sitting.additions)
    }

    /// 영수증 회수. A return that says so takes the official receipt back too (Act 14(1)).
    private mutating func recallReceipt(_ draft: CorrectionDraft) async throws {
        guard draft.action == .return, draft.isReceiptRecalled == true,
            let day = draft.returnedOn
        else { return }
        let known = try await transaction.run(
            ReadOfficialReceipts(donation: draft.donation, after: 0, rowsMax: 1))
        guard let receipt = known.first, receipt.recalledOn == nil else { return }
        // The correction's own reason is personal; the recall's stands in the open.
        let recall = OfficialReceiptRecallDraft(
            donation: draft.donation, recalledOn: day, reason: "반환에 따른 회수")
        let place = try await add(.officialReceiptRecall, members: recall.members)
        _ = try await transaction.run(
            InsertOfficialReceiptRecall(place: place, draft: recall, recordedAt: recordedAt))
    }
}
