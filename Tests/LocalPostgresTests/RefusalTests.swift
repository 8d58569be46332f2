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

/// What cannot work is refused with a text that names the mend, and nothing is half-done.
@Suite struct RefusalTests {
    private let place = TestDirectory()
    private var data: String { place.path + "/data" }

    @Test func `Without PostgreSQL it says how to get it`() async throws {
        let search = InstallationSearch(patterns: [place.path + "/*/bin"])
        let error = try #require(await failure(of: LocalPostgres(directory: data, search: search)))
        #expect(error.kind == .missing)
        #expect(error.description.contains(Platform.installAdvice))
        #expect(error.description.contains("DATABASE_URL"))
        #expect(FileStatus(of: data + "/cluster") == nil)
    }

    @Test func `A version that is too old is named`() async throws {
        try pretend(version: "13.4 (Debian 13.4-1)", in: place.path + "/13/bin")
        let search = InstallationSearch(patterns: [place.path + "/*/bin"])
        let error = try #require(await failure(of: LocalPostgres(directory: data, search: search)))
        #expect(error.kind == .unsuitableVersion)
        #expect(error.message.contains("installed: 13"))
    }

    @Test func `The newest version is taken, or the one that made the cluster`() async throws {
        for version in ["9.6.24", "15.3", "17beta1", "16.9"] {
            try pretend(version: version, in: "\(place.path)/\(version)/bin")
        }
        let search = InstallationSearch(patterns: [place.path + "/*/bin"])
        #expect(try await search.find().major == 17)
        #expect(try await search.find(forClusterOfMajor: 15).programs.hasSuffix("/15.3/bin"))
        let error = try await #require(throws: LocalPostgresError.self) {
            try await search.find(forClusterOfMajor: 14)
        }
        #expect(error.message == "The cluster was made by PostgreSQL 14; installed: 17, 16, 15, 9.")
    }

    @Test func `A directory with files of others is refused and left alone`() async throws {
        #expect(mkdir(data, 0o755) == 0)
        try File.replace(data + "/thesis.txt", with: "years of work")
        let error = try #require(await failure(of: LocalPostgres(directory: data)))
        #expect(error.kind == .foreignDirectory)
        #expect(error.message.contains("thesis.txt"))
        #expect(File.names(in: data) == ["thesis.txt"])
    }

    @Test func `Somebody's cluster is refused, and DATABASE_URL named`() async throws {
        #expect(mkdir(data, 0o755) == 0)
        try File.replace(data + "/PG_VERSION", with: "15\n")
        let error = try #require(await failure(of: LocalPostgres(directory: data)))
        #expect(error.kind == .foreignDirectory)
        #expect(error.hint.contains("DATABASE_URL"))
    }

    @Test func `A file in the place of the directory is refused`() async throws {
        try File.replace(data, with: "")
        let error = try #require(await failure(of: LocalPostgres(directory: data)))
        #expect(error.kind == .foreignDirectory)
    }

    @Test func `A name that a shell would read is refused`() async throws {
        let postgres = LocalPostgres(directory: data + "/$(date)")
        let error = try #require(await failure(of: postgres))
        #expect(error.message.hasSuffix("with $ in its name."))
    }

    @Test func `A parent closed to the server's account is named, with the mend`() async throws {
        let home = place.path + "/home"
        #expect(mkdir(home, 0o700) == 0)
        let postgres = LocalPostgres(directory: home + "/clone/data", settings: .disposable)
        guard Platform.isRoot else {
            // Everybody but root runs the server as themselves, and passes.
            _ = try await postgres.start()
            return try await postgres.stop()
        }
        let error = try #require(await failure(of: postgres))
        #expect(error.kind == .unreachable)
        #expect(error.message.hasPrefix(home + " is closed to the account "))
        #expect(error.hint.contains("chmod o+x \(home)"))
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a directory away"))
    func `A cluster of root is refused, one of another account is run as that account`()
        async throws
    {
        #expect(mkdir(data, 0o711) == 0)
        _ = try FileLock(path: data + "/users.lock")
        #expect(mkdir(data + "/cluster", 0o700) == 0)
        let error = try #require(await failure(of: LocalPostgres(directory: data)))
        #expect(error.kind == .wrongOwner)
        #expect(chown(data + "/cluster", 65534, 65534) == 0)
        #expect(try Account.choose(forCluster: data + "/cluster").userID == 65534)
    }

    @Test func `A server that does not start shows the end of its log`() async throws {
        let postgres = LocalPostgres(directory: data, settings: .disposable)
        _ = try await postgres.start()
        try await postgres.stop()
        let file = try #require(fopen(data + "/cluster/postgresql.auto.conf", "a"))
        fputs("no_such_setting = 1\n", file)
        fclose(file)
        let error = try #require(await failure(of: postgres))
        #expect(error.kind == .startFailed)
        #expect(error.log.contains("no_such_setting"))
        #expect(error.description.contains(data + "/cluster/server.log"))
    }

    @Test(arguments: [
        (
            "FATAL: could not write lock file: No space left on device",
            LocalPostgresError.Kind.diskFull
        ),
        ("FATAL: could not create any Unix-domain sockets", .socket),
        ("DETAIL: The data directory was initialized by PostgreSQL version 14", .unsuitableVersion),
        ("FATAL: data directory \"/d\" has wrong ownership", .wrongOwner),
        ("FATAL: could not create shared memory segment", .startFailed),
    ])
    func `A log is read for its reason`(log: String, kind: LocalPostgresError.Kind) {
        let error = ServerLog.explain("It did not start.", log: log, path: "/d/server.log")
        #expect(error.kind == kind)
        #expect(!error.hint.isEmpty)
        #expect(error.description.hasSuffix(log))
    }

    @Test func `A disk that is full while the cluster is made is not taken for little memory`() {
        let log = """
            selecting dynamic shared memory implementation ... posix
            running bootstrap script ... FATAL:  could not extend file "base/1/2691": wrote only \
            4096 of 8192 bytes at block 20
            """
        let full = ServerLog.explain("No cluster.", log: log, path: "/d")
        #expect(full.kind == .diskFull)
        #expect(full.hint.contains("Free some space"))
        let other = ServerLog.explain(
            "No cluster.", log: "selecting dynamic shared memory implementation ... posix",
            path: "/d")
        #expect(!other.hint.contains("memory"))
    }

    @Test(arguments: [(1, 128), (4, 128), (8, 256), (24, 512), (256, 512)])
    func `The server's own memory follows the machine's`(memoryGB: UInt64, expectedMB: Int) {
        #expect(ServerSettings.sharedBuffersMB(memoryBytes: memoryGB << 30) == expectedMB)
    }

    private func failure(of postgres: LocalPostgres) async -> LocalPostgresError? {
        await #expect(throws: LocalPostgresError.self) { try await postgres.start() }
    }

    /// Programs that only tell a version.
    private func pretend(version: String, in directory: String) throws {
        _ = try Directory.prepare(directory)
        for name in ["initdb", "pg_ctl", "postgres"] {
            let path = "\(directory)/\(name)"
            try File.replace(path, with: "#!/bin/sh\necho '\(name) (PostgreSQL) \(version)'\n")
            #expect(chmod(path, 0o755) == 0)
        }
    }
}
