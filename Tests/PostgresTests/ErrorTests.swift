@testable import Postgres
import TestSupport
import Testing

@Suite struct ErrorTests {
    private struct Parse: Statement {
        static let sql = "SELECT $1::text::bigint"
        let text: String
        func bind(to parameters: inout Parameters) { parameters.append(text) }
        static func decode(_ row: inout RowReader) throws -> Int64 { try row.next() }
    }

    @Test func `No bound value shows in an error`() async throws {
        let secret = "770101-1234567"
        try await TestServer.shared.withDatabase { conninfo in
            try await Session.withConnection(conninfo) { connection in
                try await connection.execute(
                    """
                    CREATE TABLE item (id bigint, note text NOT NULL,
                        CONSTRAINT item_note_key UNIQUE (note),
                        CONSTRAINT item_note_short CHECK (length(note) < 20))
                    """)
                _ = try await connection.run(InsertItem(id: 1, note: secret))
                let errors = [
                    try await postgresError {
                        _ = try await connection.run(InsertItem(id: 2, note: secret))
                    },
                    try await postgresError {
                        _ = try await connection.run(InsertItem(id: 2, note: secret + secret))
                    },
                    try await postgresError {
                        _ = try await connection.run(InsertItem(id: 7_701_011_234_567))
                    },
                    try await postgresError { _ = try await connection.run(Parse(text: secret)) },
                ]
                #expect(
                    errors.map { $0?.sqlState?.code } == ["23505", "23514", "23502", "22P02"])
                #expect(
                    errors.map { $0?.constraintName } == [
                        "item_note_key", "item_note_short", nil, nil,
                    ])
                #expect(errors[2]?.columnName == "note")
                for error in errors.compactMap({ $0 }) {
                    var text = error.logText
                    dump(error, to: &text)
                    #expect(!text.contains("770101") && !text.contains("7701011234567"), "\(error)")
                }
            }
        }
    }

    @Test func `Each error answers what may be done about it`() throws {
        func server(_ code: String) -> PostgresError {
            PostgresError(.server, "", sqlState: SQLState(code))
        }
        for code in ["40001", "40P01", "55P03", "57014", "08006", "25006", "53100", "58030"] {
            #expect(server(code).isSafeToRetry, "\(code)")
        }
        for code in ["23505", "22012", "42501", "P0001"] {
            #expect(!server(code).isSafeToRetry, "\(code)")
        }
        for code in ["40001", "40P01"] { #expect(server(code).isRetriedByPool) }
        for code in ["55P03", "57014"] { #expect(!server(code).isRetriedByPool) }
        #expect(server("40001").recast(as: .inDoubt).isSafeToRetry == false)
        #expect(server("53100").hint != nil)
    }

    @Test func `A SQLSTATE is five digits or capital letters`() {
        #expect(SQLState("40P01") == .deadlockDetected)
        #expect(SQLState("40P01")?.category == "40")
        for wrong in ["", "4000", "400011", "40p01", "40 01", "４0001"] {
            #expect(SQLState(wrong) == nil)
        }
    }
}
