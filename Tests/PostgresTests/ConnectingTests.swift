@testable import Postgres
import TestSupport
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite struct ConnectingTests {
    private struct Setting: Statement {
        static let sql = "SELECT current_setting($1)"
        let name: String
        func bind(to parameters: inout Parameters) { parameters.append(name) }
        static func decode(_ row: inout RowReader) throws -> String { try row.next() }
    }

    @Test func `A session is set up as it must be`() async throws {
        try await Session.withScratchConnection(name: "pumasi/test") { connection in
            let expected = [
                "application_name": "pumasi/test", "client_encoding": "UTF8", "TimeZone": "UTC",
                "standard_conforming_strings": "on", "statement_timeout": "30s",
                "lock_timeout": "5s", "idle_in_transaction_session_timeout": "30s",
                "client_connection_check_interval": "5s", "jit": "off",
            ]
            for (name, value) in expected {
                let values = try await connection.run(Setting(name: name))
                #expect(values == [value], "\(name)")
            }
        }
    }

    @Test func `What the connection string says goes before our defaults`() async throws {
        let conninfo =
            try await TestServer.shared.conninfo()
            + " application_name=theirs options='-c search_path=mine'"
        try await Session.withConnection(conninfo, name: "ours") { connection in
            let (names, paths) = try await connection.pipeline(
                Setting(name: "application_name"), Setting(name: "search_path"))
            #expect(names == ["theirs"])
            #expect(paths == ["mine"])
        }
    }

    private func failure(_ conninfo: String) async throws -> PostgresError? {
        try await postgresError {
            try await Session.withConnection(conninfo) { _ in }
        }
    }

    @Test func `A refused connection says why by its SQLSTATE`() async throws {
        let conninfo = try await TestServer.shared.conninfo(database: "nowhere")
        let database = try await failure(conninfo)
        #expect(database?.cause == .cannotConnect)
        #expect(database?.sqlState == .unknownDatabase)
        #expect(database?.hint != nil)
        let role = try await failure(try await TestServer.shared.conninfo() + " user=nobody_here")
        #expect(role?.sqlState == .invalidAuthorization || role?.sqlState?.category == "28")
        #expect(role?.isSafeToRetry == false)
    }

    @Test(arguments: [
        "postgresql://user:hunter2@127.0.0.1:1/pumasi",
        "host=127.0.0.1 port=1 password=hunter2",
        "host=127.0.0.1 password=hunter2 hunter2",
        "postgresql://user:hunter2@127.0.0.1:hunter2/pumasi",
        "postgresql://user:hunter2@[::1/pumasi",
        "postgresql://user:p@hunter2@127.0.0.1:1/pumasi",
        "host=/nonexistent/hunter password='hunter2",
    ])
    func `No password shows in an error, however wrong the connection string`(
        conninfo: String
    ) async throws {
        let error = try #require(try await failure(conninfo))
        var dumped = ""
        dump(error, to: &dumped)
        for text in [error.logText, "\(error)", String(reflecting: error), dumped] {
            #expect(!text.contains("hunter2"), "\(text.replacing("hunter2", with: "*"))")
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A server that accepts and says nothing is given up`() async throws {
        let directory = TestDirectory()
        let socket = try #require(silentSocket(at: directory.path + "/.s.PGSQL.5432"))
        defer { close(socket) }
        let error = try await postgresError {
            try await Session.withConnection("host=\(directory.path) user=nobody") {
                $0.connectTimeoutMs = 100
            } _: { _ in
            }
        }
        #expect(error?.cause == .cannotConnect)
        #expect(error?.logText.contains("100 ms") == true)

        let task = Task {
            try await Session.withConnection("host=\(directory.path) user=nobody") {
                $0.connectTimeoutMs = 60_000
            } _: { _ in
            }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    /// A socket that the kernel answers for and nobody else.
    private func silentSocket(at path: String) -> Int32? {
        #if canImport(Darwin)
            let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
        #else
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let isListening = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
                    && listen(descriptor, 8) == 0
            }
        }
        return isListening ? descriptor : nil
    }
}
