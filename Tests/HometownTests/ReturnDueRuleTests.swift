import Hometown
import Testing

/// Money that was already taken against the law must be recordable, or it could not go back.
@Suite struct ReturnDueRuleTests {
    private static func judged(
        _ ground: ReturnGround = .resident, _ change: (inout DonationDraft) -> Void
    ) -> String {
        JudgementTests.judged(JudgementTests.intake) { draft in
            draft.receivedUnlawful = ground
            change(&draft)
        }
    }

    @Test func `What breaks a rule of Article 14 is kept to be returned`() {
        #expect(
            Self.judged { $0.recipient = "11710" } == "return_due donor_resides_in_recipient")
        #expect(
            Self.judged { $0.recipient = "11000" }
                == "return_due recipient_is_donors_metropolitan")
        #expect(
            Self.judged(.nameOrRelation) { $0.isInOwnName = false }
                == "return_due donor_not_in_own_name")
        #expect(
            Self.judged(.nameOrRelation) { $0.employer = .named("44200") }
                == "return_due donor_employed_by_recipient")
        #expect(
            Self.judged(.nameOrRelation) { $0.hasInterest = true }
                == "return_due donor_has_interest_in_recipient")
        #expect(
            Self.judged(.unlawfulGift) {
                $0.gift = ReturnGift(kind: .cash, value: Won(40_000), isWanted: true)
            } == "return_due gift_forbidden_kind gift_over_limit")
        #expect(
            Self.judged(.placeNotPublic) { $0.channel = .publicPlace }
                == "return_due place_not_public")
    }

    @Test func `The ground is one of those that it shows, or one that nobody can see in it`() {
        let broken: [(ReturnGround, (inout DonationDraft) -> Void)] = [
            (.resident, { $0.recipient = "11710" }), (.resident, { $0.recipient = "11000" }),
            (.nameOrRelation, { $0.isInOwnName = false }),
            (.nameOrRelation, { $0.hasInterest = true }),
            (.placeNotPublic, { $0.channel = nil }),
            (.unlawfulGift, { $0.gift = ReturnGift(kind: .cash, value: Won(1), isWanted: true) }),
        ]
        for (fit, change) in broken {
            for ground in ReturnGround.allCases {
                let isFit = [fit, .coercion, .solicitation].contains(ground)
                let answer = Self.judged(ground, change)
                #expect(answer.hasPrefix("return_due ") == isFit, "\(fit) \(ground)")
                #expect(answer.hasSuffix(" return_ground_required") != isFit, "\(answer)")
            }
        }
        // Of two that it shows either is one.
        for ground in [ReturnGround.resident, .unlawfulGift] {
            #expect(
                Self.judged(ground) {
                    $0.recipient = "11710"
                    $0.gift = ReturnGift(kind: .localProduct, value: Won(30_001), isWanted: true)
                } == "return_due donor_resides_in_recipient gift_over_limit")
        }
        // Where it shows none, staff know what the ledger does not.
        for ground in ReturnGround.allCases {
            #expect(Self.judged(ground) { _ in } == "return_due")
        }
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
