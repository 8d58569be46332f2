import Hometown
import Testing

private func day(_ text: String) -> CivilDate { SampleRegistry.day(text) }

/// One donation after another, each changed from a lawful one, in the order of the ladder.
@Suite struct JudgementTests {
    /// Lives in 송파구, gives 100,000 won to 아산시.
    static var intake: DonationDraft {
        var draft = DonationDraft(
            origin: .intake, donor: .keyed(Identifier(high: 1, low: 2)), recipient: "44200",
            amount: Won(100_000), donatedOn: EventDate(day("2024-05-01")))
        draft.donorKind = .person
        draft.isInOwnName = true
        draft.residence = Residence(
            .government("11710"), basis: .documentSubmitted, checkedOn: day("2024-05-01"))
        draft.employer = .noGovernment
        draft.hasInterest = false
        draft.channel = .stateSystem
        draft.checks = Checks(
            all: Check(.passed, basis: .documentSubmitted, on: day("2024-05-01")), pledge: "기탁서 1")
        return draft
    }

    /// As the press tells it: somebody gave to 대전광역시, how much is not said.
    static var reported: DonationDraft {
        DonationDraft(
            origin: .reported, donor: .person(Identifier(high: 1, low: 2)), recipient: "30000",
            amount: nil, donatedOn: EventDate(day("2023-04-10")))
    }

    static var facts: DonationFacts {
        DonationFacts(registry: SampleRegistry.registry, today: day("2026-11-20"))
    }

    /// `refused code code; R5 R6 undetermined`.
    static func summary(_ verdict: Verdict) -> String {
        let codes = verdict.refusals.map(\.code.rawValue)
        let open = verdict.answers.undetermined.map(\.number)
        return ([verdict.outcome.rawValue] + codes).joined(separator: " ")
            + (open.isEmpty ? "" : "; " + open.joined(separator: " "))
    }

    static func judged(
        _ draft: DonationDraft = intake, standing: Standing = .empty,
        facts: DonationFacts = facts, _ change: (inout DonationDraft) -> Void = { _ in }
    ) -> String {
        var draft = draft
        change(&draft)
        return summary(judge(draft, standing: standing, facts: facts))
    }

    private func intake(_ change: (inout DonationDraft) -> Void) -> String {
        JudgementTests.judged(JudgementTests.intake, change)
    }

    private func reported(_ change: (inout DonationDraft) -> Void) -> String {
        JudgementTests.judged(JudgementTests.reported, change)
    }

    /// What a bare report leaves open.
    private let open = "; R6 R10 R11 R12 R13 R14 R15 R16 R17"

    @Test func `A lawful intake passes every rule`() {
        let verdict = judge(
            JudgementTests.intake, standing: .empty, facts: JudgementTests.facts)
        #expect(verdict.outcome == .standing)
        #expect(Rule.allCases.allSatisfy { verdict.answers[$0] == .passed })
        #expect(verdict.recipient?.code == "44200")
        #expect(verdict.residence?.code == "11710")
        #expect(verdict.capYear == 2024)
    }

    @Test func `A bare report stands, and what nobody said is undetermined`() {
        #expect(reported { _ in } == "standing" + open)
    }

