package import Hometown
import Postgres

extension Ledger {
    /// 미리 심사. Judges a donation exactly as recording it would, and writes nothing.
    /// - Throws: `LedgerFailure`.
    package func foresee(_ draft: DonationDraft) async throws -> Foresight {
        try await read { transaction in
            let ground = try await DonationSitting.Ground.read(for: [draft], in: transaction)
            guard let donor = ground.donors[0] else { return .unknownDonor }
            let (time, bars, interests, standings, twins) = try await transaction.pipeline(
                ReadTime(), ReadBars(), ground.interests, ground.standings, ground.twins)
            let governments = try await registry.current(in: transaction)
            let late = try await PeriodCache.read(for: [draft], in: transaction)
            var sitting = ground.sitting(
                governments, bars, interests, standings, late: late, on: time[0].koreanDate)
            sitting.learn(twins)
            let verdict = sitting.judge(draft, donor: donor, by: nil)
            let giver = donor.giver(of: draft, registry: governments)
            var strays: [Refusal] = []
            if let recipient = verdict.recipient {
                var linked = draft
                strays = try await linked.link(
                    giver: giver, recipient: recipient, governments, in: transaction)
            }
            let twin = twins.filter { $0.recipient == verdict.recipient?.id }
                .max { $0.number < $1.number }
            if let twin { AccessNote.saw(.donation, [twin.id]) }
            let recorded = Won(
                standings.first { row in verdict.capYear == Int(row.year) }?.total ?? 0)
            return Foresight(
                verdict: verdict, giver: giver, recorded: recorded,
                left: verdict.left(after: draft.amount, recorded: recorded),
                twin: twin.map { Foresight.Twin(id: $0.id, no: $0.no) }, strays: strays)
        }
    }
}

extension Foresight {
    fileprivate static let unknownDonor = Foresight(
        verdict: nil, giver: nil, recorded: .zero, left: nil, twin: nil,
        strays: [.referenceUnknown(field: "donor_person")])
}

extension Verdict {
    fileprivate func left(after amount: Won?, recorded: Won) -> Won? {
        guard let capYear, let cap = Scheme.annualCap(in: capYear) else { return nil }
        return cap - recorded - (amount ?? .zero)
    }
}
