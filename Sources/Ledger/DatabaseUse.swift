/// What the connections to the database are doing.
package struct DatabaseUse: Hashable, Sendable {
    package let idle: Int
    package let busy: Int
    package let opening: Int
    /// Callers without a connection.
    package let waiting: Int
}
