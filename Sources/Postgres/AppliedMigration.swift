/// A row of `schema_migration`.
package struct AppliedMigration: Sendable, Hashable {
    package let number: Int
    package let name: String
    package let sha256: String
    package let appliedAt: PostgresTimestamp
}
