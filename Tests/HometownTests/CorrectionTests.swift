import Hometown
import Testing

@Suite struct CorrectionTests {
    private static let donation = Identifier(high: 1, low: 1)
    private static let earlier = Identifier(high: 2, low: 2)
    private static let day = SampleRegistry.day("2026-03-02")

    private static func draft(
        _ action: CorrectionAction, _ change: (inout CorrectionDraft) -> Void = { _ in }
    ) -> CorrectionDraft {
        var draft = CorrectionDraft(donation: donation, action: action, reason: "입력 착오")
        if action == .amend { draft.changes[.amount] = "90000" }
        if action == .return {
            draft.ground = .resident
            draft.returnedOn = day.adding(days: 3)
        }
        change(&draft)
        return draft
    }

    private static func subject(
        _ outcome: Settlement.Outcome = .open, by correction: Identifier? = earlier,
        gift: Int64 = 30_000
    ) -> CorrectionSubject {
        let settled = Settlement(
            step: 1, outcome: outcome, correction: correction, replacement: nil)
        return CorrectionSubject(
            settlement: outcome == .open ? .untouched : settled, amount: Won(100_000),
            giftValue: Won(gift), donatedOn: EventDate(day), today: day.adding(days: 10))
    }

    @Test(arguments: CorrectionAction.allCases)
    func `Nothing stands against a plain correction of an open donation`(
        action: CorrectionAction
    ) {
        guard action != .restore else { return }
        #expect(judge(Self.draft(action), on: Self.subject()).isEmpty)
    }

