/// 기부 초안. A donation as somebody gave it: typed, not yet judged. Names of governments are
/// still the caller's words, because what they mean depends on the day.
package struct DonationDraft: Hashable, Sendable {
    package var origin: Origin
    package var donor: DonorReference
    package var donorKind: DonorKind?
    /// Personal: shown masked, erasable, committed to only as a salted hash.
    package var displayName: String?
    /// 본인 명의. `nil` when nobody said.
    package var isInOwnName: Bool?
    package var residence: Residence?
    package var employer: Employer?
    /// 이해관계 신고. Whether the donor declares a contract or other tie to the recipient.
    package var hasInterest: Bool?
    package var recipient: String
    /// 미공개 is `nil`.
    package var amount: Won?
    package var donatedOn: EventDate
    package var channel: Channel?
    /// The platform's name or the public place.
    package var channelName: String?
    /// 지정 목적. A project has its own.
    package var purpose: Purpose?
    /// 지정기부 사업.
    package var project: Identifier?
    /// 답례품. `nil` when nothing is said of one.
    package var gift: ReturnGift?
    /// 필수 확인. `nil` when nothing is said of any.
    package var checks: Checks?
    /// 영수증 번호. The official receipt's; it may also follow later.
    package var officialReceiptNo: String?
    package var exchange: Identifier?
    package var leg: Identifier?
    package var participation: Identifier?
    /// 위법 접수. Money that was already taken against the law, to be returned on this ground.
    package var receivedUnlawful: ReturnGround?
    /// 늦은 등록 승인. By whose leave it is recorded into a closed period.
    package var lateApproval: Identifier?
    /// The correction by which it comes into a closed period; set by the ledger alone.
    package var lateCorrection: Identifier?
    /// 정정 전 기부. The donation whose place it takes; set by the ledger alone.
    package var replaces: Identifier?
    /// Who says so. Few donations have any: most are taken in by staff.
    package var claims: [ClaimDraft] = []
    /// Names of the fields whose text held a resident number and was thrown away unread.
    package var blankedFields: [String] = []

    package init(
        origin: Origin, donor: DonorReference, recipient: String, amount: Won?,
        donatedOn: EventDate
    ) {
        self.origin = origin
        self.donor = donor
        self.recipient = recipient
        self.amount = amount
        self.donatedOn = donatedOn
    }
}

extension DonationDraft: CustomStringConvertible {
    /// Says nothing personal, so that a draft may stand in a log by mistake.
    package var description: String {
        "\(origin.rawValue) donation to \(recipient) of \(donatedOn.text)"
    }
}
