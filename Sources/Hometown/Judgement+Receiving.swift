/// R15 and R17 to R24: what ties the donor to the recipient, how the money came, what it is for,
/// what is given in return and what staff checked.
extension Ladder {
    /// R15. By declaration only: of this donation, or on record.
    func interest() -> Finding {
        guard let recipient else { return .undetermined }
        let refused = Finding.refused(.donorHasInterestInRecipient(recipient: recipient.name))
        if draft.hasInterest == true { return refused }
        var isPossible = false
        for interest in facts.interests where interest.relation != .employment {
            guard isSame(interest.government, recipient) else { continue }
            switch interest.tenure(on: days) {
            case .certain: return refused
            case .possible: isPossible = true
            case .none: continue
            }
        }
        return isPossible || draft.hasInterest == nil ? .undetermined : .passed
    }

    /// R17. Staff know how the money came, and a public place has a name (Act 8(1)).
    func place() -> Finding {
        let field: String
        switch draft.channel {
        case nil: field = "channel"
        case .publicPlace where draft.channelName == nil: field = "channel_name"
        default: return .passed
        }
        return draft.origin == .intake ? .refused(.placeNotPublic(field: field)) : .undetermined
    }

    /// R18. Before Act 20314 nothing could be designated.
    func earmark() -> Finding {
        guard draft.purpose != nil || draft.project != nil else { return .passed }
        if days.upperBound < Scheme.earmarkFirstDay {
            let field = draft.project == nil ? "purpose" : "project_id"
            return .refused(.earmarkNotAvailable(field: field))
        }
        return days.lowerBound < Scheme.earmarkFirstDay ? .undetermined : .passed
    }

    /// R19. The project is the recipient's, for the purpose that is named, and open on the day.
    func projectOpen() -> Finding {
        guard let id = draft.project else { return .passed }
        guard let project = facts.projects[id] else {
            return .refused(.referenceUnknown(field: "project_id"))
        }
        guard let recipient else { return .undetermined }
        let refused = Finding.refused(
            .projectNotOpen(
                project: project.name, recipient: recipient.name, date: draft.donatedOn))
        guard isSame(project.government, recipient),
            draft.purpose == nil || draft.purpose == project.purpose,
            project.openFrom <= days.upperBound,
            project.openTo.map({ days.lowerBound < $0 }) ?? true
        else { return refused }
        let isSure =
            project.openFrom <= days.lowerBound
            && project.openTo.map { days.upperBound < $0 } ?? true
        return isSure ? .passed : .undetermined
    }

    /// R20. Of a gift whose kind nobody wrote down only the value is known.
    func giftKind() -> Finding {
        guard let gift = draft.gift, gift.isGiven else { return .passed }
        guard let kind = gift.kind else { return .undetermined }
        return kind.isLawful ? .passed : .refused(.giftForbiddenKind)
    }

    /// R21. This donation alone counts, never the year.
    func giftValue() -> Finding {
        guard let gift = draft.gift, gift.isGiven else { return .passed }
        guard let value = gift.value, let amount = draft.amount else { return .undetermined }
        let limit = ReturnGift.limit(for: amount)
        return value <= limit ? .passed : .refused(.giftOverLimit(value: value, limit: limit))
    }

    /// R22.
    func giftWanted() -> Finding {
        guard let gift = draft.gift, gift.isGiven else { return .passed }
        guard let isWanted = gift.isWanted else { return .undetermined }
        return isWanted ? .passed : .refused(.giftNotWanted)
    }

    /// R23. Of a report nobody expects the checks of staff.
    func checksComplete() -> Finding {
        guard draft.origin == .intake else { return .passed }
        let checks = draft.checks ?? Checks()
        let missing = checks.missing(today: facts.today)
        let failed = checks.failed(today: facts.today)
        guard !missing.isEmpty || !failed.isEmpty else { return .passed }
        return .refused(.checksIncomplete(items: missing, failed: failed))
    }

    /// R24. Papers need none; records of other offices do.
    func consent() -> Finding {
        let isNeeded =
            draft.checks?.useSharedRecords ?? false
            || draft.residence?.basis == .sharedAdministrativeInformation
        guard isNeeded else { return .passed }
        switch draft.checks?.hasConsent {
        case true?: return .passed
        case false?: return .refused(.consentMissing)
        case nil: return draft.origin == .intake ? .refused(.consentMissing) : .undetermined
        }
    }
}
