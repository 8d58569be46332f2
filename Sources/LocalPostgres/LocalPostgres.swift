package import Logging

/// A private PostgreSQL in a directory of ours, shared by every process that uses it.
///
/// Each user holds a shared lock on `users.lock` for as long as it runs. Whoever leaves and gets
/// that lock alone was the last, and stops the server. The kernel drops the lock of a process
/// that is killed; the server then runs on, and the next start adopts it. Starting and stopping
/// themselves are done under `start.lock`, so that nobody adopts a server that is about to go.
package actor LocalPostgres {
    /// How long to wait while others start or stop, in seconds: one recovery after a crash.
    private static let lockSecondsMax = 150

    private let path: String
    private let settings: ServerSettings
    private let search: InstallationSearch
    private let logger: Logger
    private var users: FileLock?
    private var cluster: Cluster?

    /// - Parameters:
    ///   - directory: where the cluster lies; made if it is not there. See ``start()``.
    ///   - settings: durable unless a test says otherwise.
    ///   - search: where to look for PostgreSQL.
    package init(
        directory: String, settings: ServerSettings = .durable,
        search: InstallationSearch = .standard,
        logger: Logger = Logger(label: "pumasi.LocalPostgres")
    ) {
        path = directory
        self.settings = settings
        self.search = search
        self.logger = logger
    }

    /// Whether a cluster was ever begun in the directory.
    package static func hasCluster(in directory: String) -> Bool {
        FileStatus(of: Directory(path: directory).cluster) != nil
    }

    /// The connection string, as of ``start()``, of the server that runs in the directory; `nil`
    /// where none is ready. Nothing is started and nobody registered: it may be gone the next
    /// moment.
    package static func running(in directory: String) -> String? {
        guard let postmaster = Postmaster(in: Directory(path: directory).cluster),
            postmaster.status == .ready
        else { return nil }
        return conninfo(of: postmaster)
    }

    /// Makes the cluster if there is none, starts its server if it does not run, and registers
    /// this process as its user. May be called again, to bring a server back that has died.
    ///
    /// Cancellation does not leave a server half-started: the start is finished and taken back.
    ///
    /// - Returns: a connection string for libpq ("Connection Strings"): database `pumasi` as its
    ///   superuser `pumasi`, over the private socket.
    /// - Throws: ``LocalPostgresError``; `CancellationError`.
    package func start() async throws -> String {
        let conninfo = try await Task { try await self.open() }.value
        if Task.isCancelled {
            try await stop()
            throw CancellationError()
        }
        return conninfo
    }

    /// Leaves the cluster; the last one out stops the server (fast mode: open transactions are
    /// rolled back, a checkpoint is written) and waits until it is gone. Does nothing if this
    /// process is no user. Not cut short by cancellation.
    ///
    /// - Throws: ``LocalPostgresError``.
    package func stop() async throws {
        try await Task { try await self.leave() }.value
    }

    private func open() async throws -> String {
        let directory = try Directory.prepare(path)
        let cluster = try Cluster(directory, settings: settings, search: search)
        let lock = try FileLock(path: directory.startLock)
        try await lock.take(.exclusive, withinSeconds: LocalPostgres.lockSecondsMax)
        let users = try self.users ?? FileLock(path: directory.usersLock)
        try await users.take(.shared, withinSeconds: LocalPostgres.lockSecondsMax)
        let postmaster = try await cluster.start()
        self.users = users
        self.cluster = cluster
        logger.info(
            "PostgreSQL is ready",
            metadata: ["process": "\(postmaster.processID)", "directory": "\(directory.path)"])
        withExtendedLifetime(lock) {}
        return LocalPostgres.conninfo(of: postmaster)
    }

    private func leave() async throws {
        guard let cluster else { return }
        defer {
            users = nil
            self.cluster = nil
        }
        let lock = try FileLock(path: cluster.directory.startLock)
        try await lock.take(.exclusive, withinSeconds: LocalPostgres.lockSecondsMax)
        if let users, users.attempt(.exclusive) {
            try await cluster.stop()
            logger.info(
                "PostgreSQL has stopped", metadata: ["directory": "\(cluster.directory.path)"])
        }
        withExtendedLifetime(lock) {}
    }

    /// Stops the server whoever uses it, and stays its user; ``start()`` brings it back. For
    /// tests of what happens then.
    package func interrupt(_ mode: StopMode) async throws {
        try await cluster?.stop(mode)
    }

    static func conninfo(of postmaster: Postmaster) -> String {
        let values = [
            ("host", postmaster.socketDirectory), ("port", "\(postmaster.port)"),
            ("user", Cluster.owner), ("dbname", Cluster.owner),
        ]
        return values.map { "\($0)='\(escaped($1))'" }.joined(separator: " ")
    }

    /// A value between single quotes, as libpq reads it.
    private static func escaped(_ value: String) -> String {
        value.reduce(into: "") { text, character in
            if character == "'" || character == "\\" { text.append("\\") }
            text.append(character)
        }
    }
}
