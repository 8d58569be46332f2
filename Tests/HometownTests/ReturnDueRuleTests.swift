import Hometown
import Testing

/// Money that was already taken against the law must be recordable, or it could not go back.
@Suite struct ReturnDueRuleTests {
    private static func judged(_ change: (inout DonationDraft) -> Void) -> String {
        JudgementTests.judged(JudgementTests.intake) { draft in
            draft.receivedUnlawful = .resident
            change(&draft)
        }
    }

    @Test func `What breaks a rule of Article 14 is kept to be returned`() {
        #expect(
            Self.judged { $0.recipient = "11710" } == "return_due donor_resides_in_recipient")
        #expect(
            Self.judged { $0.recipient = "11000" }
                == "return_due recipient_is_donors_metropolitan")
        #expect(Self.judged { $0.isInOwnName = false } == "return_due donor_not_in_own_name")
        #expect(
            Self.judged { $0.employer = .named("44200") }
                == "return_due donor_employed_by_recipient")
        #expect(
            Self.judged { $0.hasInterest = true } == "return_due donor_has_interest_in_recipient")
        #expect(
            Self.judged { $0.gift = ReturnGift(kind: .cash, value: Won(40_000), isWanted: true) }
                == "return_due gift_forbidden_kind gift_over_limit")
        #expect(Self.judged { $0.channel = .publicPlace } == "return_due place_not_public")
        // Of urging and soliciting the ledger can know nothing by itself.
        #expect(Self.judged { $0.receivedUnlawful = .coercion } == "return_due")
    }

    @Test func `No other rule gives way to it`() {
        #expect(
            Self.judged {
                $0.amount = Won(5_000_001)
                $0.recipient = "11710"
            } == "refused donor_resides_in_recipient over_annual_cap")
        #expect(Self.judged { $0.amount = nil } == "refused amount_invalid; R16")
        #expect(
            Self.judged { $0.residence = nil }.hasPrefix("refused donor_residence_unknown"))
        #expect(
            Self.judged { $0.donorKind = .organisation } == "refused donor_not_natural_person")
    }
}
