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

/// What a crash leaves behind, and how the next start deals with it.
@Suite struct RecoveryTests {
    private let place = TestDirectory()
    private var data: String { place.path + "/data" }
    private var cluster: String { data + "/cluster" }

    @Test func `A killed server comes back with everything that was committed`() async throws {
        let postgres = LocalPostgres(directory: data, settings: .disposable)
        let conninfo = try await postgres.start()
        _ = try await ask(conninfo, "CREATE TABLE kept AS SELECT 7 AS seven")
        try await postgres.interrupt(.kill)
        #expect(Postmaster(in: cluster) != nil)

        #expect(try await postgres.start() == conninfo)
        #expect(try await ask(conninfo, "SELECT seven FROM kept") == "7\n")
        try await postgres.stop()
    }

    @Test func `Numbers of dead processes that live again elsewhere do not deceive it`()
        async throws
    {
        let postgres = LocalPostgres(directory: data, settings: .disposable)
        let conninfo = try await postgres.start()
        try await postgres.interrupt(.kill)
        let file = Postmaster.file(in: cluster)
        let left = try #require(File.text(of: file, bytesMax: 8192))

        try await TestServer.withServer { other in
            // A server of the same account that is very much alive, but not ours.
            let number = try await other.psql(
                other.conninfo(),
                ["-qAtc", "SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)"])
            let reused = number.prefix { $0.isNumber } + left.drop { $0 != "\n" }
            try overwrite(file, with: String(reused))
            let lock = "\(data)/run/.s.PGSQL.\(ServerSettings.port).lock"
            try overwrite(lock, with: String(reused))

            let stale = try #require(Postmaster(in: cluster))
            #expect(stale.isNumberTaken)
            #expect(!(await stale.isRunning(cluster)))
            #expect(try await postgres.start() == conninfo)
            #expect(Postmaster(in: cluster) != stale)
            #expect(try await ask(conninfo, "SELECT 1") == "1\n")
            #expect(try await ask(other.conninfo(), "SELECT 1") == "1\n")
        }
        try await postgres.stop()
    }

    @Test func `A file that a power failure cut short is no obstacle`() async throws {
        let postgres = LocalPostgres(directory: data, settings: .disposable)
        _ = try await postgres.start()
        try await postgres.interrupt(.kill)
        try overwrite(Postmaster.file(in: cluster), with: "")
        #expect(try await ask(try await postgres.start(), "SELECT 1") == "1\n")
        try await postgres.stop()
    }

    @Test func `A cluster that was never finished is made anew`() async throws {
        let directory = try Directory.prepare(data)
        _ = try FileLock(path: directory.usersLock)
        try Directory.makePrivate(directory.draft, for: Account.choose(forCluster: cluster))
        try File.replace(directory.draft + "/PG_VERSION", with: "15\n")
        let postgres = LocalPostgres(directory: data, settings: .disposable)
        #expect(try await ask(try await postgres.start(), "SELECT 1") == "1\n")
        #expect(FileStatus(of: directory.draft) == nil)
        try await postgres.stop()
    }

    @Test func `A lock outlives neither its object nor a wait that is bounded`() async throws {
        let path = place.path + "/lock"
        var first: FileLock? = try FileLock(path: path)
        let second = try FileLock(path: path)
        #expect(first?.attempt(.shared) == true)
        #expect(second.attempt(.shared))
        #expect(!second.attempt(.exclusive))
        let error = await #expect(throws: LocalPostgresError.self) {
            try await second.take(.exclusive, withinSeconds: 0)
        }
        #expect(error?.hint.contains(path) == true)
        first = nil
        // A child that another test forks at this moment has the descriptor until it execs.
        try await second.take(.exclusive, withinSeconds: 10)
    }

    private func ask(_ conninfo: String, _ statement: String) async throws -> String {
        try await TestServer.shared.psql(conninfo, ["-qAtc", statement])
    }

    /// Writes into a file that stays its owner's.
    private func overwrite(_ path: String, with text: String) throws {
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        #expect(fputs(text, file) >= 0)
    }
}
