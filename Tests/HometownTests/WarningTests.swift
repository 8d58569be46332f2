import Hometown
import Testing

@Suite struct WarningTests {
    private static func judged(
        bars: [Bar] = [], _ change: (inout DonationDraft) -> Void
    ) -> (outcome: Verdict.Outcome, warnings: [Warning.Code]) {
        var draft = DonationDraft(
            origin: .reported, donor: .keyed(Identifier(high: 1, low: 1)), recipient: "아산시",
            amount: Won(100_000), donatedOn: EventDate(SampleRegistry.day("2024-05-01")))
        change(&draft)
        let facts = DonationFacts(
            registry: SampleRegistry.registry, bars: bars, today: SampleRegistry.day("2026-11-01"))
        let verdict = judge(draft, standing: .empty, facts: facts)
        return (verdict.outcome, verdict.warnings.map(\.code))
    }

    @Test func `A warning stands beside the verdict and does not change it`() {
        let quiet = Self.judged { _ in }
        #expect(quiet.outcome == .standing && quiet.warnings.isEmpty)
        let early = Self.judged { $0.channel = .privatePlatform }
        #expect(early.outcome == .standing && early.warnings == [.channelBeforeOpening])
        let late = Self.judged {
            $0.channel = .privatePlatform
            $0.donatedOn = EventDate(SampleRegistry.day("2024-12-02"))
        }
        #expect(late.warnings.isEmpty)
        let abroad = Self.judged {
            $0.channel = .privatePlatform
            $0.residence = Residence(.noneInKorea, basis: nil, checkedOn: nil)
        }
        #expect(abroad.warnings == [.channelBeforeOpening, .noResidenceInKorea])
    }

    @Test func `Every warning has its sentence in both languages`() {
        let all: [Warning] = [
            .possibleDuplicate(no: "D-2026-000001"), .channelBeforeOpening, .noResidenceInKorea,
            .barOnPredecessor(name: Bilingual("갑군", "Gap-gun")), .participationBeforeNomination,
            .overCapTogether,
        ]
        #expect(all.map(\.code) == Warning.Code.allCases)
        for warning in all {
            #expect(!warning.text.korean.isEmpty)
            #expect(warning.text.korean != warning.text.english)
        }
    }
}
