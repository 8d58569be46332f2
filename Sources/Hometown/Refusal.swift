/// 거부 사유. Why the law or the ledger says no, with what the sentence needs. The cases stand in
/// the order of the ladder; those after the consent are judged where their fact enters.
package enum Refusal: Hashable, Sendable {
    case residentNumberPresent(fields: [String])
    case amountInvalid
    case dateInvalid(field: String, reason: Bilingual)
    case donatedOnInFuture(today: CivilDate)
    case beforeScheme
    case donorNotNaturalPerson
    case donorNotInOwnName
    case governmentUnknown(field: String, name: String, suggestions: [Bilingual])
    case governmentNameAmbiguous(field: String, name: String, candidates: [Bilingual])
    /// `inForce`: who stood there on the date.
    case recipientNotInForce(
        recipient: Bilingual, date: EventDate, inForce: [Bilingual], isYetToCome: Bool)
    case recipientBarred(recipient: Bilingual, bar: Bar)
    case donorResidenceUnknown
    case donorResidesInRecipient(residence: Bilingual)
    case recipientIsDonorsMetropolitan(recipient: Bilingual)
    /// `date`: the day on which the residence was divided, or came to be of several.
    case donorResidenceAmbiguous(residence: Bilingual, date: CivilDate, isYetToCome: Bool)
    /// `office` is `nil` for declared staff.
    case donorEmployedByRecipient(recipient: Bilingual, date: EventDate, office: Bilingual?)
    case donorHasInterestInRecipient(recipient: Bilingual)
    case overAnnualCap(year: Int, cap: Won, recorded: Won)
    /// `field`: what is missing, the channel or the name of the place.
    case placeNotPublic(field: String)
    case earmarkNotAvailable(field: String)
    case projectNotOpen(project: Bilingual, recipient: Bilingual, date: EventDate)
    case giftForbiddenKind
    case giftOverLimit(value: Won, limit: Won)
    case giftNotWanted
    /// What is missing, and what was checked and found wrong.
    case checksIncomplete(items: [Checks.Item], failed: [Checks.Item] = [])
    case consentMissing
    case staffListingForbidden(field: String)
    case earmarkFixed
    case reasonRequired
    case alreadySettled
    case correctionNotLast
    case returnGroundRequired
    /// The money was taken on another ground.
    case returnGroundDiffers(recorded: ReturnGround)
    /// What was broken is another ground.
    case returnGroundUnfit(found: ReturnGround)
    case returnAmountMismatch(expected: Won, amount: Won, gift: Won)
    /// What would be deducted is not known.
    case returnGiftUnvalued
    /// `period`: `2025-12`; empty where only the database saw it.
    case periodClosed(period: String)
    case lateApprovalInvalid
    case approvalRequired
    case secondPersonRequired(field: String)
    case officeAmbiguous(date: CivilDate, offices: [Bilingual])
    case personUnknown(field: String, name: String)
    /// `candidates`: numbers with the offices of the day.
    case personAmbiguous(field: String, name: String, candidates: [Bilingual])
    case participationInFuture(today: CivilDate)
    case nominationToSelf
    case nominationDuplicate(nominee: String)
    /// `path`: the runs along which the loop would close, the first named again; empty where only
    /// the database saw it.
    case nominationCycle(path: [String])
    case nominationAnswered
    case participationDuplicate
    case legLeadsElsewhere
    case legReplaced
    case donationLinked
    case donationNotLinked
    case partyRepeated
    case alreadyRecorded(field: String)
    case referenceUnknown(field: String)
    case fieldMissing(field: String)
    case numberInvalid(field: String)
    case tooFew(field: String, min: Int)
    case tooMany(field: String, max: Int)
    case entryTooLarge
    /// The same of one part of a request that has several: the second leg, its first donation.
    indirect case part(Part, index: Int, Refusal)

    /// The stable name of a refusal: the `code` of a problem and of a dispute.
    package enum Code: String, Sendable, CaseIterable {
        case residentNumberPresent = "resident_number_present"
        case amountInvalid = "amount_invalid"
        case dateInvalid = "date_invalid"
        case donatedOnInFuture = "donated_on_in_future"
        case beforeScheme = "before_scheme"
        case donorNotNaturalPerson = "donor_not_natural_person"
        case donorNotInOwnName = "donor_not_in_own_name"
        case governmentUnknown = "government_unknown"
        case governmentNameAmbiguous = "government_name_ambiguous"
        case recipientNotInForce = "recipient_not_in_force"
        case recipientBarred = "recipient_barred"
        case donorResidenceUnknown = "donor_residence_unknown"
        case donorResidesInRecipient = "donor_resides_in_recipient"
        case recipientIsDonorsMetropolitan = "recipient_is_donors_metropolitan"
        case donorResidenceAmbiguous = "donor_residence_ambiguous"
        case donorEmployedByRecipient = "donor_employed_by_recipient"
        case donorHasInterestInRecipient = "donor_has_interest_in_recipient"
        case overAnnualCap = "over_annual_cap"
        case placeNotPublic = "place_not_public"
        case earmarkNotAvailable = "earmark_not_available"
        case projectNotOpen = "project_not_open"
        case giftForbiddenKind = "gift_forbidden_kind"
        case giftOverLimit = "gift_over_limit"
        case giftNotWanted = "gift_not_wanted"
        case checksIncomplete = "checks_incomplete"
        case consentMissing = "consent_missing"
        case staffListingForbidden = "staff_listing_forbidden"
        case earmarkFixed = "earmark_fixed"
        case reasonRequired = "reason_required"
        case alreadySettled = "already_settled"
        case correctionNotLast = "correction_not_last"
        case returnGroundRequired = "return_ground_required"
        case returnAmountMismatch = "return_amount_mismatch"
        case periodClosed = "period_closed"
        case lateApprovalInvalid = "late_approval_invalid"
        case approvalRequired = "approval_required"
        case secondPersonRequired = "second_person_required"
        case officeAmbiguous = "office_ambiguous"
        case personUnknown = "person_unknown"
        case personAmbiguous = "person_ambiguous"
        case participationInFuture = "participation_in_future"
        case nominationToSelf = "nomination_to_self"
        case nominationDuplicate = "nomination_duplicate"
        case nominationCycle = "nomination_cycle"
        case nominationAnswered = "nomination_answered"
        case participationDuplicate = "participation_duplicate"
        case legLeadsElsewhere = "leg_leads_elsewhere"
        case legReplaced = "leg_replaced"
        case donationLinked = "donation_linked"
        case donationNotLinked = "donation_not_linked"
        case partyRepeated = "party_repeated"
        case alreadyRecorded = "already_recorded"
        case referenceUnknown = "reference_unknown"
        case fieldMissing = "field_missing"
        case numberInvalid = "number_invalid"
        case tooFew = "too_few"
        case tooMany = "too_many"
        case entryTooLarge = "entry_too_large"
    }

    package var code: Code {
        switch self {
        case .residentNumberPresent: .residentNumberPresent
        case .amountInvalid: .amountInvalid
        case .dateInvalid: .dateInvalid
        case .donatedOnInFuture: .donatedOnInFuture
        case .beforeScheme: .beforeScheme
        case .donorNotNaturalPerson: .donorNotNaturalPerson
        case .donorNotInOwnName: .donorNotInOwnName
        case .governmentUnknown: .governmentUnknown
        case .governmentNameAmbiguous: .governmentNameAmbiguous
        case .recipientNotInForce: .recipientNotInForce
        case .recipientBarred: .recipientBarred
        case .donorResidenceUnknown: .donorResidenceUnknown
        case .donorResidesInRecipient: .donorResidesInRecipient
        case .recipientIsDonorsMetropolitan: .recipientIsDonorsMetropolitan
        case .donorResidenceAmbiguous: .donorResidenceAmbiguous
        case .donorEmployedByRecipient: .donorEmployedByRecipient
        case .donorHasInterestInRecipient: .donorHasInterestInRecipient
        case .overAnnualCap: .overAnnualCap
        case .placeNotPublic: .placeNotPublic
        case .earmarkNotAvailable: .earmarkNotAvailable
        case .projectNotOpen: .projectNotOpen
        case .giftForbiddenKind: .giftForbiddenKind
        case .giftOverLimit: .giftOverLimit
        case .giftNotWanted: .giftNotWanted
        case .checksIncomplete: .checksIncomplete
        case .consentMissing: .consentMissing
        case .staffListingForbidden: .staffListingForbidden
        case .earmarkFixed: .earmarkFixed
        case .reasonRequired: .reasonRequired
        case .alreadySettled: .alreadySettled
        case .correctionNotLast: .correctionNotLast
        case .returnGroundRequired, .returnGroundDiffers, .returnGroundUnfit:
            .returnGroundRequired
        case .returnAmountMismatch, .returnGiftUnvalued: .returnAmountMismatch
        case .periodClosed: .periodClosed
        case .lateApprovalInvalid: .lateApprovalInvalid
        case .approvalRequired: .approvalRequired
        case .secondPersonRequired: .secondPersonRequired
        case .officeAmbiguous: .officeAmbiguous
        case .personUnknown: .personUnknown
        case .personAmbiguous: .personAmbiguous
        case .participationInFuture: .participationInFuture
        case .nominationToSelf: .nominationToSelf
        case .nominationDuplicate: .nominationDuplicate
        case .nominationCycle: .nominationCycle
        case .nominationAnswered: .nominationAnswered
        case .participationDuplicate: .participationDuplicate
        case .legLeadsElsewhere: .legLeadsElsewhere
        case .legReplaced: .legReplaced
        case .donationLinked: .donationLinked
        case .donationNotLinked: .donationNotLinked
        case .partyRepeated: .partyRepeated
        case .alreadyRecorded: .alreadyRecorded
        case .referenceUnknown: .referenceUnknown
        case .fieldMissing: .fieldMissing
        case .numberInvalid: .numberInvalid
        case .tooFew: .tooFew
        case .tooMany: .tooMany
        case .entryTooLarge: .entryTooLarge
        case .part(_, _, let refusal): refusal.code
        }
    }

    /// The field of the form the refusal belongs to, by its name in the API.
    package var field: String {
        switch self {
        case .residentNumberPresent(let fields): fields.first ?? "donor_name"
        case .amountInvalid, .overAnnualCap, .returnAmountMismatch, .returnGiftUnvalued: "amount"
        case .earmarkFixed: "changes"
        case .reasonRequired: "reason"
        case .alreadySettled: "donation"
        case .correctionNotLast: "corrects"
        case .returnGroundRequired, .returnGroundDiffers: "ground"
        case .returnGroundUnfit: "received_unlawful"
        case .dateInvalid(let field, _), .governmentUnknown(let field, _, _),
            .governmentNameAmbiguous(let field, _, _), .referenceUnknown(let field),
            .fieldMissing(let field), .numberInvalid(let field), .tooFew(let field, _),
            .tooMany(let field, _), .placeNotPublic(let field),
            .earmarkNotAvailable(let field), .staffListingForbidden(let field),
            .alreadyRecorded(let field), .personUnknown(let field, _),
            .personAmbiguous(let field, _, _), .secondPersonRequired(let field):
            field
        case .donatedOnInFuture, .beforeScheme, .periodClosed: "donated_on"
        case .lateApprovalInvalid: "late_approval"
        case .approvalRequired: "request"
        case .donorNotNaturalPerson: "donor_kind"
        case .donorNotInOwnName: "own_name"
        case .recipientNotInForce, .recipientBarred, .donorResidesInRecipient,
            .recipientIsDonorsMetropolitan, .donorEmployedByRecipient,
            .donorHasInterestInRecipient:
            "recipient"
        case .projectNotOpen: "project_id"
        case .giftForbiddenKind: "gift_kind"
        case .giftOverLimit, .giftNotWanted: "gift_value"
        case .checksIncomplete: "checks"
        case .consentMissing: "consent"
        case .donorResidenceUnknown, .donorResidenceAmbiguous: "residence"
        case .officeAmbiguous: "office"
        case .participationInFuture: "participated_on"
        case .nominationToSelf, .nominationDuplicate, .nominationCycle: "nominee"
        case .nominationAnswered: "answers"
        case .participationDuplicate: "person"
        case .legLeadsElsewhere: "leg_id"
        case .legReplaced: "replaces"
        case .donationLinked, .donationNotLinked: "donation_id"
        case .partyRepeated: "parties"
        case .entryTooLarge: "entry"
        case .part(let part, let index, let refusal):
            "\(part.rawValue)[\(index)].\(refusal.field)"
        }
    }
}

