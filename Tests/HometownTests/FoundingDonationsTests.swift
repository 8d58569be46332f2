import Hometown
import Testing

/// The seven donations of the two articles of 10 April 2023, as the press told them: no amount,
/// no residence, three of them on days unknown.
@Suite struct FoundingDonationsTests {
    @Test(
        "Each stands; the employer is elsewhere, residence and cap stay undetermined",
        arguments: [
            ("11000", "36110", EventDate.Precision.day), ("36110", "11000", .day),
            ("11000", "30000", .day), ("30000", "11000", .day),
            ("36110", "30000", .onOrBefore), ("36110", "충남", .onOrBefore),
            ("36110", "충북", .onOrBefore),
        ])
    func founding(employer: String, recipient: String, precision: EventDate.Precision) {
        let day = SampleRegistry.day("2023-04-10")
        var draft = JudgementTests.reported
        draft.recipient = recipient
        draft.donatedOn = EventDate(day, precision: precision)
        var facts = JudgementTests.facts
        facts.offices = [
            Office(
                title: Bilingual("시장", "Mayor"), government: SampleRegistry.unit(employer).id,
                knownOn: day)
        ]
        let verdict = judge(draft, standing: .empty, facts: facts)
        #expect(JudgementTests.summary(verdict) == "standing; R6 R10 R11 R12 R13 R15 R16 R17")
        #expect(verdict.answers[.notEmployer] == .passed)
        #expect(verdict.capYear == 2023)
    }

    @Test func `Names of the day are those of 2023`() {
        let day = SampleRegistry.day("2023-04-10")
        for name in ["강원도", "전라북도", "전라남도", "광주광역시"] {
            guard case .one = SampleRegistry.registry.resolve(name, on: day) else {
                Issue.record("\(name) was in force")
                continue
            }
        }
    }

    @Test func `An office is one title a day, two are refused`() {
        let day = SampleRegistry.day("2023-04-10")
        let mayor = Office(
            title: Bilingual("시장", "Mayor"), government: 1, knownOn: day)
        let member = Office(
            title: Bilingual("의원", "Member"), government: nil,
            validFrom: SampleRegistry.day("2020-05-30"), validTo: SampleRegistry.day("2024-05-30"))
        #expect([mayor].held(on: day) == .one(mayor))
        #expect([mayor, member].held(on: day) == .ambiguous([mayor, member]))
        #expect([mayor, member].held(on: SampleRegistry.day("2023-04-11")) == .one(member))
        #expect([mayor].held(on: SampleRegistry.day("2023-04-11")) == .none)
    }
}
