/// What is known of one direction when an exchange is weighed.
package struct Leg: Hashable, Sendable {
    package let giver: Int16
    package let recipient: Int16
    package let isGiven: Bool
    package let people: Int32?
    package let amount: Won?
    /// When it was given, as far as somebody said.
    package let date: EventDate?

    package init(
        giver: Int16, recipient: Int16, isGiven: Bool, people: Int32?, amount: Won?,
        date: EventDate? = nil
    ) {
        self.giver = giver
        self.recipient = recipient
        self.isGiven = isGiven
        self.people = people
        self.amount = amount
        self.date = date
    }
}
