import Hometown

/// 중복 의심. Donations with the same donor, recipient, day and amount: what is on record, as far as
/// somebody asked for it, and what was let pass before.
struct Twins {
    private struct Likeness: Hashable {
        let donor: Identifier
        let recipient: Int16
        let day: CivilDate
        let amount: Won
    }

    private var recorded: [Likeness: [FindTwins.Row]] = [:]
    /// By their hashes alone: a list of a million gifts has a million of them.
    private var passed: Set<Int> = []

    mutating func learn(_ rows: [FindTwins.Row]) {
        for row in rows {
            let likeness = Likeness(
                donor: row.donor, recipient: row.recipient, day: row.day, amount: row.amount)
            recorded[likeness, default: []].append(row)
        }
    }

    /// Notes a donation that is let pass.
    /// - Returns: the warning that there is one like it, other than the one it takes the place of.
    mutating func take(
        _ draft: DonationDraft, donor: Identifier, recipient: Government
    ) -> Warning? {
        guard let likeness = Twins.likeness(of: draft, donor, recipient) else { return nil }
        let isFirst = passed.insert(likeness.hashValue).inserted
        let newest = recorded[likeness]?.filter { $0.id != draft.replaces }
            .max { $0.number < $1.number }
        if let newest { return .possibleDuplicate(no: newest.no) }
        return isFirst ? nil : .possibleDuplicate(no: nil)
    }

    /// Forgets a donation that something else stands against.
    mutating func giveBack(
        _ draft: DonationDraft, donor: Identifier, recipient: Government, after verdict: Verdict
    ) {
        guard let likeness = Twins.likeness(of: draft, donor, recipient),
            !verdict.warnings.contains(.possibleDuplicate(no: nil))
        else { return }
        passed.remove(likeness.hashValue)
    }

    private static func likeness(
        of draft: DonationDraft, _ donor: Identifier, _ recipient: Government
    ) -> Likeness? {
        FindTwins.gift(of: draft).map { gift in
            Likeness(donor: donor, recipient: recipient.id, day: gift.day, amount: gift.amount)
        }
    }
}
