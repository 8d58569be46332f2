import Hometown
import Ledger

/// 요청한 정정. What somebody asked to be done to a donation: told in the same words while it waits and
/// after it was decided.
struct AskedCorrection {
    let draft: CorrectionDraft
    let registry: GovernmentRegistry
    let visitor: Visitor

    private var say: Phrases { visitor.say }

    /// `nil` where what is done and why says it all.
    var table: Table? {
        let rows = (returned + changed).map { [Cell($0.label), $0.cell] }
        guard !rows.isEmpty else { return nil }
        return Table(
            say("항목마다 요청한 값", "Each item, as it was asked for"),
            columns: [
                Table.Column(say("항목", "Item")), Table.Column(say("요청한 값", "Asked for")),
            ], rows: rows)
    }

    private typealias Row = (label: String, cell: Cell)

    /// Of a return, and of what undoes another correction.
    private var returned: [Row] {
        var rows: [Row] = []
        if let corrects = draft.corrects {
            rows.append((say("되돌릴 처리", "What it undoes"), .code("\(corrects)")))
        }
        if let ground = draft.ground {
            let title = "\(ground.rawValue). " + say.text(ground.title)
            rows.append((say("사유(법 제14조제1항)", "Ground (Act 14(1))"), Cell(title)))
        }
        if let amount = draft.amount {
            let text = Notation.amount(amount, in: visitor.language)
            rows.append((say("반환액", "Sum returned"), Cell(text)))
        }
        if let day = draft.returnedOn {
            rows.append((say("반환일", "Returned on"), Cell(say.day(day))))
        }
        if let isRecalled = draft.isReceiptRecalled {
            let text = isRecalled ? say("회수함", "recalled") : say("회수하지 않음", "not recalled")
            rows.append((say("영수증", "The receipt"), Cell(text)))
        }
        return rows
    }

    /// What an amendment changes. What is about the donor is for those who see donors.
    private var changed: [Row] {
        DonationField.allCases.compactMap { field -> Row? in
            guard let text = draft.changes[field], field != .datePrecision,
                visitor.reader.seesPrivateNames
                    || !CorrectionDraft.personalFields.contains(field.rawValue)
            else { return nil }
            return (label(of: field), cell(of: field, text))
        }
    }

    private func cell(of field: DonationField, _ text: String) -> Cell {
        switch field {
        case .donorPerson:
            Cell(say("인물 보기", "the person"), href: visitor.path("/people/\(text)"))
        case .donorKey, .exchange, .leg, .participation, .project: .code(text)
        default: Cell(value(of: field, text))
        }
    }

    /// As it stands in the request where no word is known for it.
    private func value(of field: DonationField, _ text: String) -> String {
        let read: String? =
            switch field {
            case .amount:
                Notation.amount(Int64(text).map { Won($0) }, in: visitor.language)
            case .giftValue:
                Int64(text).map { Notation.amount(Won($0), in: visitor.language) }
            case .donatedOn:
                EventDate(
                    text,
                    precision: draft.changes[.datePrecision].flatMap {
                        EventDate.Precision(rawValue: $0)
                    }
                ).map(say.date)
            case .residenceCheckedOn: CivilDate(text).map(say.day)
            case .recipient, .residence, .employer:
                registry[code: text].map { say.government($0, registry) }
            case .channel: Channel(rawValue: text).map { say.text($0.title) }
            case .residenceBasis: Residence.Basis(rawValue: text).map { say[$0] }
            case .giftKind: ReturnGift.Kind(rawValue: text).map { say.text($0.title) }
            case .checkResident, .checkPerson, .checkAnnualTotal, .checkGiftWish:
                check(text).map { say[$0] }
            default: nil
            }
        let word = field.choices.first { $0.value == text }?.words.first
        return read ?? say(word ?? text, text)
    }

    /// Result, basis and day, as a change keeps them.
    private func check(_ text: String) -> Check? {
        let words = text.split(separator: " ").map { String($0) }
        guard words.count == 3, let result = Check.Result(rawValue: words[0]),
            let basis = Residence.Basis(rawValue: words[1]), let day = CivilDate(words[2])
        else { return nil }
        return Check(result, basis: basis, on: day)
    }

    private func label(of field: DonationField) -> String {
        switch field {
        case .donatedOn: say("기부일", "Day")
        case .recipient: say("받는 지자체", "Recipient")
        case .amount: say("금액", "Amount")
        case .donorPerson: say("기부자", "Donor")
        case .donorKey: say("기부자 참조", "Donor's reference")
        case .donorName: say("기부자명", "Donor's name")
        case .residence: say("주소지", "Residence")
        case .residenceBasis: say("확인 방법", "Checked by")
        case .residenceCheckedOn: say("확인일", "Checked on")
        case .employer: say("소속", "Employer")
        case .interest: say("이해관계", "Interest")
        case .channel: say("접수 경로", "Channel")
        case .channelName: say("경로 이름", "Platform or place")
        case .officialReceipt: say("영수증 번호", "Receipt no.")
        case .giftKind: say("답례품 종류", "Gift in return")
        case .giftValue: say("답례품 가액", "Value of the gift")
        case .giftWanted: say("답례품 희망", "Gift wanted")
        case .pledge: say("기탁서 번호", "Pledge no.")
        case .consent: say("공동이용 동의", "Consent to look up records")
        case .checkResident: say.text(Checks.Item.resident.name)
        case .checkPerson: say.text(Checks.Item.person.name)
        case .checkAnnualTotal: say.text(Checks.Item.annualTotal.name)
        case .checkGiftWish: say.text(Checks.Item.giftWish.name)
        default: say.text(DonationColumn.field(field).title)
        }
    }
}
