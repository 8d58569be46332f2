/// 한쪽 기부. One direction of an exchange: a statement about people and perhaps money. The money
/// itself is in its donations. Without a date it is still awaited.
package struct LegDraft: Hashable, Sendable {
    package var from: String
    package var department: String?
    package var to: String
    package var happenedOn: EventDate?
    package var people: Int32?
    package var amount: Won?
    /// Donors who are named; each donation is judged alone.
    package var donations: [DonationDraft]
    /// Donations on record that go along it.
    package var links: [Identifier]
    /// The leg of the same exchange that this one mends.
    package var replaces: Identifier?

    package static let linksMax = 100

    package init(
        from: String, department: String? = nil, to: String, happenedOn: EventDate? = nil,
        people: Int32? = nil, amount: Won? = nil, donations: [DonationDraft] = [],
        links: [Identifier] = [], replaces: Identifier? = nil
    ) {
        self.from = from
        self.department = department
        self.to = to
        self.happenedOn = happenedOn
        self.people = people
        self.amount = amount
        self.donations = donations
        self.links = links
        self.replaces = replaces
    }
}
