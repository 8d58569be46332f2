import Hometown
import Ledger
import Postgres
import TestSupport

extension TestLedger {
    /// Runs a test against a ledger that holds the sample.
    static func loaded(_ body: (TestLedger) async throws -> Void) async throws {
        try await with { test in
            _ = try await test.ledger.loadSample(author: test.author)
            try await body(test)
        }
    }

    /// Sets a scene that the interface has no way to.
    func run(_ script: String) async throws {
        try await pool.transaction { try await $0.execute(script) }
    }

    /// How many rows a table has.
    func count(_ table: String) async throws -> Int64 {
        let text = try await TestServer.shared.psql(
            conninfo, ["-qAt", "--command=SELECT count(*) FROM \(table)"])
        return Int64(text.filter(\.isNumber)) ?? -1
    }

    /// Entries of one kind as stored, read back from their bytes.
    func entries(of kind: String) async throws -> [CanonicalValue] {
        let bytes = try await pool.transaction(readOnly: true) {
            try await $0.run(ReadEntryBytes(kind: kind))
        }
        return try bytes.map { try CanonicalValue(parsing: $0) }
    }
}

private struct ReadEntryBytes: Statement {
    static let sql = "SELECT bytes FROM entry WHERE kind = $1::text ORDER BY id"
    let kind: String

    func bind(to parameters: inout Parameters) {
        parameters.append(kind)
    }

    static func decode(_ row: inout RowReader) throws -> [UInt8] {
        try row.next(PostgresBytes.self).bytes
    }
}
