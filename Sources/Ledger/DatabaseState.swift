/// 상태. What the database says of itself to whoever asks whether we can work.
package struct DatabaseState: Hashable, Sendable {
    /// It takes no writes.
    package let isStandby: Bool
    /// What is set so that something acknowledged could be lost: `fsync = off`.
    package let unsafeSettings: [String]
    /// Whether its migrations are the ones this program knows.
    package let hasKnownSchema: Bool
}
