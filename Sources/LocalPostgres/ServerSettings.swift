/// The settings of a private server, written before each of its starts.
package struct ServerSettings: Sendable {
    /// Also part of the socket's file name; nothing listens on it.
    static let port = 5432

    /// Whether a commit survives a power failure. Only tests may say no.
    package var isDurable = true
    /// Connections the server accepts: eight daemons with the pools they have by default.
    package var connectionsMax = 200
    package var sharedBuffersMB = 128
    /// What lies on the disk at most before a checkpoint begins.
    package var walSizeMaxMB = 4_096

    /// For real books.
    package static let durable = ServerSettings(
        sharedBuffersMB: sharedBuffersMB(memoryBytes: Memory.bytes))

    /// 공유 버퍼. A page of a long book looks a hundred rows up all over it, and what the server does
    /// not hold itself it copies from the system, each time. A thirty-second of the memory is
    /// little where much else runs; half a gigabyte holds the donations of several years.
    static func sharedBuffersMB(memoryBytes: UInt64) -> Int {
        Int(min(max((memoryBytes >> 20) / 32, 128), 512))
    }

    /// For books that a test throws away: nothing waits for the disk, and no vacuum runs in the
    /// middle of a measurement.
    package static let disposable = ServerSettings(
        isDurable: false, connectionsMax: 300, sharedBuffersMB: 64)

    /// The text of the file, in the form of postgresql.conf.
    func text(socketDirectory: String, libraries: [String]) -> String {
        let durability = isDurable ? "on" : "off"
        var lines = [
            "# Written at every start. Settings of your own: ALTER SYSTEM.",
            "listen_addresses = ''",
            "port = \(ServerSettings.port)",
            // The value is a list, in which double quotes hold a path with commas together.
            "unix_socket_directories = \(quoted(#"""# + socketDirectory + #"""#))",
            "unix_socket_permissions = 0700",
            "max_connections = \(connectionsMax)",
            "shared_buffers = \(sharedBuffersMB)MB",
            "fsync = \(durability)",
            "full_page_writes = \(durability)",
            "synchronous_commit = on",
            // A list of a year is recorded between two checkpoints: after each, every page that is
            // touched goes into the log as a whole.
            "max_wal_size = \(walSizeMaxMB)MB",
            // A list writes some ten megabytes of log between two turns of the server's log writer.
            "wal_buffers = 16MB",
            // A commit that begins a new file of the log would wait until its 16 MB are filled with
            // zeros and synced. What is written into it is synced all the same.
            "wal_init_zero = off",
            // A failed fsync is never tried again: the kernel may have dropped the pages.
            "data_sync_retry = off",
            "shared_preload_libraries = \(quoted(libraries.joined(separator: ",")))",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "log_line_prefix = '%m [%p] %q%u@%d %a '",
            // Terse leaves out DETAIL, where the server would quote rows, and so people.
            "log_error_verbosity = terse",
            "log_parameter_max_length = 0",
        ]
        if !isDurable { lines.append("autovacuum = off") }
        return lines.map { $0 + "\n" }.joined()
    }

    private func quoted(_ value: String) -> String {
        "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            + "'"
    }
}
