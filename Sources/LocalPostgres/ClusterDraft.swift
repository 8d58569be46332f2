/// A cluster in the making. It is made under another name and renamed when it is whole, so that
/// a machine that stops half-way leaves nothing that looks like a cluster.
struct ClusterDraft {
    private let cluster: Cluster
    private let installation: Installation
    private var path: String { cluster.directory.draft }
    private var account: Account { cluster.account }

    init(_ cluster: Cluster, installation: Installation) {
        self.cluster = cluster
        self.installation = installation
    }

    func make() async throws {
        try await discard()
        try Directory.makePrivate(path, for: account)
        do {
            try await initialize()
            try await includeSettings()
            try await command("CREATE DATABASE \(Cluster.owner)", in: "postgres")
            if await installation.hasLibrary("pg_stat_statements") {
                try await command("CREATE EXTENSION pg_stat_statements", in: Cluster.owner)
            }
        } catch {
            // The reason is what counts; left-overs go at the next attempt at the latest.
            try? await discard()
            throw error
        }
        guard File.move(path, to: cluster.directory.cluster),
            File.synchronize(cluster.directory.path)
        else { throw File.failure("could not be renamed", path) }
    }

    private func discard() async throws {
        guard FileStatus(of: path) != nil else { return }
        try await run(Program("/bin/rm"), ["-rf", "--", path])
    }

    private func initialize() async throws {
        try await run(
            installation.program("initdb", as: account, in: path),
            [
                "--pgdata=\(path)", "--username=\(Cluster.owner)", "--encoding=UTF8",
                "--locale=C", "--lc-ctype=\(Platform.characterType)", "--data-checksums",
                // Nobody but the account and root reaches the socket's directory: whoever can
                // knock may enter. Nothing listens on the network, and nothing would be let in.
                "--auth-local=trust", "--auth-host=reject", "--no-instructions",
            ] + (cluster.settings.isDurable ? [] : ["--no-sync"]))
    }

    private func includeSettings() async throws {
        let script = #"printf "\ninclude '../settings.conf'\n" >> "$1/postgresql.conf""#
        try await run(Program("/bin/sh", as: account), ["-c", script, "sh", path])
        // initdb has synced what it wrote; this line came after it. Lost in a power failure, it
        // would leave a server with settings of its own and a socket that is open to everybody.
        guard File.synchronize(path + "/postgresql.conf") else {
            throw File.failure("could not be synced", path + "/postgresql.conf")
        }
    }

    /// Runs one statement in single-user mode: no socket and no client program is needed.
    private func command(_ statement: String, in database: String) async throws {
        try await run(
            installation.program("postgres", as: account, in: path),
            ["--single", "-D", path, "-c", "exit_on_error=on", database],
            input: statement + "\n")
    }

    private func run(_ program: Program, _ arguments: [String], input: String = "") async throws {
        let outcome = try await program.run(arguments, input: input)
        if outcome.succeeded { return }
        throw ServerLog.explain(
            "No cluster could be made in \(cluster.directory.path): \(program.path) failed.",
            log: outcome.text, path: cluster.directory.path)
    }
}
