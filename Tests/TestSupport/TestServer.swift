import LocalPostgres

/// A PostgreSQL for tests: private, disposable, gone with the test process however that ends.
///
/// Most tests share one and take a database each (``withDatabase(template:_:)``); tests that
/// break a server start one of their own (``start()``) and stop it when they are done.
package actor TestServer {
    /// The server of this test process. It starts when somebody first asks it for something.
    package static let shared = TestServer()

    private static let installation = Task { try await InstallationSearch.standard.find() }

    private let directory = TestDirectory()
    private let postgres: LocalPostgres
    private var started: Task<String, any Error>?
    private var templates: [String: Task<Void, any Error>] = [:]
    private var databases = 0

    private init() {
        postgres = LocalPostgres(directory: directory.path + "/data", settings: .disposable)
    }

    /// A server of one's own, for tests that stop it, kill it or count its connections.
    package static func start() async throws -> TestServer {
        let server = TestServer()
        _ = try await server.owner()
        return server
    }

    /// Runs `body` with a server of its own, which is gone afterwards.
    package static func withServer<Answer>(
        _ body: (TestServer) async throws -> Answer
    ) async throws -> Answer {
        let server = try await start()
        do {
            let answer = try await body(server)
            try await server.stop(immediate: true)
            return answer
        } catch {
            try await server.stop(immediate: true)
            throw error
        }
    }

    /// A connection string for libpq: the superuser `pumasi` in `database`.
    package func conninfo(database: String = "pumasi") async throws -> String {
        // Of a keyword given twice, libpq takes the last value.
        try await owner() + " dbname='\(database)'"
    }

    /// Builds a database once in the life of this server, for others to be cloned from.
    ///
    /// `build` gets a connection string of the database, empty or cloned from `template`, and must
    /// close what it opens: PostgreSQL clones no database that somebody is connected to.
    package func prepareTemplate(
        name: String, from template: String = "template1",
        build: @escaping @Sendable (_ conninfo: String) async throws -> Void
    ) async throws {
        if let running = templates[name] { return try await running.value }
        let task = Task {
            try await clone(template, as: name)
            try await build(conninfo(database: name))
        }
        templates[name] = task
        try await task.value
    }

    /// Runs `body` with a connection string of a new database, empty or cloned from a template
    /// that was prepared, and drops it afterwards, cutting connections that are left.
    package nonisolated(nonsending) func withDatabase<Answer>(
        template: String = "template1", _ body: (_ conninfo: String) async throws -> Answer
    ) async throws -> Answer {
        let name = try await createDatabase(template: template)
        do {
            let answer = try await body(try await conninfo(database: name))
            try await dropDatabase(name)
            return answer
        } catch {
            // What the test has to say counts, not what is left behind.
            try? await dropDatabase(name)
            throw error
        }
    }

    /// A new database that stays until ``dropDatabase(_:)`` or the end of the server.
    package func createDatabase(template: String = "template1") async throws -> String {
        databases += 1
        let name = "test_\(databases)"
        try await clone(template, as: name)
        return name
    }

    package func dropDatabase(_ name: String) async throws {
        try await run("DROP DATABASE IF EXISTS \"\(name)\" WITH (FORCE)")
    }

    /// Runs psql(1) on a database, with `arguments` and its input, and returns what it writes,
    /// errors included. Stops at the first error, and throws it, unless told otherwise
    /// (`--set=ON_ERROR_STOP=0`).
    package func psql(
        _ conninfo: String, _ arguments: [String], input: String = ""
    ) async throws -> String {
        let outcome = try await TestServer.installation.value.program("psql").run(
            ["--no-psqlrc", "--set=ON_ERROR_STOP=1", "--dbname=\(conninfo)"] + arguments,
            input: input)
        guard outcome.succeeded else { throw TestServerError(message: outcome.text) }
        return outcome.text
    }

    /// What pg_dump(1) says of a database without its data and its owner.
    package func dump(_ conninfo: String) async throws -> String {
        let outcome = try await TestServer.installation.value.program("pg_dump").run(
            ["--schema-only", "--no-owner", "--dbname=\(conninfo)"])
        guard outcome.succeeded else { throw TestServerError(message: outcome.text) }
        return outcome.text
    }

    /// The major version of PostgreSQL that tests run on.
    package func major() async throws -> Int {
        try await TestServer.installation.value.major
    }

    /// Copies files: where nothing waits for the disk, that takes a third of what a log of every
    /// page takes (PostgreSQL, CREATE DATABASE, STRATEGY).
    private func clone(_ template: String, as name: String) async throws {
        try await run("CREATE DATABASE \"\(name)\" TEMPLATE \"\(template)\" STRATEGY file_copy")
    }

    private func run(_ statement: String) async throws {
        _ = try await psql(
            conninfo(database: "postgres"), ["--quiet", "--command=\(statement)"])
    }

    private func owner() async throws -> String {
        let task = started ?? Task { [postgres] in try await postgres.start() }
        started = task
        return try await task.value
    }
}

extension TestServer {
    /// Stops the server in good order and starts it again; connection strings stay good.
    package func restart() async throws {
        try await postgres.interrupt(.fast)
        try await resume()
    }

    /// Stops the server; `immediate` cuts everybody off, as a crash does.
    package func stop(immediate: Bool = false) async throws {
        try await postgres.interrupt(immediate ? .immediate : .fast)
    }

    /// Kills the server's first process, as a lack of memory might.
    package func kill() async throws {
        try await postgres.interrupt(.kill)
    }

    /// Starts the server again after ``stop(immediate:)`` or ``kill()``.
    package func resume() async throws {
        _ = try await postgres.start()
    }
}

/// What psql said when a database could not be made or dropped.
package struct TestServerError: Error, CustomStringConvertible {
    let message: String
    package var description: String { message }
}
