import Hometown
import Ledger
import Postgres
import TestSupport
import Testing

/// Values that the database can hold and the ledger's calendar cannot.
@Suite struct ValueTests {
    private struct ReadMoment: Statement {
        static let sql = "SELECT $1::text::timestamptz"
        let text: String

        func bind(to parameters: inout Parameters) { parameters.append(text) }

        static func decode(_ row: inout RowReader) throws -> Instant { try row.next() }
    }

    private func read(_ text: String, _ test: TestLedger) async throws -> [Instant] {
        try await test.pool.transaction { try await $0.run(ReadMoment(text: text)) }
    }

    @Test func `a moment beyond the calendar is damage and ends no daemon`() async throws {
        try await TestLedger.with { test in
            for text in [
                "infinity", "-infinity", "0001-12-31 23:59:59.999999+00 BC",
                "9999-12-31 15:00:00+00",
            ] {
                await #expect(throws: LedgerFailure.damaged) { try await read(text, test) }
            }
            let (first, last) = ("0001-01-01T00:00:00.000000Z", "9999-12-31T14:59:59.999999Z")
            for text in [first, last] {
                let moments = try await read(text, test)
                #expect(moments.map(\.text) == [text])
            }
        }
    }
}
