/// R7 to R14: the recipient, and how the donor stands to it.
extension Ladder {
    /// R7.
    func recipientName() -> Finding {
        name(recipientNamed, field: "recipient", text: draft.recipient)
    }

    /// R7 again: a residence that means several governments, or none, decides nothing.
    func residenceName() -> Finding {
        guard let residenceNamed, case .government(let text) = draft.residence?.place
        else { return .passed }
        return name(residenceNamed, field: "residence", text: text)
    }

    private func name(
        _ named: GovernmentRegistry.Resolution, field: String, text: String
    ) -> Finding {
        switch named {
        case .one, .notInForce: .passed
        case .ambiguous(let candidates):
            .refused(
                .governmentNameAmbiguous(
                    field: field, name: text.tidied,
                    candidates: candidates.map(facts.registry.fullName)))
        case .unknown(let suggestions):
            .refused(
                .governmentUnknown(
                    field: field, name: text.tidied,
                    suggestions: suggestions.map(facts.registry.fullName)))
        }
    }

    /// R8.
    func recipientInForce() -> Finding {
        guard let recipient else { return .undetermined }
        if case .notInForce(_, let inForce) = recipientNamed {
            return .refused(
                .recipientNotInForce(
                    recipient: recipient.name, date: draft.donatedOn,
                    inForce: inForce.map(facts.registry.fullName),
                    isYetToCome: possibleDays.upperBound < recipient.validFrom))
        }
        return recipient.isInForce(throughout: possibleDays) ? .passed : .undetermined
    }

    /// R9.
    func bar() -> Finding {
        guard let recipient else { return .undetermined }
        var finding = Finding.passed
        for bar in facts.bars where bar.government == recipient.id {
            guard bar.validFrom <= days.upperBound, days.lowerBound < bar.validTo
            else { continue }
            if bar.validFrom <= days.lowerBound, days.upperBound < bar.validTo {
                return .refused(.recipientBarred(recipient: recipient.name, bar: bar))
            }
            finding = .undetermined
        }
        return finding
    }

    /// R10. Staff record the residence with how and when it was checked, down to 시·군·구; nobody
    /// has checked it tomorrow.
    func residenceKnown() -> Finding {
        let unknown: Finding =
            draft.origin == .intake ? .refused(.donorResidenceUnknown) : .undetermined
        guard let recorded = draft.residence else { return unknown }
        let checkedOn = recorded.checkedOn.map { EventDate($0) }
        let field = DonationField.residenceCheckedOn.rawValue
        if let refusal = checkedOn?.refusal(today: facts.today, field: field) {
            return .refused(refusal)
        }
        if draft.origin == .intake, recorded.basis == nil || recorded.checkedOn == nil {
            return unknown
        }
        if recorded.place == .noneInKorea { return .passed }
        guard let ownUnits else { return .undetermined }
        return ownUnits.last.isCoarse ? unknown : .passed
    }

    /// R11.
    func ownGovernment() -> Finding {
        unit(\.basic) { residence, _ in .donorResidesInRecipient(residence: residence) }
    }

    /// R12.
    func ownMetropolitan() -> Finding {
        unit(\.metropolitan) { _, recipient in
            .recipientIsDonorsMetropolitan(recipient: recipient)
        }
    }

    /// Refused when the recipient is the donor's own unit on every possible day, passed when it
    /// is on none. The registry changes a unit at most once within any range that is asked about.
    private func unit(
        _ unit: KeyPath<OwnUnits, OwnUnits.Unit>, _ refusal: (Bilingual, Bilingual) -> Refusal
    ) -> Finding {
        guard let recipient else { return .undetermined }
        guard let ownUnits, let residence else {
            return draft.residence?.place == .noneInKorea ? .passed : .undetermined
        }
        let first = ownUnits.first[keyPath: unit].match(recipient.id)
        let last = ownUnits.last[keyPath: unit].match(recipient.id)
        switch (first, last) {
        case (.none, .none): return .passed
        case (.certain, .certain):
            return .refused(refusal(facts.registry.fullName(of: residence), recipient.name))
        default: return .undetermined
        }
    }

    /// R13. Only where it matters: the recipient is one of those the old residence became. Staff
    /// can ask the donor; of a report nobody can, and what is only undecided is no dispute.
    func residenceUnambiguous() -> Finding {
        guard let recipient else { return .undetermined }
        guard let ownUnits, let residence else {
            return draft.residence?.place == .noneInKorea ? .passed : .undetermined
        }
        guard ownUnits.last.basic.match(recipient.id) == .possible else { return .passed }
        guard draft.origin == .intake, !ownUnits.last.isCoarse else { return .undetermined }
        let isYetToCome = days.upperBound < residence.validFrom
        return .refused(
            .donorResidenceAmbiguous(
                residence: facts.registry.fullName(of: residence),
                date: isYetToCome
                    ? residence.validFrom
                    : facts.registry.dayOfDivision(of: residence, before: days.upperBound),
                isYetToCome: isYetToCome))
    }

    /// R14. An office at the recipient refuses when its term surely covers the day and leaves the
    /// question open when it may. Any other office of the day answers it: one works elsewhere.
    func employer() -> Finding {
        guard let recipient else { return .undetermined }
        var finding = Finding.undetermined
        var isPossible = false
        for office in facts.offices {
            switch (office.tenure(on: days), serves(office, recipient)) {
            case (.none, _): continue
            case (.certain, true): return employed(by: recipient, as: office.title)
            case (.possible, true): isPossible = true
            case (_, false): finding = .passed
            }
        }
        switch draft.employer {
        case nil: break
        case .noGovernment: finding = .passed
        case .named(let text):
            guard let employer = declaredEmployer(text) else { break }
            if isSame(employer, recipient) { return employed(by: recipient, as: nil) }
            finding = .passed
        }
        for interest in facts.interests where interest.relation == .employment {
            switch (interest.tenure(on: days), isSame(interest.government, recipient)) {
            case (.certain, true): return employed(by: recipient, as: nil)
            case (.possible, true): isPossible = true
            case (.certain, false): finding = .passed
            case (.possible, false), (.none, _): continue
            }
        }
        return isPossible ? .undetermined : finding
    }

    private func employed(by recipient: Government, as office: Bilingual?) -> Finding {
        .refused(
            .donorEmployedByRecipient(
                recipient: recipient.name, date: draft.donatedOn, office: office))
    }

    private func serves(_ office: Office, _ recipient: Government) -> Bool {
        office.government.map { isSame($0, recipient) } ?? false
    }

    /// The same of a government that is known by its id.
    func isSame(_ id: Int16, _ recipient: Government) -> Bool {
        if id == recipient.id { return true }
        return facts.registry[id: id].map { isSame($0, recipient) } ?? false
    }

    /// The recipient itself or what it grew from; never its parent or its districts.
    private func isSame(_ government: Government, _ recipient: Government) -> Bool {
        if government.id == recipient.id { return true }
        guard !government.isInForce(on: days.upperBound) else { return false }
        return facts.registry.counterparts(of: government, on: days.upperBound)
            .contains { $0.id == recipient.id }
    }

    /// 아산시, or as people say 아산시청; an employer that is no government is not known to be none.
    private func declaredEmployer(_ text: String) -> Government? {
        for name in [text, text.tidied.dropping(suffix: "청")].compactMap(\.self) {
            switch facts.registry.resolve(name, on: days.upperBound) {
            case .one(let government), .notInForce(let government, _): return government
            case .ambiguous, .unknown: continue
            }
        }
        return nil
    }
}
