import TestSupport
import Testing

@testable import LocalPostgres

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// How a private server comes up, is shared, and goes.
@Suite struct LifeTests {
    private let place = TestDirectory()
    private var data: String { place.path + "/data" }

    @Test func `A first start makes a durable cluster that listens on its socket only`()
        async throws
    {
        let postgres = LocalPostgres(directory: data)
        let conninfo = try await postgres.start()
        let answers = try await ask(
            conninfo,
            """
            SELECT name || '=' || setting FROM pg_settings
            WHERE name IN ('data_checksums', 'data_sync_retry', 'fsync', 'full_page_writes',
                'listen_addresses', 'server_encoding', 'shared_preload_libraries',
                'synchronous_commit', 'unix_socket_permissions')
            ORDER BY name
            """)
        #expect(
            answers == """
                data_checksums=on
                data_sync_retry=off
                fsync=on
                full_page_writes=on
                listen_addresses=
                server_encoding=UTF8
                shared_preload_libraries=pg_stat_statements
                synchronous_commit=on
                unix_socket_permissions=0700

                """)
        #expect(
            try await ask(conninfo, "SELECT current_user, current_database()") == "pumasi|pumasi\n")
        #expect(try await ask(conninfo, "SELECT count(*) > 0 FROM pg_stat_statements") == "t\n")
        #expect(try await ask(conninfo, "SELECT '품앗이' ~ '^[[:alpha:]]+$'") == "t\n")
        try await postgres.stop()
    }

    @Test func `The server has its own session, hears every signal, and is not root`() async throws
    {
        let postgres = LocalPostgres(directory: data, settings: .disposable)
        _ = try await postgres.start()
        let postmaster = try #require(postmaster)
        #expect(getsid(postmaster.processID) != getsid(0))
        #expect(getpgid(postmaster.processID) != getpgid(0))
        #expect(FileStatus(of: data + "/cluster/postmaster.pid")?.userID != 0)
        #if os(Linux)
            let status = try #require(
                File.text(of: "/proc/\(postmaster.processID)/status", bytesMax: 8192))
            #expect(status.contains("SigBlk:\t0000000000000000"))
        #endif
        try await postgres.stop()
    }

    @Test func `The second user adopts the server and the last one out stops it`() async throws {
        let first = LocalPostgres(directory: data, settings: .disposable)
        let second = LocalPostgres(directory: data, settings: .disposable)
        let conninfo = try await first.start()
        let postmaster = try #require(postmaster)
        #expect(try await second.start() == conninfo)
        #expect(self.postmaster == postmaster)

        try await first.stop()
        #expect(try await ask(conninfo, "SELECT 1") == "1\n")
        try await second.stop()
        #expect(self.postmaster == nil)
        #expect(!(await postmaster.isRunning(data + "/cluster")))
        #expect(File.names(in: data + "/run").isEmpty)
        try await second.stop()
    }

    @Test func `A user that vanishes leaves the server to whoever comes next`() async throws {
        var vanishing: LocalPostgres? = LocalPostgres(directory: data, settings: .disposable)
        _ = try await vanishing?.start()
        let postmaster = try #require(postmaster)
        vanishing = nil

        let next = LocalPostgres(directory: data, settings: .disposable)
        _ = try await next.start()
        #expect(self.postmaster == postmaster)
        try await next.stop()
        #expect(self.postmaster == nil)
    }

    @Test func `Many that start at once share one server`() async throws {
        let users = (0..<4).map { _ in LocalPostgres(directory: data, settings: .disposable) }
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for user in users { group.addTask { try await user.start() } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for user in users { group.addTask { try await user.stop() } }
            try await group.waitForAll()
        }
        #expect(postmaster == nil)
    }

    @Test func `A start that is cancelled is finished and taken back`() async throws {
        let postgres = LocalPostgres(directory: data, settings: .disposable)
        let task = Task { try await postgres.start() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(postmaster == nil)
    }

    @Test func `What was written is there after a stop and a start`() async throws {
        let postgres = LocalPostgres(directory: data, settings: .disposable)
        _ = try await ask(try await postgres.start(), "CREATE TABLE kept AS SELECT 7 AS seven")
        try await postgres.stop()
        #expect(try await ask(try await postgres.start(), "SELECT seven FROM kept") == "7\n")
        try await postgres.stop()
    }

    @Test(arguments: ["it's, 품앗이's", String(repeating: "long", count: 40)])
    func `It works in a directory with a trying name`(name: String) async throws {
        let directory = place.path + "/" + name
        let postgres = LocalPostgres(directory: directory, settings: .disposable)
        let conninfo = try await postgres.start()
        #expect(try await ask(conninfo, "SELECT 1") == "1\n")
        let socket = try Directory.prepare(directory).socket
        try await postgres.stop()
        if socket.hasPrefix("/tmp/pumasi-"), !socket.hasPrefix(place.path) {
            #expect(FileStatus(of: socket) == nil)
        }
    }

    private var postmaster: Postmaster? { Postmaster(in: data + "/cluster") }

    private func ask(_ conninfo: String, _ statement: String) async throws -> String {
        try await TestServer.shared.psql(conninfo, ["-qAtc", statement])
    }
}
