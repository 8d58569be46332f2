/// R1 to R6 and R16: what the donation itself says, and the donor's year.
extension Ladder {
    /// R1. The reader has already thrown the text away; what is left is to say so.
    func residentNumber() -> Finding {
        draft.blankedFields.isEmpty
            ? .passed : .refused(.residentNumberPresent(fields: draft.blankedFields))
    }

    /// R2. Reported donations may leave the amount undisclosed, staff who took money in cannot.
    func amount() -> Finding {
        guard let amount = draft.amount else {
            return draft.origin == .reported ? .passed : .refused(.amountInvalid)
        }
        return amount > .zero && amount <= Scheme.amountMax ? .passed : .refused(.amountInvalid)
    }

    /// R3, first part. Staff know the day of a donation they took in.
    func exactDay() -> Finding {
        guard draft.origin == .intake, draft.donatedOn.precision != .day else { return .passed }
        let reason = Bilingual(
            "접수한 기부는 기부일을 날짜까지 입력해 주십시오. 예: 2023-04-10",
            "Enter the full date of a donation that was taken in, such as 2023-04-10.")
        return .refused(.dateInvalid(field: "donated_on", reason: reason))
    }

    /// R3. A month or year that has begun may be named; "by tomorrow" may not.
    func future() -> Finding {
        draft.donatedOn.date <= facts.today
            ? .passed : .refused(.donatedOnInFuture(today: facts.today))
    }

    /// R4.
    func scheme() -> Finding {
        draft.donatedOn.latest >= Scheme.firstDay ? .passed : .refused(.beforeScheme)
    }

    /// R5. A public person of the ledger is a natural person.
    func naturalPerson() -> Finding {
        if draft.donorKind == .organisation { return .refused(.donorNotNaturalPerson) }
        if draft.donorKind == .person { return .passed }
        if case .person = draft.donor { return .passed }
        return .undetermined
    }

    /// R6.
    func ownName() -> Finding {
        guard let isInOwnName = draft.isInOwnName else { return .undetermined }
        return isInOwnName ? .passed : .refused(.donorNotInOwnName)
    }

    /// R16. The known amounts decide where they can; an undisclosed one leaves the rest open.
    func annualCap() -> Finding {
        let years = draft.donatedOn.capYears(today: facts.today)
        guard years.count == 1, let cap = Scheme.annualCap(in: years.lowerBound)
        else { return .undetermined }
        let added = draft.amount ?? .zero
        let (total, overflow) = standing.recorded.amount.addingReportingOverflow(added.amount)
        if overflow || total > cap.amount {
            let year = years.lowerBound
            return .refused(.overAnnualCap(year: year, cap: cap, recorded: standing.recorded))
        }
        return draft.amount == nil || standing.undisclosedCount > 0 ? .undetermined : .passed
    }
}