    @Test func `R1 a blanked field refuses either origin`() {
        #expect(intake { $0.blankedFields = ["donor_name"] } == "refused resident_number_present")
        #expect(
            reported { $0.blankedFields = ["employer"] }
                == "refused resident_number_present" + open)
    }

    @Test func `R2 an amount is at least one won, and only a report may leave it out`() {
        #expect(intake { $0.amount = nil } == "refused amount_invalid; R16")
        #expect(intake { $0.amount = .zero } == "refused amount_invalid")
        #expect(intake { $0.amount = Won(-1) } == "refused amount_invalid")
        #expect(intake { $0.amount = Won(1) } == "standing")
        #expect(intake { $0.amount = Won(.max) } == "refused amount_invalid over_annual_cap")
        #expect(
            reported { $0.amount = .zero }
                == "refused amount_invalid; R6 R10 R11 R12 R13 R14 R15 R17")
    }

    @Test func `R3 no donation is later than today, and staff know its day`() {
        let late = "refused donated_on_in_future"
        #expect(intake { $0.donatedOn = EventDate(day("2026-11-20")) } == "standing")
        #expect(intake { $0.donatedOn = EventDate(day("2026-11-21")) } == late)
        #expect(
            intake { $0.donatedOn = EventDate(day("2024-05-01"), precision: .month) }
                == "refused date_invalid")
        for (date, precision, isLate) in [
            ("2026-11-01", EventDate.Precision.month, false), ("2026-12-01", .month, true),
            ("2026-01-01", .year, false), ("2027-01-01", .year, true),
            ("2026-11-21", .onOrBefore, true),
        ] {
            let answer = reported { $0.donatedOn = EventDate(day(date), precision: precision) }
            #expect(answer.hasPrefix(late) == isLate, "\(date) \(precision)")
        }
    }

    @Test func `R4 nothing is older than the scheme`() {
        #expect(intake { $0.donatedOn = EventDate(day("2023-01-01")) } == "standing")
        #expect(
            intake { $0.donatedOn = EventDate(day("2022-12-31")) }
                == "refused before_scheme; R16")
        for (date, precision, isEarly) in [
            ("2022-12-01", EventDate.Precision.month, true), ("2022-01-01", .year, true),
            ("2023-01-01", .year, false), ("2023-01-01", .onOrBefore, false),
            ("2022-12-31", .onOrBefore, true),
        ] {
            let answer = reported { $0.donatedOn = EventDate(day(date), precision: precision) }
            #expect(answer.hasPrefix("refused before_scheme") == isEarly, "\(date) \(precision)")
        }
    }

    @Test func `R5 only a natural person donates`() {
        #expect(intake { $0.donorKind = .organisation } == "refused donor_not_natural_person")
        #expect(intake { $0.donorKind = nil } == "standing; R5")
        #expect(
            reported { $0.donorKind = .organisation }
                == "disputed donor_not_natural_person" + open)
    }

    @Test func `R6 only in the donor's own name`() {
        #expect(intake { $0.isInOwnName = false } == "refused donor_not_in_own_name")
        #expect(intake { $0.isInOwnName = nil } == "standing; R6")
    }

    @Test func `R7 a name that means several governments, or none, refuses either origin`() {
        #expect(
            intake { $0.recipient = "중구" }
                == "refused government_name_ambiguous; R8 R9 R11 R12 R13 R14 R15")
        #expect(
            reported { $0.recipient = "충남 아산시갑" }
                == "refused government_unknown; R6 R8 R9 R10 R11 R12 R13 R14 R15 R16 R17")
        #expect(
            intake { $0.residence?.place = .government("고성군") }
                == "refused government_name_ambiguous; R10 R11 R12 R13")
        #expect(intake { $0.recipient = "충남 아산시" } == "standing")
    }

    @Test func `R8 the recipient is in force on the date`() {
        let change = { (draft: inout DonationDraft) in
            draft.recipient = "46000"
            draft.donatedOn = EventDate(day("2026-07-01"))
        }
        #expect(intake(change) == "refused recipient_not_in_force")
        #expect(reported(change) == "disputed recipient_not_in_force" + open)
        #expect(
            intake {
                $0.recipient = "46000"
                $0.donatedOn = EventDate(day("2026-06-30"))
            } == "standing")
        #expect(
            reported {
                $0.recipient = "42000"
                $0.donatedOn = EventDate(day("2023-06-01"), precision: .month)
            } == "standing; R6 R8 R10 R11 R12 R13 R14 R15 R16 R17")
    }

    @Test func `R9 a barred government receives nothing until the bar ends`() {
        var facts = JudgementTests.facts
        facts.bars = [
            Bar(
                government: SampleRegistry.unit("44200").id, validFrom: day("2026-01-01"),
                validTo: day("2026-07-01"), reason: "권유")
        ]
        func judged(_ date: String, _ origin: Origin, _ precision: EventDate.Precision = .day)
            -> String
        {
            JudgementTests.judged(facts: facts) {
                $0.origin = origin
                $0.donatedOn = EventDate(day(date), precision: precision)
            }
        }
        #expect(judged("2025-12-31", .intake) == "standing")
        #expect(judged("2026-01-01", .intake) == "refused recipient_barred")
        #expect(judged("2026-06-30", .intake) == "refused recipient_barred")
        #expect(judged("2026-07-01", .intake) == "standing")
        #expect(judged("2026-06-30", .reported) == "disputed recipient_barred")
        #expect(judged("2026-06-01", .reported, .month) == "disputed recipient_barred")
        #expect(judged("2026-01-01", .reported, .year) == "standing; R9")
    }

    @Test func `R10 staff record where the donor lived, how and when it was checked`() {
        let unknown = "refused donor_residence_unknown"
        #expect(intake { $0.residence = nil } == unknown + "; R11 R12 R13")
        #expect(intake { $0.residence?.basis = nil } == unknown)
        #expect(intake { $0.residence?.checkedOn = nil } == unknown)
        #expect(intake { $0.residence?.place = .government("서울") } == unknown)
        #expect(intake { $0.residence?.place = .noneInKorea } == "standing")
    }

    @Test func `R10 nobody has checked it tomorrow, whoever says so`() {
        #expect(intake { $0.residence?.checkedOn = day("2026-11-20") } == "standing")
        for wrong in ["2026-11-21", "0026-11-20"] {
            #expect(
                intake { $0.residence?.checkedOn = day(wrong) } == "refused date_invalid",
                "\(wrong)")
            let told = reported {
                $0.residence = Residence(.government("11710"), checkedOn: day(wrong))
            }
            #expect(told.hasPrefix("refused date_invalid"), "\(told)")
        }
    }
}
