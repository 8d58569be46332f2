/// 이름이 공개된 기부. Under a donor's key a public person gives in private, too: of that only what was
/// reported is told with the name, and all that was recorded under the person's own.
enum NamedGift {
    /// SQL, whether a `donation` of the donor that a `person` is known as is told with the name.
    static let holds = "(person.id = person.donor_id OR donation.origin = 'reported')"
}
