/// One step of the schema, upwards only.
package struct Migration: Sendable, Hashable {
    /// From 1, without gaps.
    package let number: Int
    package let name: String
    /// One or more statements; no BEGIN and no COMMIT, which the migrator brings.
    package let sql: String
    /// In hexadecimal, of the bytes of `sql`. A migration that has landed never changes.
    package let sha256: String

    package init(number: Int, name: String, sql: String, sha256: String) {
        self.number = number
        self.name = name
        self.sql = sql
        self.sha256 = sha256
    }
}
