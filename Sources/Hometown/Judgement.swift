/// 심사. Judges a donation: a ladder of rules, each asked of every donation, in the order of the
/// law reference. The first refusal is the main reason and all others are listed after it. Pure:
/// the same draft, standing and facts have the same verdict, before and inside the transaction.
package func judge(
    _ draft: DonationDraft, standing: Standing, facts: DonationFacts
) -> Verdict {
    var ladder = Ladder(draft: draft, standing: standing, facts: facts)
    ladder.step(.residentNumberAbsent, ladder.residentNumber())
    ladder.step(.amountValid, ladder.amount())
    ladder.step(.dateNotInFuture, ladder.exactDay())
    ladder.step(.dateNotInFuture, ladder.future())
    ladder.step(.dateInScheme, ladder.scheme())
    ladder.step(.donorNaturalPerson, ladder.naturalPerson())
    ladder.step(.donorInOwnName, ladder.ownName())
    ladder.step(.governmentUnambiguous, ladder.recipientName())
    ladder.step(.governmentUnambiguous, ladder.residenceName())
    ladder.step(.recipientInForce, ladder.recipientInForce())
    ladder.step(.recipientNotBarred, ladder.bar())
    ladder.step(.residenceKnown, ladder.residenceKnown())
    ladder.step(.notOwnGovernment, ladder.ownGovernment())
    ladder.step(.notOwnMetropolitan, ladder.ownMetropolitan())
    ladder.step(.residenceUnambiguous, ladder.residenceUnambiguous())
    ladder.step(.notEmployer, ladder.employer())
    ladder.step(.noInterest, ladder.interest())
    ladder.step(.withinAnnualCap, ladder.annualCap())
    ladder.step(.placePublic, ladder.place())
    ladder.step(.earmarkAvailable, ladder.earmark())
    ladder.step(.projectOpen, ladder.projectOpen())
    ladder.step(.giftLawful, ladder.giftKind())
    ladder.step(.giftWithinLimit, ladder.giftValue())
    ladder.step(.giftWanted, ladder.giftWanted())
    ladder.step(.checksComplete, ladder.checksComplete())
    ladder.step(.consentGiven, ladder.consent())
    return ladder.verdict
}

/// What one rung finds.
enum Finding {
    case passed
    case undetermined
    /// Behind a pointer: there are 26 findings to a donation, and a refusal is large and rare.
    indirect case refused(Refusal)
}

/// The rungs, with what several of them need worked out once. Rules that ask about a government
/// look at the days on which the recipient existed: on any other day its own rule says no.
struct Ladder {
    let draft: DonationDraft
    let standing: Standing
    let facts: DonationFacts
    let possibleDays: ClosedRange<CivilDate>
    let recipientNamed: GovernmentRegistry.Resolution
    let recipient: Government?
    let residenceNamed: GovernmentRegistry.Resolution?
    let residence: Government?
    /// The possible days on which the recipient was in force; all of them if it never was.
    let days: ClosedRange<CivilDate>
    /// On the first and on the last of `days`.
    let ownUnits: (first: OwnUnits, last: OwnUnits)?

    private var answers = Answers()
    private var refusals: [Refusal] = []

    init(draft: DonationDraft, standing: Standing, facts: DonationFacts) {
        self.draft = draft
        self.standing = standing
        self.facts = facts
        // Of what is kept, not of the parameters: then these are handed over and not copied.
        let registry = self.facts.registry
        let possible = self.draft.donatedOn.possibleDays(today: self.facts.today)
        possibleDays = possible
        recipientNamed = Ladder.resolve(self.draft.recipient, registry, possible)
        recipient = Ladder.government(recipientNamed)
        days = recipient.map { Ladder.days($0, within: possible) } ?? possible
        if case .government(let text) = self.draft.residence?.place {
            residenceNamed = Ladder.resolve(text, registry, days)
        } else {
            residenceNamed = nil
        }
        residence = residenceNamed.flatMap(Ladder.government)
        if let residence {
            let last = registry.ownUnits(of: residence, on: days.upperBound)
            let isOneDay = days.lowerBound == days.upperBound
            ownUnits = (
                isOneDay ? last : registry.ownUnits(of: residence, on: days.lowerBound), last
            )
        } else {
            ownUnits = nil
        }
    }

    mutating func step(_ rule: Rule, _ finding: Finding) {
        switch finding {
        case .passed: break
        case .undetermined: answers.record(.undetermined, to: rule)
        case .refused(let refusal):
            answers.record(.refused, to: rule)
            refusals.append(refusal)
        }
    }

    var verdict: Verdict {
        let years = draft.donatedOn.capYears(today: facts.today)
        return Verdict(
            outcome: outcome, answers: answers,
            refusals: refusals + [unfitGround].compactMap(\.self), recipient: recipient,
            residence: residence, capYear: years.count == 1 ? years.lowerBound : nil,
            warnings: warnings)
    }

    private var outcome: Verdict.Outcome {
        if let ground = draft.receivedUnlawful {
            let isReturnable = refusals.allSatisfy { $0.isReturnable(on: ground) }
            return isReturnable && unfitGround == nil ? .returnDue : .refused
        }
        if refusals.isEmpty { return .standing }
        return draft.origin == .reported && !refusals.contains { $0.code.stopsReported }
            ? .disputed : .refused
    }

    /// 사유 확인. How much goes back hangs on the ground, so it is one of those that the donation
    /// shows. What the ledger cannot see at all (Act 6, 7) may be the ground beside them.
    private var unfitGround: Refusal? {
        let found = refusals.flatMap(\.grounds)
        guard let ground = draft.receivedUnlawful, ground != .coercion, ground != .solicitation,
            let first = found.first, !found.contains(ground)
        else { return nil }
        return .returnGroundUnfit(found: first)
    }

    /// A name is read as of the last possible day; if nothing was called so then, of the first.
    private static func resolve(
        _ text: String, _ registry: GovernmentRegistry, _ days: ClosedRange<CivilDate>
    ) -> GovernmentRegistry.Resolution {
        let last = registry.resolve(text, on: days.upperBound)
        guard case .notInForce = last, days.lowerBound < days.upperBound else { return last }
        let first = registry.resolve(text, on: days.lowerBound)
        if case .one = first { return first }
        return last
    }

    private static func government(_ named: GovernmentRegistry.Resolution) -> Government? {
        switch named {
        case .one(let government), .notInForce(let government, _): government
        case .ambiguous, .unknown: nil
        }
    }

    private static func days(
        _ government: Government, within possible: ClosedRange<CivilDate>
    ) -> ClosedRange<CivilDate> {
        guard possible.lowerBound < possible.upperBound else { return possible }
        let first = max(possible.lowerBound, government.validFrom)
        let last = government.validTo.map { min(possible.upperBound, $0.adding(days: -1)) }
        guard first <= last ?? possible.upperBound else { return possible }
        return first...(last ?? possible.upperBound)
    }
}