    @Test func `Refusals come in the order of the law reference`() {
        let draft = Self.draft(.return) {
            $0.earmarks = ["purpose"]
            $0.reason = nil
            $0.ground = nil
            $0.returnedOn = Self.day.adding(days: -1)
        }
        #expect(
            judge(draft, on: Self.subject(.returned)).map(\.code) == [
                .earmarkFixed, .reasonRequired, .alreadySettled, .returnGroundRequired,
                .dateInvalid,
            ])
    }

    @Test(arguments: [Settlement.Outcome.reversed, .returned])
    func `What is settled is corrected through what settled it, and only through the last`(
        outcome: Settlement.Outcome
    ) {
        let settled = Self.subject(outcome)
        #expect(judge(Self.draft(.reverse), on: settled).map(\.code) == [.alreadySettled])
        let again = Self.draft(.return) { $0.corrects = Self.earlier }
        #expect(judge(again, on: settled).isEmpty)
        let restoring = Self.draft(.restore) { $0.corrects = Self.earlier }
        #expect(judge(restoring, on: settled).isEmpty)
        #expect(judge(restoring, on: Self.subject()).map(\.code) == [.correctionNotLast])
        let other = Self.draft(.restore) { $0.corrects = Self.donation }
        #expect(judge(other, on: settled).map(\.code) == [.correctionNotLast])
        #expect(judge(Self.draft(.restore), on: settled).map(\.code).contains(.fieldMissing))
        var replaced = settled
        replaced.replacement = Settlement(
            step: 1, outcome: .reversed, correction: Self.donation, replacement: nil)
        #expect(judge(restoring, on: replaced).map(\.code) == [.correctionNotLast])
    }

    /// The examples of Act 14(2): the gift is deducted on grounds 1 to 6 and never on ground 7.
    @Test(
        arguments: [
            (ReturnGround.resident, 30_000, 70_000), (.placeNotPublic, 30_000, 70_000),
            (.unlawfulGift, 30_000, 100_000), (.resident, 0, 100_000), (.coercion, 0, 100_000),
            (.unlawfulGift, 0, 100_000),
        ] as [(ReturnGround, Int64, Int64)])
    func `The return is the donation less the gift`(
        ground: ReturnGround, gift: Int64, back: Int64
    ) {
        let subject = Self.subject(gift: gift)
        #expect(ground.amount(of: Won(100_000), gift: Won(gift)) == Won(back))
        for stated in [back - 1, back, back + 1] {
            let draft = Self.draft(.return) {
                $0.ground = ground
                $0.amount = Won(stated)
            }
            let codes = judge(draft, on: subject).map(\.code)
            #expect(codes == (stated == back ? [] : [.returnAmountMismatch]))
            #expect(draft.returnAmount(subject) == Won(back))
        }
    }

    @Test func `No return is below zero, or on another ground than the money was taken on`() {
        let draft = Self.draft(.return)
        let over = judge(draft, on: Self.subject(gift: 100_001))
        #expect(over.map(\.code) == [.returnAmountMismatch])
        #expect(over.first?.text.korean.contains("제7호") == true)
        #expect(judge(draft, on: Self.subject(gift: 100_000)).isEmpty)
        var taken = Self.subject()
        taken.unlawful = .unlawfulGift
        #expect(judge(draft, on: taken) == [.returnGroundDiffers(recorded: .unlawfulGift)])
        taken.unlawful = .resident
        #expect(judge(draft, on: taken).isEmpty)
    }

    @Test func `A gift that nobody valued is deducted by no guess`() {
        var subject = Self.subject()
        subject.giftValue = nil
        let stated = Self.draft(.return) { $0.amount = Won(100_000) }
        for draft in [Self.draft(.return), stated] {
            #expect(judge(draft, on: subject) == [.returnGiftUnvalued])
        }
        let whole = Self.draft(.return) { $0.ground = .unlawfulGift }
        #expect(judge(whole, on: subject).isEmpty)
        #expect(whole.returnAmount(subject) == Won(100_000))
        #expect(judge(Self.draft(.reverse), on: subject).isEmpty)
    }

    @Test func `Grounds are read by number and by word`() {
        #expect(ReturnGround("1") == .resident)
        #expect(ReturnGround("unlawful_gift") == .unlawfulGift)
        for text in ["0", "8", "", "1호"] { #expect(ReturnGround(text) == nil) }
        #expect(Set(ReturnGround.allCases.map(\.code)).count == 7)
    }

    @Test func `Changed fields are kept in their machine forms`() {
        var fields = DonationFields()
        fields[.amount] = "10만원"
        fields[.donatedOn] = "어제"
        fields[.donorKey] = "우리 번호 7"
        let (changes, problems) = fields.changes(today: Self.day) { _ in Self.earlier }
        #expect(problems.isEmpty)
        #expect(changes[.amount] == "100000")
        #expect(changes[.donatedOn] == "2026-03-01")
        #expect(changes[.datePrecision] == "day")
        #expect(changes[.donorKey] == Self.earlier.description)
        fields[.channel] = "post"
        fields[.amount] = "ten"
        let wrong = fields.changes(today: Self.day) { _ in Self.earlier }.problems
        #expect(wrong.map(\.field) == ["amount", "channel"])
    }

    @Test func `Another donor has another home, another way of paying another name`() {
        var fields = DonationFields()
        for field in DonationField.allCases { fields[field] = "x" }
        fields[.donorPerson] = nil
        var changes = DonationFields()
        changes[.donorPerson] = "p"
        changes[.channel] = "c"
        let changed = fields.changed(by: changes)
        #expect(changed[.donorPerson] == "p")
        for field in [DonationField.donorKey, .donorName, .residence, .employer, .channelName] {
            #expect(changed[field] == nil, "\(field)")
        }
        #expect(changed[.amount] == "x")
    }

    @Test func `The entry commits to what is about the donor and to the reason`() {
        var draft = Self.draft(.amend)
        draft.changes[.donorName] = "홍길동"
        #expect(draft.personal == ["donor_name": "홍길동", "reason": "입력 착오"])
        #expect(draft.openChanges == #"{"amount":"90000"}"#)
        let members = draft.members(subject: Self.subject())
        #expect(members["changes"] == .object(["amount": .string("90000")]))
        #expect(members["amount"] == .some(nil))
        #expect(draft.canonical != Self.draft(.amend).canonical)
    }
}
