package import Hometown
import Ledger

/// 기부 등록 양식. What somebody filled in of a donation at the console, on its way to the same draft
/// that every other mouth makes.
package struct DonationEntry: Sendable {
    package let form: PostedForm
    /// The Korean day, for dates in words.
    package let today: CivilDate

    package init(_ form: PostedForm, today: CivilDate) {
        self.form = form
        self.today = today
    }

    /// Fields whose names and texts are those of the API.
    private static let plain: [DonationField] = [
        .origin, .donorPerson, .donorKey, .residence, .residenceBasis, .employer, .recipient,
        .amount, .donatedOn, .channel, .channelName, .pledge, .officialReceipt, .purpose,
        .project, .giftKind, .giftValue, .giftWanted, .receivedUnlawful, .lateApproval,
    ]
    private static let boxes: [DonationField] = [.ownName, .consent, .interest]
    /// The checks one by one, in the order of the law.
    static let checks: [DonationField] = [
        .checkResident, .checkPerson, .checkAnnualTotal, .checkGiftWish,
    ]

    /// 한 번에 확인. One box for the four checks that staff make before they take money in.
    package static let checkedField = "checked"
    /// What people type of a donor: a name, or the number that the office gave.
    package static let donorField = "donor"
    /// 상호기부·챌린지. An exchange or a run that the donation belongs to, by its number.
    package static let linkField = "link"

    /// The fields as the API has them.
    /// - Parameters:
    ///   - person: whom the name that was typed means, where it means one.
    ///   - link: the field that holds what the donation belongs to, and its id.
    package func fields(
        person: Identifier? = nil, link: (DonationField, Identifier)? = nil
    ) -> DonationFields {
        var fields = DonationFields()
        for field in DonationEntry.plain { fields[field] = form[field.rawValue] }
        if let person, fields[.donorPerson] == nil { fields[.donorPerson] = "\(person)" }
        if fields[.donorPerson] == nil { fields[.donorName] = form[DonationEntry.donorField] }
        if let link { fields[link.0] = "\(link.1)" }
        guard fields[.origin] == Origin.intake.rawValue else { return fields }
        fields[.donorKind] = DonorKind.person.rawValue
        for field in DonationEntry.boxes {
            if form[field.rawValue] != nil { fields[field] = "true" }
        }
        let basis = form[DonationField.residenceBasis.rawValue]
        if let day = checkedOn, let basis, !basis.isEmpty {
            fields[.residenceCheckedOn] = "\(day)"
            if form[DonationEntry.checkedField] != nil {
                fields[.checks] = "\(Check.Result.passed.rawValue) \(basis) \(day)"
            }
        }
        for field in DonationEntry.checks {
            guard let result = form[field.rawValue]?.tidied, !result.isEmpty else { continue }
            let words = [result, basis ?? "", checkedOn.map { "\($0)" } ?? ""]
            fields[field] = words.filter { !$0.isEmpty }.joined(separator: " ")
        }
        return fields
    }

    /// The day of the donation as typed; `nil` while it cannot be read.
    package var day: EventDate? {
        guard let text = form[DonationField.donatedOn.rawValue],
            case .success(let reading) = DateReader(today: today).read(text)
        else { return nil }
        return reading.date
    }

    /// Names are read as of the day of the donation, or of today while there is none.
    package var namesDay: CivilDate { day?.latest ?? today }

    /// The checks were made on the day of the donation unless another one is named.
    private var checkedOn: CivilDate? {
        guard let text = form[DonationField.residenceCheckedOn.rawValue], !text.tidied.isEmpty
        else { return day?.date }
        guard case .success(let reading) = DateReader(today: today).read(text),
            reading.date.precision == .day
        else { return nil }
        return reading.date.date
    }

    /// 빈칸. The fields that nobody has filled in and that the form cannot do without, each with what
    /// to do there. An empty amount would otherwise count as one that was not disclosed, for ever:
    /// to programs and in lists it means that, but whoever fills in a form has to say so.
    func blanks(_ say: Phrases) -> [(field: String, text: String)] {
        let isTakenIn = form[DonationField.origin.rawValue] == Origin.intake.rawValue
        var blanks: [(field: String, text: String)] = []
        func ask(_ field: DonationField, _ korean: String, _ english: String) {
            if isBlank(field.rawValue) { blanks.append((field.rawValue, say(korean, english))) }
        }
        guard isTakenIn else {
            if isBlank(DonationField.amount.rawValue) {
                blanks.append((DonationField.amount.rawValue, Self.amountUnsaid(say)))
            }
            return blanks
        }
        ask(.amount, "금액을 쓰십시오.", "Give the amount.")
        ask(
            .residence, "주소지를 쓰십시오. 시·군·구까지, 국내에 없으면 없음이라고 쓰십시오.",
            "Give the residence down to the district; none for none in Korea.")
        ask(.residenceBasis, "확인 방법을 고르십시오.", "Choose how it was checked.")
        let unmade = zip(DonationEntry.checks, Checks.Item.allCases).filter {
            isBlank($0.0.rawValue)
        }
        if isBlank(DonationEntry.checkedField), !unmade.isEmpty {
            let names = unmade.map { say.text($0.1.name) }.joined(separator: ", ")
            blanks.append(
                (
                    DonationEntry.checkedField,
                    say("확인한 사항을 표시하십시오: \(names)", "Mark what was checked: \(names).")
                ))
        }
        ask(.pledge, "기탁서 번호를 쓰십시오.", "Give the number of the pledge.")
        // Money taken unlawfully may have come in any way.
        guard isBlank(DonationField.receivedUnlawful.rawValue) else { return blanks }
        ask(.channel, "접수 경로를 고르십시오.", "Choose the channel.")
        if form[DonationField.channel.rawValue] == Channel.publicPlace.rawValue {
            ask(.channelName, "돈을 받은 장소를 쓰십시오.", "Name the place where it was taken in.")
        }
        return blanks
    }

    /// Of a donation that is reported, wherever a form has one.
    static func amountUnsaid(_ say: Phrases) -> String {
        say(
            "금액을 쓰십시오. 공개되지 않았으면 미공개라고 쓰십시오.",
            "Give the amount. If nobody disclosed it, write not disclosed.")
    }

    /// What was thrown away is not missing.
    private func isBlank(_ field: String) -> Bool {
        !form.blanked.contains(field) && form[field]?.tidied.isEmpty ?? true
    }

    /// The field of the form at which a problem of a field of the API is shown.
    package static func place(of field: String) -> String {
        switch field {
        case "donor_person", "donor_name": donorField
        case "exchange_id", "leg_id", "participation_id": linkField
        case "checks", "check_resident", "check_person", "check_annual_total", "check_gift_wish":
            checkedField
        case "date_precision": DonationField.donatedOn.rawValue
        default: field
        }
    }
}

extension Ledger {
    /// Whom a name may mean that was typed and not chosen from a list: those who are called exactly
    /// so, with or without the office of the day.
    func person(named text: String, on day: CivilDate) async throws -> [PersonCompletion] {
        let name = text.tidied
        guard !name.isEmpty else { return [] }
        let found = try await people(matching: NamePattern(name), on: day, rowsMax: 20)
        return found.filter { $0.name.korean == name || $0.name.english == name }
    }
}
