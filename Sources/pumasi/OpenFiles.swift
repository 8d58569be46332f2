import Foundation

/// 열 수 있는 파일. How many descriptors this process may hold (getrlimit(2), RLIMIT_NOFILE). Most
/// systems give it 1,024 unless it asks for more. Each connection of a browser takes one, and where
/// none is left those of the database find none either.
enum OpenFiles {
    /// A session of the database has its socket, and the pipe that wakes its thread.
    private static let perSession = 3
    /// Beside the pool's: those that listen, and those that cancel a statement.
    private static let furtherSessions = 8
    /// Event loops, timers, files, and the pipes of programs that are run.
    private static let besides = 128

    #if canImport(Glibc)
        private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let resource = RLIMIT_NOFILE
    #endif

    /// How many are wanted for so many connections of browsers over so many sessions.
    static func needed(connections: Int, sessions: Int) -> Int {
        connections + perSession * (sessions + furtherSessions) + besides
    }

    /// How many connections of browsers leave enough to the rest.
    /// - Parameters:
    ///   - wanted: as many as the settings allow.
    ///   - limit: of descriptors.
    static func connections(_ wanted: Int, sessions: Int, within limit: Int) -> Int {
        // A quarter at least, for somebody may have meant it so.
        min(wanted, max(limit / 4, limit - needed(connections: 0, sessions: sessions)))
    }

    /// Asks the system for more where there are fewer than that; it gives what an administrator
    /// allows this process at most.
    /// - Returns: how many there may be from now on.
    static func raise(to wanted: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return wanted }
        let before = Int(clamping: limit.rlim_cur)
        guard before < wanted else { return before }
        limit.rlim_cur = min(limit.rlim_max, rlim_t(wanted))
        return setrlimit(resource, &limit) == 0 ? Int(clamping: limit.rlim_cur) : before
    }
}
