import Hometown
import Testing

/// R11 to R13: the examples of the law reference, one row each.
@Suite struct ResidenceRuleTests {
    @Test(
        "Residents give to any government but their own two",
        arguments: [
            ("41110", "2024-05-01", "41110", "R11"), ("41110", "2024-05-01", "41000", "R12"),
            ("41110", "2024-05-01", "41130", "passed"), ("41110", "2024-05-01", "11000", "passed"),
            ("11710", "2024-05-01", "11710", "R11"), ("11710", "2024-05-01", "11000", "R12"),
            ("11710", "2024-05-01", "11680", "passed"), ("11710", "2024-05-01", "41000", "passed"),
            ("30110", "2024-05-01", "30110", "R11"), ("30110", "2024-05-01", "30000", "R12"),
            ("30110", "2024-05-01", "30140", "passed"), ("30110", "2024-05-01", "30170", "passed"),
            ("30110", "2024-05-01", "30200", "passed"), ("30110", "2024-05-01", "30230", "passed"),
            ("30110", "2024-05-01", "26170", "passed"),
            ("36110", "2024-05-01", "36110", "R11"), ("36110", "2024-05-01", "30000", "passed"),
            ("50000", "2024-05-01", "50000", "R11"), ("50000", "2024-05-01", "11000", "passed"),
            ("29140", "2026-06-30", "29140", "R11"), ("29140", "2026-06-30", "29000", "R12"),
            ("29140", "2026-06-30", "46000", "passed"), ("29140", "2026-06-30", "46110", "passed"),
            ("29140", "2026-06-30", "29200", "passed"),
            ("12240", "2026-07-01", "12240", "R11"), ("12240", "2026-07-01", "12000", "R12"),
            ("29140", "2026-07-01", "12240", "R11"), ("29140", "2026-07-01", "12000", "R12"),
            ("12240", "2026-07-01", "12110", "passed"), ("12240", "2026-07-01", "12330", "passed"),
            ("12240", "2026-07-01", "46000", "R8"),
            ("46110", "2026-06-30", "46110", "R11"), ("46110", "2026-06-30", "46000", "R12"),
            ("46110", "2026-06-30", "29000", "passed"),
            ("46110", "2026-07-01", "12110", "R11"), ("46110", "2026-07-01", "12000", "R12"),
            ("46110", "2026-07-01", "12240", "passed"),
            ("41610", "2026-07-01", "41610", "R11"), ("41610", "2026-07-01", "41000", "R12"),
            ("41610", "2026-07-01", "12000", "passed"),
            ("47720", "2023-06-30", "47720", "R11"), ("47720", "2023-06-30", "47000", "R12"),
            ("47720", "2023-06-30", "27000", "passed"),
            ("47720", "2023-07-01", "27720", "R11"), ("47720", "2023-07-01", "27000", "R12"),
            ("47720", "2023-07-01", "47000", "passed"),
            ("27720", "2023-06-30", "47720", "R11"), ("27720", "2023-06-30", "47000", "R12"),
            ("28110", "2026-07-01", "28000", "R12"), ("28110", "2026-07-01", "28125", "R13"),
            ("28110", "2026-07-01", "28155", "R13"), ("28110", "2026-07-01", "28275", "passed"),
            ("28110", "2026-07-01", "11000", "passed"),
        ])
    func residence(residence: String, date: String, recipient: String, expected: String) {
        let verdict = verdict(residence, date, recipient, .intake)
        let refused = Rule.allCases.filter { verdict.answers[$0] == .refused }
        #expect(refused.map(\.number) == (expected == "passed" ? [] : [expected]))
        #expect(verdict.outcome == (expected == "passed" ? .standing : .refused))
        let reported = self.verdict(residence, date, recipient, .reported)
        // What is only undecided is no breach, so a report of it stands.
        let isBreach = expected != "passed" && expected != "R13"
        #expect(reported.outcome == (isBreach ? .disputed : .standing))
    }

    @Test func `A split residence leaves own government undetermined, never passed`() {
        let verdict = verdict("28110", "2026-07-01", "28125", .reported)
        #expect(verdict.answers[.notOwnGovernment] == .undetermined)
        #expect(verdict.answers[.residenceUnambiguous] == .undetermined)
        #expect(verdict.answers[.notOwnMetropolitan] == .passed)
    }

    @Test func `R13 says on which day the residence was divided, whenever the gift was made`() {
        func said(_ residence: String, _ date: String, _ recipient: String) -> String? {
            verdict(residence, date, recipient, .intake).refusals.first?.text.english
        }
        for date in ["2026-07-01", "2026-08-10"] {
            #expect(
                said("28110", date, "28125")
                    == "Jung-gu, Incheon was divided into several governments on 1 July 2026. "
                    + "Confirm which one.")
        }
        #expect(
            said("28125", "2026-03-02", "28140")
                == "Jemulpo-gu, Incheon was formed of several governments on 1 July 2026. "
                + "Confirm which one it was.")
    }

    @Test func `A residence known only as a province decides the province and no more`() {
        let inside = verdict("41000", "2024-05-01", "41110", .reported)
        #expect(inside.answers[.residenceKnown] == .undetermined)
        #expect(inside.answers[.notOwnGovernment] == .undetermined)
        #expect(verdict("41000", "2024-05-01", "41000", .reported).outcome == .disputed)
        let outside = verdict("41000", "2024-05-01", "11000", .reported)
        #expect(outside.answers[.notOwnGovernment] == .passed)
    }

    @Test func `A vague date that spans a change of province leaves the province undetermined`() {
        var draft = JudgementTests.reported
        draft.residence = Residence(.government("47720"))
        draft.recipient = "47000"
        draft.donatedOn = EventDate(SampleRegistry.day("2023-01-01"), precision: .year)
        let verdict = judge(draft, standing: .empty, facts: JudgementTests.facts)
        #expect(verdict.answers[.notOwnMetropolitan] == .undetermined)
        draft.donatedOn = EventDate(SampleRegistry.day("2023-06-01"), precision: .month)
        #expect(
            judge(draft, standing: .empty, facts: JudgementTests.facts).answers[.notOwnMetropolitan]
                == .refused)
    }

    private func verdict(
        _ residence: String, _ date: String, _ recipient: String, _ origin: Origin
    ) -> Verdict {
        var draft = JudgementTests.intake
        draft.origin = origin
        draft.recipient = recipient
        draft.donatedOn = EventDate(SampleRegistry.day(date))
        draft.residence?.place = .government(residence)
        return judge(draft, standing: .empty, facts: JudgementTests.facts)
    }
}
