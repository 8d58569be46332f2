import Hometown
import Testing

private func day(_ text: String) -> CivilDate { SampleRegistry.day(text) }

/// R14 and R16.
@Suite struct EmployerAndCapRuleTests {
    private func office(
        _ code: String?, from: String? = nil, to: String? = nil, knownOn: String? = nil
    ) -> Office {
        Office(
            title: Bilingual("시장", "Mayor"), government: code.map { SampleRegistry.unit($0).id },
            validFrom: from.map(day), validTo: to.map(day), knownOn: knownOn.map(day))
    }

    private func answer(
        _ offices: [Office], recipient: String = "36110", on date: String = "2023-04-10",
        _ precision: EventDate.Precision = .day, employer: Employer? = nil
    ) -> RuleAnswer {
        var draft = JudgementTests.reported
        draft.recipient = recipient
        draft.donatedOn = EventDate(day(date), precision: precision)
        draft.employer = employer
        var facts = JudgementTests.facts
        facts.offices = offices
        return judge(draft, standing: .empty, facts: facts).answers[.notEmployer]
    }

    @Test func `R14 an office at the recipient refuses while its term surely runs`() {
        #expect(answer([office("36110", knownOn: "2023-04-10")]) == .refused)
        #expect(answer([office("36110", from: "2022-07-01", to: "2026-07-01")]) == .refused)
        #expect(answer([office("36110", from: "2022-07-01")]) == .refused)
        #expect(answer([office("36110", to: "2023-04-11")]) == .refused)
    }

    @Test func `R14 an office that may have run leaves the question open`() {
        #expect(answer([office("36110", knownOn: "2023-05-10")]) == .undetermined)
        #expect(answer([office("36110", knownOn: "2023-03-10")]) == .undetermined)
        #expect(answer([office("36110", to: "2026-07-01")]) == .undetermined)
        #expect(answer([office("36110")]) == .undetermined)
        #expect(
            answer([office("36110", knownOn: "2023-04-10")], on: "2023-04-10", .onOrBefore)
                == .undetermined)
        let both = [office("30000", knownOn: "2023-04-10"), office("36110")]
        #expect(answer(both) == .undetermined)
    }

    @Test func `R14 an office elsewhere, or none at any government, passes`() {
        #expect(answer([office("11000", knownOn: "2023-04-10")]) == .passed)
        #expect(
            answer([office("11000", knownOn: "2023-04-10")], on: "2023-04-10", .onOrBefore)
                == .passed)
        #expect(answer([office(nil, knownOn: "2023-04-10")]) == .passed)
        #expect(answer([], employer: .noGovernment) == .passed)
        #expect(answer([], employer: .named("서울시청")) == .passed)
    }

    @Test func `R14 nothing known, or an office long over, is undetermined`() {
        #expect(answer([]) == .undetermined)
        #expect(answer([office("36110", from: "2018-07-01", to: "2022-07-01")]) == .undetermined)
        #expect(answer([office("11000", from: "2024-07-01")]) == .undetermined)
        #expect(answer([], employer: .named("어느 회사")) == .undetermined)
    }

    @Test func `R14 a declared employer refuses its own staff and nobody else's`() {
        #expect(answer([], employer: .named("세종시")) == .refused)
        #expect(answer([], recipient: "44200", employer: .named("아산시청")) == .refused)
        #expect(answer([], recipient: "44000", employer: .named("아산시")) == .passed)
        let successor = answer(
            [office("46110", from: "2022-07-01")], recipient: "12110", on: "2026-07-01")
        #expect(successor == .refused)
    }

    @Test func `The mayor of Sejong who lives in Seoul gives to neither, the clerk to three not`() {
        func refused(_ residence: String, _ employer: String, _ recipient: String) -> String {
            JudgementTests.judged {
                $0.residence?.place = .government(residence)
                $0.employer = .named(employer)
                $0.recipient = recipient
            }
        }
        #expect(refused("11710", "36110", "36110") == "refused donor_employed_by_recipient")
        #expect(refused("11710", "36110", "11000") == "refused recipient_is_donors_metropolitan")
        #expect(refused("41480", "41280", "41280") == "refused donor_employed_by_recipient")
        #expect(refused("41480", "41280", "41480") == "refused donor_resides_in_recipient")
        #expect(refused("41480", "41280", "41000") == "refused recipient_is_donors_metropolitan")
        #expect(refused("41480", "41280", "11000") == "standing")
    }

    @Test(
        "R16 the recorded total and the amount stay within the cap of the year",
        arguments: [
            (2023, 0, 5_000_000, true), (2023, 0, 5_000_001, false),
            (2024, 4_900_000, 100_000, true), (2024, 4_900_000, 100_001, false),
            (2024, 5_000_000, 1, false), (2025, 0, 20_000_000, true),
            (2025, 19_999_999, 1, true), (2025, 20_000_000, 1, false),
            (2026, 0, 20_000_001, false),
        ])
    func cap(year: Int, recorded: Int64, amount: Int64, passes: Bool) {
        let answer = JudgementTests.judged(
            standing: Standing(recorded: Won(recorded), undisclosedCount: 0)
        ) {
            $0.amount = Won(amount)
            $0.donatedOn = EventDate(day("\(year)-11-20"))
        }
        #expect(answer == (passes ? "standing" : "refused over_annual_cap"))
    }

    @Test func `R16 the year is the Korean one of the moment of payment`() {
        let last = Instant("2024-12-31T23:59:59+09:00")?.koreanDate
        let first = Instant("2024-12-31T15:00:00Z")?.koreanDate
        #expect(last == day("2024-12-31"))
        #expect(first == day("2025-01-01"))
    }

    @Test func `R16 undisclosed gifts leave the rest open, known ones alone may refuse`() {
        func judged(_ recorded: Int64, _ undisclosed: Int, _ amount: Won?) -> String {
            JudgementTests.judged(
                standing: Standing(recorded: Won(recorded), undisclosedCount: undisclosed)
            ) {
                $0.origin = .reported
                $0.amount = amount
            }
        }
        #expect(judged(0, 1, Won(5_000_000)) == "standing; R16")
        #expect(judged(0, 1, Won(5_000_001)) == "disputed over_annual_cap")
        #expect(judged(5_000_000, 0, nil) == "standing; R16")
        #expect(judged(5_000_001, 0, nil) == "disputed over_annual_cap")
    }

    @Test func `R16 "on or before" decides the year where nothing precedes it`() {
        func verdict(_ date: String) -> Verdict {
            var draft = JudgementTests.reported
            draft.amount = Won(100_000)
            draft.donatedOn = EventDate(day(date), precision: .onOrBefore)
            return judge(draft, standing: .empty, facts: JudgementTests.facts)
        }
        #expect(verdict("2023-04-10").capYear == 2023)
        #expect(verdict("2023-04-10").answers[.withinAnnualCap] == .passed)
        #expect(verdict("2024-04-10").capYear == nil)
        #expect(verdict("2024-04-10").answers[.withinAnnualCap] == .undetermined)
    }

    @Test func `All refusals follow the main one in the order of the ladder`() {
        let answer = JudgementTests.judged(
            standing: Standing(recorded: Won(5_000_000), undisclosedCount: 0)
        ) {
            $0.blankedFields = ["donor_name"]
            $0.donorKind = .organisation
            $0.isInOwnName = false
            $0.residence?.place = .government("44200")
            $0.employer = .named("44200")
        }
        #expect(
            answer == "refused resident_number_present donor_not_natural_person "
                + "donor_not_in_own_name donor_resides_in_recipient "
                + "donor_employed_by_recipient over_annual_cap")
    }
}
