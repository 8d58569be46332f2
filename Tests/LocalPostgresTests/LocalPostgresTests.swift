import TestSupport
import Testing

@Suite struct LocalPostgresTests {
    @Test func `A server starts and answers`() async throws {
        let answer = try await TestServer.shared.withDatabase { conninfo in
            try await TestServer.shared.psql(conninfo, ["-Atc", "SELECT 1"])
        }
        #expect(answer == "1\n")
    }
}
