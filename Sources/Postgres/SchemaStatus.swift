/// What the database has, beside what this program knows.
package struct SchemaStatus: Sendable, Hashable {
    package let applied: [AppliedMigration]
    /// Known here and not applied.
    package let pending: [Migration]
    /// Applied and not known here: the database is ahead of this program.
    package let unknown: [AppliedMigration]
    /// Applied with other bytes than are known here.
    package let changed: [AppliedMigration]

    init(applied: [AppliedMigration], known: [Migration]) {
        let knownByNumber = Dictionary(
            known.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let appliedNumbers = Set(applied.map(\.number))
        self.applied = applied
        pending = known.filter { !appliedNumbers.contains($0.number) }
        unknown = applied.filter { knownByNumber[$0.number] == nil }
        changed = applied.filter { row in
            knownByNumber[row.number].map { $0.sha256 != row.sha256 } ?? false
        }
    }

    /// - Throws: `MigrationError` unless the database may be migrated from here.
    package func checkHistory() throws {
        if !unknown.isEmpty { throw MigrationError.ahead(unknown.map(\.number)) }
        if let first = changed.first {
            throw MigrationError.changed(number: first.number, name: first.name)
        }
    }

    /// - Throws: `MigrationError` unless the database is exactly what this program knows.
    package func check() throws {
        try checkHistory()
        if !pending.isEmpty { throw MigrationError.behind(pending.map(\.number)) }
    }
}
