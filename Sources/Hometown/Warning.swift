/// 주의. What is recorded and kept with its entry, because somebody should look at it. It refuses
/// nothing.
package enum Warning: Hashable, Sendable {
    /// Of the same donor to the same government on the same day with the same amount.
    case possibleDuplicate(donation: Identifier)
    case channelBeforeOpening
    case noResidenceInKorea
    /// `government`: the code of the predecessor, as of its time.
    case barOnPredecessor(government: String, name: Bilingual)
    case participationBeforeNomination

    /// The stable name.
    package enum Code: String, Sendable, CaseIterable {
        case possibleDuplicate = "possible_duplicate"
        case channelBeforeOpening = "channel_before_opening"
        case noResidenceInKorea = "no_residence_in_korea"
        case barOnPredecessor = "bar_on_predecessor"
        case participationBeforeNomination = "participation_before_nomination"
    }

    package var code: Code {
        switch self {
        case .possibleDuplicate: .possibleDuplicate
        case .channelBeforeOpening: .channelBeforeOpening
        case .noResidenceInKorea: .noResidenceInKorea
        case .barOnPredecessor: .barOnPredecessor
        case .participationBeforeNomination: .participationBeforeNomination
        }
    }

    /// What it is about, beside the thing it stands with: an id, or the code of a government.
    package var about: String? {
        switch self {
        case .possibleDuplicate(let donation): donation.description
        case .barOnPredecessor(let government, _): government
        case .channelBeforeOpening, .noResidenceInKorea, .participationBeforeNomination: nil
        }
    }
}

extension Warning.Code {
    /// - Parameter about: how what it is about reads for people.
    package func text(_ about: String?) -> Bilingual {
        let about = about ?? "-"
        return switch self {
        case .possibleDuplicate:
            Bilingual(
                "같은 내용의 기부가 있습니다(\(about)).", "The same donation exists (\(about)).")
        case .channelBeforeOpening:
            Bilingual(
                "민간플랫폼 개통(2024. 12. 2.) 전입니다.",
                "Private platforms opened on 2 December 2024.")
        case .noResidenceInKorea:
            Bilingual("국내 주소지가 없습니다.", "No residence in Korea.")
        case .barOnPredecessor:
            Bilingual(
                "통합 전 지자체(\(about))의 제한 기간입니다.",
                "A predecessor (\(about)) is barred on this date.")
        case .participationBeforeNomination:
            Bilingual(
                "참여일이 지명일보다 빠릅니다.", "The participation lies before the nomination.")
        }
    }
}

extension [Warning] {
    /// As an entry has them; `nil` where there are none.
    package var canonical: CanonicalValue? {
        isEmpty
            ? nil
            : .array(
                map { warning in
                    .members([
                        "about": .text(warning.about), "code": .string(warning.code.rawValue),
                    ])
                })
    }
}

/// What of a donation should be looked at, whatever else the ledger holds; who gave twice is asked
/// apart.
/// - Parameter recipient: that of the verdict.
package func warnings(
    of draft: DonationDraft, to recipient: Government, facts: DonationFacts
) -> [Warning] {
    var found: [Warning] = []
    let days = draft.donatedOn.possibleDays(today: facts.today)
    if draft.channel == .privatePlatform, days.upperBound < Scheme.platformsFirstDay {
        found.append(.channelBeforeOpening)
    }
    if draft.residence?.place == .noneInKorea { found.append(.noResidenceInKorea) }
    for bar in facts.bars where bar.government != recipient.id {
        guard bar.validFrom <= days.lowerBound, days.upperBound < bar.validTo,
            let barred = facts.registry[id: bar.government],
            !barred.isInForce(on: days.upperBound),
            facts.registry.counterparts(of: barred, on: days.upperBound)
                .contains(where: { $0.id == recipient.id })
        else { continue }
        found.append(
            .barOnPredecessor(
                government: barred.code, name: facts.registry.fullName(of: barred)))
    }
    return found
}
