#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The account of the operating system that the server runs as.
///
/// PostgreSQL refuses to run as root, and rightly: root therefore hands the cluster to an
/// unprivileged account, while everybody else runs it as themselves.
struct Account: Sendable, Equatable {
    let name: String
    let userID: UInt32
    let groupID: UInt32

    /// Whether this process already is that account.
    var isCurrent: Bool { geteuid() == userID }

    static var current: Account {
        find(userID: geteuid())
            ?? Account(name: "\(geteuid())", userID: geteuid(), groupID: getegid())
    }

    /// Chooses who runs the cluster in `cluster`: its owner if it exists, else, for root,
    /// `postgres` or `nobody`, else whoever asks.
    static func choose(forCluster cluster: String) throws -> Account {
        let owner = FileStatus(of: cluster)?.userID
        guard Platform.isRoot else {
            let current = Account.current
            if let owner, owner != current.userID {
                throw LocalPostgresError(
                    .wrongOwner,
                    "\(cluster) belongs to \(name(of: owner)), not to \(current.name).",
                    hint: "Run as \(name(of: owner)) or root, or choose another directory (--data)."
                )
            }
            return current
        }
        if let owner {
            guard owner != 0, let account = find(userID: owner) else {
                throw LocalPostgresError(
                    .wrongOwner,
                    "\(cluster) belongs to \(name(of: owner)), and PostgreSQL cannot run as that.",
                    hint: "Give it to an unprivileged account: chown -R postgres \(cluster)")
            }
            return account
        }
        if let account = find(name: "postgres") ?? find(name: "nobody") { return account }
        throw LocalPostgresError(
            .wrongOwner, "PostgreSQL never runs as root, and there is no other account for it.",
            hint: "Make one: useradd --system postgres")
    }

    private static func name(of userID: UInt32) -> String {
        find(userID: userID)?.name ?? "user \(userID)"
    }

    private static func find(name: String) -> Account? {
        lookUp { getpwnam_r(name, $0, $1, $2, $3) }
    }

    private static func find(userID: UInt32) -> Account? {
        lookUp { getpwuid_r(userID, $0, $1, $2, $3) }
    }

    private static func lookUp(
        _ ask: (
            UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
            UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
        ) -> CInt
    ) -> Account? {
        // 16 KiB holds any entry of passwd(5); a longer one counts as not found.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16 * 1024) { text in
            guard let start = text.baseAddress else { return nil }
            var entry = passwd()
            var found: UnsafeMutablePointer<passwd>?
            guard ask(&entry, start, text.count, &found) == 0, found != nil else { return nil }
            return Account(
                name: String(cString: entry.pw_name), userID: entry.pw_uid, groupID: entry.pw_gid)
        }
    }
}
