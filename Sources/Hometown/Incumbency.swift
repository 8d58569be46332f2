/// 재직. Who somebody was on a day: a title must follow from the day alone.
package enum Incumbency: Hashable, Sendable {
    case none
    case one(Office)
    /// Refused as `office_ambiguous` wherever one title is needed.
    case ambiguous([Office])
}
