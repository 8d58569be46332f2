/// One cluster of PostgreSQL: made, started and stopped, by whoever holds the lock to do so.
struct Cluster: Sendable {
    /// The superuser and the database it makes. Roles with fewer rights come with the schema.
    static let owner = "pumasi"

    /// Long enough for recovery after a crash of a busy server, in seconds.
    private static let startSecondsMax = 120
    /// Long enough for a last checkpoint on a slow disk, in seconds.
    private static let stopSecondsMax = 60
    /// Between two looks at the server's file, in milliseconds: it is a file, it tells nobody.
    private static let lookMs = 20

    let directory: Directory
    let account: Account
    let settings: ServerSettings
    let search: InstallationSearch

    private var path: String { directory.cluster }
    private var log: ServerLog { ServerLog(cluster: path) }
    private var exists: Bool { FileStatus(of: path + "/PG_VERSION") != nil }

    init(_ directory: Directory, settings: ServerSettings, search: InstallationSearch) throws {
        self.directory = directory
        self.settings = settings
        self.search = search
        account = try Account.choose(forCluster: directory.cluster)
    }

    /// Brings the server up, making the cluster first if there is none; adopts one that runs.
    func start() async throws -> Postmaster {
        let deadline = ContinuousClock.now + .seconds(Cluster.startSecondsMax)
        while ContinuousClock.now < deadline {
            if let postmaster = Postmaster(in: path) {
                if await postmaster.isRunning(path) {
                    if postmaster.status == .ready { return try reachable(postmaster) }
                    // It starts or stops by somebody else's hand: see what becomes of it.
                    try await Task.sleep(for: .milliseconds(Cluster.lookMs))
                    continue
                }
                if postmaster.isNumberTaken, !Postmaster.disown(in: path) {
                    throw File.failure(
                        "is stale and could not be changed", Postmaster.file(in: path))
                }
            }
            if try await !launch() {
                try await Task.sleep(for: .milliseconds(Cluster.lookMs))
            }
        }
        throw LocalPostgresError(
            .startFailed,
            "PostgreSQL in \(path) was not ready after \(Cluster.startSecondsMax) s.",
            hint: "It may still be recovering from a crash: wait for it and start again.",
            log: log.tail(since: 0))
    }

    /// Stops the server if it runs, and waits until its process is gone.
    func stop(_ mode: StopMode = .fast) async throws {
        guard let postmaster = Postmaster(in: path), await postmaster.isRunning(path) else {
            return
        }
        guard postmaster.send(mode) else {
            throw File.failure("could not be stopped (process \(postmaster.processID))", path)
        }
        let deadline = ContinuousClock.now + .seconds(Cluster.stopSecondsMax)
        while await postmaster.isRunning(path) {
            guard ContinuousClock.now < deadline else {
                throw LocalPostgresError(
                    .stopFailed,
                    "PostgreSQL in \(path) did not stop within \(Cluster.stopSecondsMax) s.",
                    hint: "See what holds it; process \(postmaster.processID).",
                    log: log.tail(since: 0))
            }
            try await Task.sleep(for: .milliseconds(Cluster.lookMs))
        }
        // A socket's directory under /tmp would be litter; the server has emptied it.
        if directory.socket != directory.nearSocket { File.removeDirectory(directory.socket) }
    }

    private func reachable(_ postmaster: Postmaster) throws -> Postmaster {
        guard postmaster.socketDirectory.isEmpty else { return postmaster }
        throw LocalPostgresError(
            .socket,
            "PostgreSQL in \(path) runs without a socket (process "
                + "\(postmaster.processID)): it was not started by this program.",
            hint: "Stop it (kill -INT \(postmaster.processID)), then start again.")
    }

    /// One attempt to start the server. False when it is worth another: back ends of a server
    /// that was killed have not gone yet.
    private func launch() async throws -> Bool {
        try await directory.checkReach(of: account)
        let installation = try await search.find(forClusterOfMajor: major)
        try await writeSettings(for: installation)
        if !exists { try await ClusterDraft(self, installation: installation).make() }
        try Directory.makePrivate(directory.socket, for: account)
        // A power failure may leave the server's file empty, and then pg_ctl(1) does not know what
        // to think of it. We do: whoever starts this cluster holds the lock, and that is us.
        if FileStatus(of: Postmaster.file(in: path))?.sizeBytes == 0 {
            File.remove(Postmaster.file(in: path))
        }
        // No server of this cluster runs, and the directory is its own: a socket in it is a
        // left-over, and its lock would stand in the way if the number in it were used again.
        File.remove("\(directory.socket)/.s.PGSQL.\(ServerSettings.port)")
        File.remove("\(directory.socket)/.s.PGSQL.\(ServerSettings.port).lock")
        log.rotate()
        let offset = log.sizeBytes
        // pg_ctl gives the server a session of its own.
        let outcome = try await installation.program("pg_ctl", as: account, in: path).run([
            "start", "--silent", "--wait", "--timeout=\(Cluster.startSecondsMax)",
            "--pgdata=\(path)", "--log=\(log.path)",
        ])
        if outcome.succeeded { return true }
        let text = log.tail(since: offset)
        if ServerLog.tellsOfSurvivors(text) { return false }
        throw ServerLog.explain(
            "PostgreSQL \(installation.major) in \(path) did not start.",
            log: text.isEmpty ? outcome.text : text, path: log.path)
    }

    /// The version that made the cluster, or nil if there is none yet.
    private var major: Int? {
        File.text(of: path + "/PG_VERSION", bytesMax: 16).flatMap { Int($0.prefix { $0.isNumber }) }
    }

    private func writeSettings(for installation: Installation) async throws {
        let wanted = "pg_stat_statements"
        let libraries = await installation.hasLibrary(wanted) ? [wanted] : []
        try File.replace(
            directory.settings,
            with: settings.text(socketDirectory: directory.socket, libraries: libraries))
    }
}
