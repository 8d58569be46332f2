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

    /// Longer texts are refused. Names of platforms and places are the longest that occur.
    package static let charactersMax = 200
}

/// 입력 오류. One thing wrong with one field, before anything is judged.
package struct FieldProblem: Hashable, Sendable {
    package let field: String
    /// The code of the refusal where one says the same, else `value_missing`, `value_invalid`,
    /// `value_too_long` or `field_unknown`.
    package let code: String
    package let text: Bilingual

    package init(field: String, code: String, text: Bilingual) {
        self.field = field
        self.code = code
        self.text = text
    }

    init(_ field: DonationField, code: String, _ text: Bilingual) {
        self.init(field: field.rawValue, code: code, text: text)
    }

    /// The refusal as a problem of its own field.
    package init(_ refusal: Refusal) {
        self.init(field: refusal.field, code: refusal.code.rawValue, text: refusal.text)
    }

    static func missing(_ field: DonationField) -> FieldProblem {
        FieldProblem(
            field, code: "value_missing",
            Bilingual("필수 항목입니다. 값을 입력해 주십시오.", "This field is required. Enter a value."))
    }

    static func invalid(_ field: DonationField, allowed: [String]) -> FieldProblem {
        let list = allowed.joined(separator: ", ")
        let words = field.choices
        let korean = allowed.map { value in
            words.first { $0.value == value }?.words.first.map { "\($0)(\(value))" } ?? value
        }.joined(separator: ", ")
        return FieldProblem(
            field, code: "value_invalid",
            Bilingual(
                "쓸 수 없는 값입니다. 다음 중에서 고르십시오: \(korean)", "Choose one of: \(list)."))
    }
}
