import Hometown

/// 정정할 기부. What a correction knows of the donation it is about.
struct Corrigible: Sendable {
    let donor: Identifier
    let amount: Won?
    let donatedOn: EventDate
    let capYear: Int16?
    let origin: Origin
    let person: Identifier?
    let name: String?
    /// A code, or `none`.
    let residence: String?
    let isNaturalPerson: Bool
    let isInOwnName: Bool?
    let recipient: Int16
    let channel: Channel?
    let channelName: String?
    let leg: Identifier?
    let participation: Identifier?
    let disputed: String?
    let unlawful: ReturnGround?
    let receiving: RecordedReceiving

    /// Whether it is in the totals of lawful receipts while nothing was done to it.
    var counts: Bool { disputed == nil && unlawful == nil }

    /// 답례품 가액. What was provided for it; `nil` where nobody wrote down what it was worth.
    var giftValue: Won? {
        guard let gift = receiving.gift, gift.isGiven else { return .zero }
        return gift.value
    }

    /// The donor-year it counts to.
    var year: DonationSitting.DonorYear? {
        guard counts, let capYear else { return nil }
        return DonationSitting.DonorYear(donor: donor, year: capYear)
    }

    /// Every donor-year that whoever settles or reopens it must hold.
    var locks: [DonationSitting.DonorYear] {
        donatedOn.capYears(today: donatedOn.latest).map {
            DonationSitting.DonorYear(donor: donor, year: Int16(clamping: $0))
        }
    }

    var standing: Standing {
        Standing(recorded: amount ?? .zero, undisclosedCount: amount == nil ? 1 : 0)
    }

    /// The donation as a form would bring it again.
    func fields(_ registry: GovernmentRegistry) -> DonationFields {
        var fields = DonationFields()
        fields[.origin] = origin.rawValue
        fields[.donorPerson] = person?.description
        fields[.donorKey] = person == nil ? donor.description : nil
        fields[.donorName] = name
        fields[.donorKind] = isNaturalPerson ? DonorKind.person.rawValue : "organisation"
        fields[.ownName] = isInOwnName.map { $0 ? "true" : "false" }
        fields[.residence] = residence
        fields[.recipient] = registry[id: recipient]?.code
        fields[.amount] = amount.map { String($0.amount) }
        fields[.donatedOn] = donatedOn.text
        fields[.datePrecision] = donatedOn.precision.rawValue
        fields[.channel] = channel?.rawValue
        fields[.channelName] = channelName
        fields[.leg] = leg?.description
        fields[.participation] = participation?.description
        fields[.receivedUnlawful] = unlawful.map { String($0.rawValue) }
        receiving.fill(&fields)
        return fields
    }

    /// 정정한 기부. What is to stand in its place, as a draft that is judged like any other.
    /// - Throws: `Refused` for what the changes leave without a value it needs.
    func draft(
        changedBy changes: DonationFields, replacing id: Identifier?, today: CivilDate,
        registry: GovernmentRegistry
    ) throws -> DonationDraft {
        let before = fields(registry)
        let after = before.changed(by: changes)
        let key: (String) -> Identifier = { Identifier($0) ?? donor }
        // What is new in it was read when the correction came in.
        switch after.draft(today: today, isOnRecord: true, keyed: key) {
        case .problems(let problems):
            throw Refused(problems.map { .fieldMissing(field: $0.field) })
        case .draft(var draft):
            if id != nil,
                case .draft(draft) = before.draft(today: today, isOnRecord: true, keyed: key)
            {
                throw Refused([.fieldMissing(field: "changes")])
            }
            // The correction itself is the leave to put it into a closed period.
            draft.lateApproval = nil
            draft.replaces = id
            return draft
        }
    }
}

extension RecordedReceiving {
    /// What was received and checked, as a form would bring it again.
    func fill(_ fields: inout DonationFields) {
        func word(_ flag: Bool?) -> String? { flag.map { $0 ? "true" : "false" } }
        fields[.interest] = word(hasInterest)
        fields[.purpose] = purpose.map { String($0.rawValue) }
        fields[.project] = project?.description
        fields[.giftKind] = gift?.kind?.rawValue
        fields[.giftValue] = gift?.value.map { String($0.amount) }
        fields[.giftWanted] = word(gift?.isWanted)
        fields[.checkResident] = checks?.resident?.text
        fields[.checkPerson] = checks?.person?.text
        fields[.checkAnnualTotal] = checks?.annualTotal?.text
        fields[.checkGiftWish] = checks?.giftWish?.text
        fields[.pledge] = checks?.pledge
        fields[.consent] = word(checks?.hasConsent)
        fields[.officialReceipt] = officialReceiptNo
    }
}
