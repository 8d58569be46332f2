import Hometown
import Testing

/// The quick bytes of a draft are the bytes of its canonical value, whatever is filled in.
@Suite struct DonationDraftTests {
    private static let id = Identifier(high: 0x0189_0000_0000_7000, low: 0x8000_0000_0000_0001)

    private static func draft(_ donor: DonorReference, _ amount: Int64?) -> DonationDraft {
        DonationDraft(
            origin: .reported, donor: donor, recipient: "서울특별시", amount: amount.map { Won($0) },
            donatedOn: EventDate(CivilDate(daysSinceEpoch: 19_457), precision: .onOrBefore))
    }

    private static var full: DonationDraft {
        var draft = draft(.keyed(id), 100_000)
        draft.origin = .intake
        draft.donorKind = .person
        draft.displayName = "홍\u{1112}\u{1161} \"\\\n"
        draft.isInOwnName = true
        draft.residence = Residence(
            .government("11710"), basis: .documentSubmitted,
            checkedOn: CivilDate(daysSinceEpoch: 19_000))
        draft.employer = .named("종로구")
        draft.channel = .publicPlace
        draft.channelName = "청사"
        draft.hasInterest = true
        (draft.purpose, draft.project) = (.otherWelfare, id)
        draft.gift = ReturnGift(kind: .cash, value: .zero, isWanted: false)
        draft.checks = Checks(
            all: Check(.failed, basis: .documentSubmitted, on: CivilDate(daysSinceEpoch: 19_000)),
            pledge: "\"기탁서\"", hasConsent: false)
        draft.officialReceiptNo = "1"
        (draft.exchange, draft.leg, draft.participation) = (id, id, id)
        draft.claims = (0..<12).map { index in
            ClaimDraft(
                source: id, quote: index == 3 ? nil : "말 \(index)",
                attribute: index.isMultiple(of: 2) ? "amount" : nil, value: "\(index)")
        }
        return draft
    }

    private static var abroad: DonationDraft {
        var draft = draft(.person(id), nil)
        draft.residence = Residence(.noneInKorea)
        draft.employer = .noGovernment
        draft.claims = [ClaimDraft(source: id)]
        return draft
    }

    @Test(arguments: [draft(.person(id), nil), draft(.keyed(id), 1), full, abroad])
    func `the bytes of a draft are those of its canonical value`(draft: DonationDraft) {
        #expect(draft.canonicalBytes == draft.canonical.bytes)
    }
}
