/// 내구성. What has to keep a record before it is acknowledged.
package enum Durability: String, Sendable, CaseIterable {
    /// The disk of the primary: a power cut loses nothing.
    case local
    /// A standby's as well: neither does the loss of the primary.
    case replicated
}
