/// 입력 항목. The fields of a donation by their names in the API, in the order of the form. A list
/// has them as columns, the command line as options.
package enum DonationField: String, Sendable, CaseIterable {
    case origin
    case donorPerson = "donor_person"
    case donorKey = "donor_key"
    case donorName = "donor_name"
    case donorKind = "donor_kind"
    case ownName = "own_name"
    case residence
    case residenceBasis = "residence_basis"
    case residenceCheckedOn = "residence_checked_on"
    case employer
    case interest
    case recipient
    case amount
    case donatedOn = "donated_on"
    case datePrecision = "date_precision"
    case channel
    case channelName = "channel_name"
    case purpose
    case project = "project_id"
    case giftKind = "gift_kind"
    case giftValue = "gift_value"
    case giftWanted = "gift_wanted"
    case checks
    case checkResident = "check_resident"
    case checkPerson = "check_person"
    case checkAnnualTotal = "check_annual_total"
    case checkGiftWish = "check_gift_wish"
    case pledge = "pledge_no"
    case consent
    case officialReceipt = "official_receipt_no"
    case exchange = "exchange_id"
    case leg = "leg_id"
    case participation = "participation_id"
    case receivedUnlawful = "received_unlawful"
    case lateApproval = "late_approval"

    /// Longer texts are refused, counted in code points as the tables count. Names of platforms and
    /// places are the longest that occur.
    package static let charactersMax = 200

    /// Whether its text is kept, or repeated, as it was written. Of the others a value is read, as
    /// of a day, or a hash is made.
    var isWritten: Bool {
        switch self {
        case .donorName, .residence, .employer, .recipient, .channelName, .pledge,
            .officialReceipt:
            true
        default: false
        }
    }
}
