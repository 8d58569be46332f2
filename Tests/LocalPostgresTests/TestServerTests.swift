import TestSupport
import Testing

@testable import LocalPostgres

/// The server that all other tests stand on.
@Suite struct TestServerTests {
    @Test func `Each test gets a database of its own, cloned from a template`() async throws {
        let server = TestServer.shared
        for _ in 0..<2 {
            try await server.prepareTemplate(name: "with_seven") { conninfo in
                _ = try await server.psql(conninfo, ["-qc", "CREATE TABLE kept AS SELECT 7 AS n"])
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try await server.withDatabase(template: "with_seven") { conninfo in
                        let answer = try await server.psql(
                            conninfo, ["-qAtc", "UPDATE kept SET n = n + 1 RETURNING n"])
                        #expect(answer == "8\n")
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `A server of one's own can be stopped, killed and started again`() async throws {
        try await TestServer.withServer { server in
            let conninfo = try await server.conninfo()
            for stop in [{ try await server.restart() }, { try await server.kill() }] {
                try await stop()
                try await server.resume()
                #expect(try await server.psql(conninfo, ["-Atc", "SELECT 1"]) == "1\n")
            }
            try await server.stop(immediate: true)
            await #expect(throws: TestServerError.self) {
                try await server.psql(conninfo, ["-c", "SELECT 1"])
            }
        }
    }
}
