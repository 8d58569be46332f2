import ArgumentParser
import Hometown

/// What is given in return and what staff checked, as options by the names of the API.
struct ReceivingOptions: ParsableArguments {
    @Option(name: .long, help: "local_product, local_voucher or by_ordinance.")
    var giftKind: String?
    @Option(name: .long, help: "What the gift is worth in won; 0 for none.")
    var giftValue: String?
    @Option(name: .long, help: "Whether the donor wants a gift, true or false.")
    var giftWanted: String?
    @Option(
        name: .long,
        help: "All four checks at once: \"passed document_submitted 2026-03-02\".")
    var checks: String?
    @Option(name: .long, help: "The check of the residence, where it differs.")
    var checkResident: String?
    @Option(name: .long, help: "The check of the person, where it differs.")
    var checkPerson: String?
    @Option(name: .long, help: "The check of the annual total, where it differs.")
    var checkAnnualTotal: String?
    @Option(name: .long, help: "The check of the wish for a gift, where it differs.")
    var checkGiftWish: String?
    @Option(name: .long, help: "The number of the signed pledge (기탁서).")
    var pledgeNo: String?
    @Option(name: .long, help: "Consent to look up records, true or false.")
    var consent: String?
    @Option(name: .long, help: "The number of the official receipt (영수증).")
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
