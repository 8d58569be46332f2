/// Why a schema cannot be used or migrated, and what to do about it.
package enum MigrationError: Error, Sendable, Hashable {
    /// The database has migrations that this program does not know.
    case ahead([Int])
    /// The database lacks migrations.
    case behind([Int])
    /// A migration that has landed is not the one this program knows.
    case changed(number: Int, name: String)
    /// The program's own list is not 1, 2, 3, ….
    case misnumbered(expected: Int, found: Int)
    /// A migration failed at a line of its script and left nothing behind.
    case failed(number: Int, name: String, line: Int?, cause: PostgresError)
    /// Somebody else has been migrating for longer than we wait.
    case locked

    package var text: String {
        switch self {
        case .ahead(let numbers):
            "The database has migrations this program does not know: \(list(numbers))."
        case .behind(let numbers): "The database lacks migrations: \(list(numbers))."
        case .changed(let number, let name):
            "Migration \(number) (\(name)) was applied with other content than this program has."
        case .misnumbered(let expected, let found):
            "Migration \(expected) should come next, but \(found) does."
        case .failed(let number, let name, let line, let cause):
            "Migration \(number) (\(name)) failed\(line.map { " in line \($0)" } ?? ""): "
                + cause.logText
        case .locked: "Another process is migrating this database."
        }
    }

    package var hint: String {
        switch self {
        case .ahead: "Run a newer version of this program, at least the one that migrated it."
        case .behind: "Run `pumasi db migrate` as the owner of the database."
        case .changed:
            "Run the version that matches the database, or restore the migration's file as it was."
        case .misnumbered: "Number the migrations 1, 2, 3, … without gaps."
        case .failed(_, _, _, let cause):
            cause.hint ?? "Nothing of it was applied. Mend the cause and migrate again."
        case .locked: "Wait until it has finished, then try again."
        }
    }

    private func list(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: ", ")
    }
}

extension MigrationError: CustomStringConvertible {
    package var description: String { "\(text) \(hint)" }
}
