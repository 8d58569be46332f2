import Hometown
import Ledger

/// 정정 입력. What somebody filled in to correct a donation, on its way to what the API is sent: only
/// what reads otherwise than what stands, under the names of the API.
struct CorrectionEntry {
    /// Fields that an amendment changes. What designates a donation stays as it is (R25).
    static let fields: [DonationField] =
        [
            .donatedOn, .recipient, .amount, .donorPerson, .donorKey, .residence, .residenceBasis,
            .employer, .interest, .channel, .channelName, .officialReceipt, .giftWanted, .giftKind,
            .giftValue, .pledge, .consent, .residenceCheckedOn,
        ] + DonationEntry.checks

    static let changes = "changes."
    /// What binds a donor to the recipient and was checked of him; another donor has none of it.
    private static let ofDonor: [DonationField] =
        [.employer, .interest, .pledge, .consent] + DonationEntry.checks

    let form: PostedForm
    let donation: RecordedDonation
    let registry: GovernmentRegistry
    let reader: Reader

    /// The field of the form that changes one of the API's.
    static func name(of field: DonationField) -> String { changes + field.rawValue }

    /// The field that somebody sees for one of the API's: what stands in its place is judged like
    /// any donation.
    static func place(of field: String) -> String {
        let inner = field.hasPrefix(changes) ? String(field.dropFirst(changes.count)) : field
        if ["donor_person", "donor_name"].contains(inner) { return DonationEntry.donorField }
        if inner == DonationField.checks.rawValue { return name(of: .checkResident) }
        if let known = fields.first(where: { $0.rawValue == inner }) { return name(of: known) }
        let seen = ["action", "reason", "ground", "returned_on", "receipt_recalled"]
        return seen.contains(field) || field.hasPrefix(changes) ? field : ""
    }

    /// What stands, as the form would be filled in to say it.
    var asItStands: PostedForm {
        PostedForm(
            Self.fields.map { (Self.name(of: $0), standing($0) ?? "") }
                + [(DonationEntry.donorField, donation.donorName(for: reader) ?? "")])
    }

    private func standing(_ field: DonationField) -> String? {
        let receiving = donation.receiving
        return switch field {
        case .donatedOn: donation.donatedOn.typed(in: reader.language)
        case .recipient:
            donation.recipient.map { registry.fullName(of: $0).text(in: reader.language) }
        case .amount:
            donation.amount.map { "\($0.amount)" } ?? Notation.amount(nil, in: reader.language)
        case .channel: donation.channel?.rawValue
        case .channelName: donation.channelName
        case .officialReceipt: receiving.officialReceiptNo
        case .giftWanted: receiving.gift?.isWanted.map { "\($0)" }
        case .giftKind: receiving.gift?.kind?.rawValue
        case .giftValue: receiving.gift?.value.map { "\($0.amount)" }
        case .interest: receiving.hasInterest.map { "\($0)" }
        case .pledge: receiving.checks?.pledge
        case .consent: receiving.checks?.hasConsent.map { "\($0)" }
        default: check(field)?.result.rawValue
        }
    }

    private func check(_ field: DonationField) -> Check? {
        let checks = donation.receiving.checks
        return switch field {
        case .checkResident: checks?.resident
        case .checkPerson: checks?.person
        case .checkAnnualTotal: checks?.annualTotal
        case .checkGiftWish: checks?.giftWish
        default: nil
        }
    }

    /// The form without what reads as it did.
    var changed: PostedForm {
        let before = asItStands
        var changed = form
        let isAmending = form["action"] == CorrectionAction.amend.rawValue
        for (name, value) in before.fields where !isAmending || form[name]?.tidied == value {
            changed.drop(name)
        }
        guard isAmending else { return changed }
        // What was said of the one donor is said anew of the other, and of the new home.
        let isOther =
            [DonationEntry.donorField, Self.name(of: .donorPerson), Self.name(of: .donorKey)]
            .contains { changed.text($0) != nil }
        let isMoved = changed.text(Self.name(of: .residence)) != nil
        for field in isOther ? Self.ofDonor : isMoved ? [.checkResident] : [] {
            form[Self.name(of: field)].map { changed.set(Self.name(of: field), $0) }
        }
        let isChecked = [.residenceBasis, .residenceCheckedOn].contains {
            changed.text(Self.name(of: $0)) != nil
        }
        for field in DonationEntry.checks {
            let name = Self.name(of: field)
            guard let result = (isChecked ? form : changed).text(name)?.tidied else { continue }
            changed.set(name, text(of: field, result, isOther: isOther))
        }
        return changed
    }

    /// Whether checks are to be recorded of which nobody says on what basis they were made.
    var lacksBasis: Bool {
        DonationEntry.checks.contains { field in
            changed.text(Self.name(of: field)).map { !$0.contains(" ") } ?? false
        }
    }

    /// Result, basis and day of a check as the API has them: what is typed counts before what
    /// stands, and the day of the donation where neither says one.
    private func text(of field: DonationField, _ result: String, isOther: Bool) -> String {
        let before = isOther ? nil : check(field) ?? donation.receiving.checks?.resident
        guard
            let basis = form.text(Self.name(of: .residenceBasis)) ?? before?.basis.rawValue
        else { return result }
        let moved = form.text(Self.name(of: .donatedOn))?.tidied
        let day =
            form.text(Self.name(of: .residenceCheckedOn)) ?? before.map { "\($0.on)" }
            ?? (moved == standing(.donatedOn) ? nil : moved)
        return [result, basis, day ?? "\(donation.donatedOn.latest)"].map(\.tidied).joined(
            separator: " ")
    }
}
