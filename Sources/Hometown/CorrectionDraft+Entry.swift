extension CorrectionDraft {
    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = members(subject: nil)
        all["changes"] = .members(
            changes.written.mapValues { CanonicalValue.string($0) as CanonicalValue? })
        all["amount"] = .won(amount)
        all["earmarks"] = earmarks.isEmpty ? nil : .array(earmarks.map { .string($0) })
        all["reason"] = .text(reason)
        return .members(all)
    }

    /// The changed fields that say nothing of the donor, as canonical JSON.
    package var openChanges: String? {
        let open = changes.written.filter { !CorrectionDraft.personalFields.contains($0.key) }
        guard !open.isEmpty else { return nil }
        let bytes = CanonicalValue.object(open.mapValues { .string($0) }).bytes
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What the entry of the correction says. Its reason and whatever of the changes is about the
    /// donor are only committed to.
    /// - Parameters:
    ///   - subject: for the net amount of a return.
    ///   - isPending: whether it waits for a second person.
    package func members(
        subject: CorrectionSubject?, isPending: Bool = false
    ) -> [String: CanonicalValue?] {
        let open = changes.written.filter { !CorrectionDraft.personalFields.contains($0.key) }
        let isReturn = action == .return
        return [
            "action": .string(action.rawValue),
            "amount": isReturn ? .won(subject.flatMap(returnAmount)) : nil,
            "changes": open.isEmpty ? nil : .object(open.mapValues { .string($0) }),
            "corrects": .id(corrects), "donation": .id(donation),
            "gift_value": isReturn ? .won(subject.map { $0.giftValue ?? .zero }) : nil,
            "ground": .number(ground?.rawValue), "pending": isPending ? .bool(true) : nil,
            "receipt_recalled": isReceiptRecalled.map { .bool($0) },
            "returned_on": .date(returnedOn),
        ]
    }

    /// What is only committed to, by the names under which it is opened.
    package var personal: [String: String?] {
        var texts = changes.written.filter { CorrectionDraft.personalFields.contains($0.key) }
            .mapValues { $0 as String? }
        texts["reason"] = reason
        return texts
    }

    /// Fields that say something about the donor.
    package static let personalFields: Set<String> = Set(
        [.donorPerson, .donorKey, .donorName, .residence, .employer].map(\DonationField.rawValue))

    /// What goes back to the donor; unknown where nobody disclosed the donation's amount.
    package func returnAmount(_ subject: CorrectionSubject) -> Won? {
        guard let ground, let amount = subject.amount else { return amount }
        return ground.amount(of: amount, gift: subject.giftValue ?? .zero)
    }
}