extension Refusal {
    /// 반환 사유. On which grounds money goes back that was taken against it; empty where it must not
    /// be recorded. A check that failed is written down as it was found, on the ground that it
    /// shows; one that was not made is still to be made.
    var grounds: [ReturnGround] {
        guard case .checksIncomplete(let missing, let failed) = self else {
            return code.ground.map { [$0] } ?? []
        }
        let grounds = failed.compactMap(\.ground)
        return missing.isEmpty && grounds.count == failed.count ? grounds : []
    }

    /// 반환 대상. Whether money can have been taken against it that goes back on this ground.
    func isReturnable(on ground: ReturnGround) -> Bool {
        if case .checksIncomplete = self { return grounds.contains(ground) }
        return !grounds.isEmpty
    }
}

extension Refusal.Code {
    /// 반환 사유. On which ground money goes back that was taken against the rule (Act 14(1)); `nil`
    /// for rules that none can have been taken against. Passing the cap is no ground, so it must be
    /// stopped before the payment.
    var ground: ReturnGround? {
        switch self {
        case .donorResidesInRecipient, .recipientIsDonorsMetropolitan: .resident
        case .recipientBarred: .barredGovernment
        case .donorNotInOwnName, .donorEmployedByRecipient, .donorHasInterestInRecipient:
            .nameOrRelation
        case .placeNotPublic: .placeNotPublic
        case .giftForbiddenKind, .giftOverLimit: .unlawfulGift
        default: nil
        }
    }

    /// A reported donation that breaks a rule is a fact all the same and is kept as disputed. These
    /// refuse it even so, because nothing could be kept: no number may be stored (R1), an amount,
    /// date or government that is none cannot be written down (R2, R7), and an event that has not
    /// happened (R3) or cannot have (R4) is not reported but misread.
    package var stopsReported: Bool {
        switch self {
        case .residentNumberPresent, .amountInvalid, .dateInvalid, .donatedOnInFuture,
            .beforeScheme, .governmentUnknown, .governmentNameAmbiguous, .referenceUnknown:
            true
        default: false
        }
    }
}
