#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The directory an operator gives us (`--data`), and what lies in it.
///
/// ```
/// DIR/users.lock      one shared lock for every process that uses the cluster
/// DIR/start.lock      held while somebody starts or stops it
/// DIR/settings.conf   our settings, included by the cluster's own postgresql.conf
/// DIR/cluster/        the cluster, of the account that runs it, with its log
/// DIR/run/            the socket, of the same account, if its path is short enough
/// ```
/// What root writes lies in directories of root, never in one of the account: an account that
/// can swap a file for a link must not guide root's hand.
struct Directory: Sendable {
    let path: String

    var usersLock: String { path + "/users.lock" }
    var startLock: String { path + "/start.lock" }
    var settings: String { path + "/settings.conf" }
    var cluster: String { path + "/cluster" }
    /// A cluster in the making, renamed to `cluster` when it is whole.
    var draft: String { path + "/cluster.part" }

    /// Makes the directory if it is not there, and refuses one with somebody else's files in it.
    static func prepare(_ path: String) throws -> Directory {
        // Others may pass through root's directory, as the server's account must, but not look.
        try make(path, permissions: Platform.isRoot ? 0o711 : 0o700)
        guard let real = realpath(path, nil) else { throw File.failure("is not there", path) }
        defer { free(real) }
        let directory = Directory(path: String(cString: real))
        // pg_ctl hands the path to a shell, between double quotes and not escaped.
        if let bad = directory.path.first(where: { "\"$`\\\n".contains($0) }) {
            throw LocalPostgresError(
                .foreignDirectory, "PostgreSQL cannot run in a directory with \(bad) in its name.",
                hint: "Choose another directory (--data).")
        }
        try directory.refuseForeignContent()
        return directory
    }

    /// Makes a directory for the account, or accepts one that is its own and closed to others.
    static func makePrivate(_ path: String, for account: Account) throws {
        if mkdir(path, 0o700) == 0 {
            guard lchown(path, account.userID, account.groupID) == 0 else {
                throw File.failure("could not be given to \(account.name)", path)
            }
            return
        }
        guard errno == EEXIST else { throw File.failure("could not be made", path) }
        guard let status = FileStatus(of: path), status.isDirectory,
            status.userID == account.userID, status.permissions & 0o077 == 0
        else {
            throw LocalPostgresError(
                .wrongOwner, "\(path) is not a private directory of \(account.name).",
                hint: "See whose it is (ls -ld \(path)) and remove it.")
        }
    }

    private static func make(_ path: String, permissions: mode_t) throws {
        var status = stat()
        if stat(path, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR { return }
            throw LocalPostgresError(
                .foreignDirectory, "\(path) is not a directory.",
                hint: "Choose another directory (--data).")
        }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            // Parents as mkdir -p makes them; only the last one is ours alone.
            try make(String(path[..<slash]), permissions: 0o755)
        }
        guard mkdir(path, permissions) == 0 || errno == EEXIST else {
            throw File.failure("could not be made", path)
        }
    }

    private func refuseForeignContent() throws {
        if FileStatus(of: path + "/PG_VERSION") != nil {
            throw LocalPostgresError(
                .foreignDirectory, "\(path) is itself a cluster of PostgreSQL.",
                hint: "Run that server and name it in DATABASE_URL, or choose another directory.")
        }
        // One look: somebody else may be making his locks this moment, start.lock first.
        let names = File.names(in: path)
        // A restored backup has no locks, but a cluster with the secret beside it.
        let ours = names.contains("users.lock") || Set(names).isSuperset(of: ["cluster", "secret"])
        // The ledger's secret may have come first, from a time on another server.
        let strange = names.first { !["lost+found", "secret", "start.lock"].contains($0) }
        if !ours, let strange {
            throw LocalPostgresError(
                .foreignDirectory, "\(path) holds other files, such as \(strange).",
                hint: "Choose an empty directory, or one that is not there yet (--data).")
        }
        if FileStatus(of: cluster) != nil, FileStatus(of: cluster + "/PG_VERSION") == nil,
            !File.names(in: cluster).isEmpty
        {
            throw LocalPostgresError(
                .foreignDirectory, "\(cluster) holds files, but no cluster of PostgreSQL.",
                hint: "Look what they are and move them away, or choose another directory (--data)."
            )
        }
    }

    /// Refuses a directory that the account cannot enter, naming the one that is closed to it.
    func checkReach(of account: Account) async throws {
        guard !account.isCurrent else { return }
        var parents: [String] = []
        var parent = ""
        for name in path.split(separator: "/") {
            parent += "/" + name
            parents.append(parent)
        }
        // The account itself tries: mode bits alone would overlook access lists.
        let script = #"for d; do [ -x "$d" ] || { printf %s "$d"; exit 1; }; done"#
        let outcome = try await Program("/bin/sh", as: account).run(["-c", script, "sh"] + parents)
        guard !outcome.succeeded else { return }
        throw LocalPostgresError(
            .unreachable,
            "\(outcome.text) is closed to the account \(account.name), which runs PostgreSQL.",
            hint: "Choose a directory it can reach, such as --data /var/lib/pumasi, "
                + "or open the way: chmod o+x \(outcome.text)")
    }

    var nearSocket: String { path + "/run" }

    /// The directory of the socket: beside the cluster; or, if a socket's path would be too long
    /// there or has a comma, which to libpq separates hosts, one under /tmp named after a hash.
    var socket: String {
        let bytes = nearSocket.utf8.count + "/.s.PGSQL.\(ServerSettings.port)".utf8.count
        if bytes <= Platform.socketPathBytesMax, !nearSocket.contains(",") { return nearSocket }
        // FNV-1a, 64 bits: stable for ever, unlike Swift's own hash.
        let hash = path.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return "/tmp/pumasi-" + String(hash, radix: 16)
    }
}
