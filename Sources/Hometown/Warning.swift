/// 주의. What is recorded all the same, and what somebody should look at. A warning stands beside the
/// verdict and never changes it; those found in judging are kept with the entry.
package enum Warning: Hashable, Sendable {
    /// Of a donor, a recipient, a day and an amount; `no` is the earlier one's number, `nil` where
    /// it comes in together with this one.
    case possibleDuplicate(no: String?)
    case channelBeforeOpening
    case noResidenceInKorea
    case barOnPredecessor(name: Bilingual)
    case participationBeforeNomination
    /// 이은 기부자들의 합계가 상한을 넘음: it happened, so it is recorded, and nothing is added to it.
    case overCapTogether

    /// The stable name of a warning.
    package enum Code: String, Sendable, CaseIterable {
        case possibleDuplicate = "possible_duplicate"
        case channelBeforeOpening = "channel_before_opening"
        case noResidenceInKorea = "no_residence_in_korea"
        case barOnPredecessor = "bar_on_predecessor"
        case participationBeforeNomination = "participation_before_nomination"
        case overCapTogether = "over_cap_together"

        /// What a receipt says, which keeps the code alone.
        package var text: Bilingual {
            switch self {
            case .possibleDuplicate:
                Bilingual("같은 내용의 기부가 있습니다.", "The same donation exists.")
            case .channelBeforeOpening:
                Bilingual("민간플랫폼 개통(2024. 12. 2.) 전입니다.", "Before private platforms opened.")
            case .noResidenceInKorea:
                Bilingual("국내 주소지가 없습니다.", "No residence in Korea.")
            case .barOnPredecessor:
                Bilingual(
                    "통합 전 지자체의 제한 기간입니다.", "A predecessor is barred on this date.")
            case .participationBeforeNomination:
                Bilingual(
                    "참여일이 지명일보다 빠릅니다.", "The participation lies before the nomination.")
            case .overCapTogether:
                Bilingual(
                    "이은 기부자들의 기부를 더하면 연간 상한을 넘습니다.",
                    "Together the joined donors have more than the cap of a year.")
            }
        }
    }

    package var code: Code {
        switch self {
        case .possibleDuplicate: .possibleDuplicate
        case .channelBeforeOpening: .channelBeforeOpening
        case .noResidenceInKorea: .noResidenceInKorea
        case .barOnPredecessor: .barOnPredecessor
        case .participationBeforeNomination: .participationBeforeNomination
        case .overCapTogether: .overCapTogether
        }
    }

    package var text: Bilingual {
        switch self {
        case .possibleDuplicate(let no?):
            Bilingual("같은 내용의 기부가 있습니다(\(no)).", "The same donation exists (\(no)).")
        case .barOnPredecessor(let name):
            Bilingual(
                "통합 전 지자체(\(name.korean))의 제한 기간입니다.",
                "A predecessor (\(name.english)) is barred on this date.")
        case .possibleDuplicate, .channelBeforeOpening, .noResidenceInKorea,
            .participationBeforeNomination, .overCapTogether:
            code.text
        }
    }
}

extension Ladder {
    /// What the donation itself shows, in the order of the law reference.
    var warnings: [Warning] {
        var warnings: [Warning] = []
        if draft.channel == .privatePlatform, possibleDays.upperBound < Scheme.platformFirstDay {
            warnings.append(.channelBeforeOpening)
        }
        if draft.residence?.place == .noneInKorea { warnings.append(.noResidenceInKorea) }
        if let name = barredPredecessor { warnings.append(.barOnPredecessor(name: name)) }
        return warnings
    }

    /// Whoever the recipient was before, barred on every possible day.
    private var barredPredecessor: Bilingual? {
        guard let recipient else { return nil }
        let bars = facts.bars.filter { bar in
            bar.government != recipient.id && bar.validFrom <= days.lowerBound
                && days.upperBound < bar.validTo
        }
        // Bars are few, and the registry is walked only where one covers the day.
        guard !bars.isEmpty else { return nil }
        let earlier = facts.registry.predecessors(ofLine: recipient)
        return bars.first { earlier.contains($0.government) }
            .flatMap { facts.registry[id: $0.government] }.map(facts.registry.fullName)
    }
}
