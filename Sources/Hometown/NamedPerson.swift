/// Somebody mentioned in a field of a form.
package struct NamedPerson: Hashable, Sendable {
    package let who: PersonMention
    package let field: String
    /// On which an office is held; `nil`: today.
    package let on: EventDate?

    package init(_ who: PersonMention, field: String, on: EventDate?) {
        self.who = who
        self.field = field
        self.on = on
    }
}
