/// 소속. What the donor declares about an employer. Saying nothing is `nil`.
package enum Employer: Hashable, Sendable {
    /// Serves no government.
    case noGovernment
    /// As given; resolved when judged.
    case named(String)
}
