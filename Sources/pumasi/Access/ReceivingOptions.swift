import ArgumentParser
import Hometown

/// What is given in return and what staff checked, as options by the names of the API.
struct ReceivingOptions: ParsableArguments {
    @Option(
        name: .long,
        help: .said(
            "local_product, local_voucher, by_ordinance 중 하나.",
            "local_product, local_voucher or by_ordinance."))
    var giftKind: String?
    @Option(
        name: .long,
        help: .said("답례품 가액(원). 없으면 0.", "What the gift is worth in won; 0 for none."))
    var giftValue: String?
    @Option(
        name: .long,
        help: .said("답례품을 원하는지, true나 false.", "Whether the donor wants a gift, true or false."))
    var giftWanted: String?
    @Option(
        name: .long,
        help: .said(
            "네 가지 확인을 한 번에: \"passed document_submitted 2026-03-02\".",
            "All four checks at once: \"passed document_submitted 2026-03-02\"."))
    var checks: String?
    @Option(
        name: .long,
        help: .said("주소지 확인이 다를 때.", "The check of the residence, where it differs."))
    var checkResident: String?
    @Option(name: .long, help: .said("본인 확인이 다를 때.", "The check of the person, where it differs."))
    var checkPerson: String?
    @Option(
        name: .long,
        help: .said("연간 합계 확인이 다를 때.", "The check of the annual total, where it differs."))
    var checkAnnualTotal: String?
    @Option(
        name: .long,
        help: .said("답례품 의사 확인이 다를 때.", "The check of the wish for a gift, where it differs."))
    var checkGiftWish: String?
    @Option(name: .long, help: .said("서명한 기탁서의 번호.", "The number of the signed pledge (기탁서)."))
    var pledgeNo: String?
    @Option(
        name: .long,
        help: .said("행정정보 공동이용 동의, true나 false.", "Consent to look up records, true or false."))
    var consent: String?
    @Option(name: .long, help: .said("영수증 번호.", "The number of the official receipt (영수증)."))
    var officialReceiptNo: String?

    var all: [(DonationField, String?)] {
        [
            (.giftKind, giftKind), (.giftValue, giftValue), (.giftWanted, giftWanted),
            (.checks, checks), (.checkResident, checkResident), (.checkPerson, checkPerson),
            (.checkAnnualTotal, checkAnnualTotal), (.checkGiftWish, checkGiftWish),
            (.pledge, pledgeNo), (.consent, consent), (.officialReceipt, officialReceiptNo),
        ]
    }
}
