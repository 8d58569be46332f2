#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// How a server ends.
package enum StopMode: Sendable {
    /// Rolls back what is open, disconnects everybody, writes a checkpoint.
    case fast
    /// As a crash, with recovery at the next start.
    case immediate
    /// As a power failure.
    case kill

    var signal: Int32 {
        switch self {
        case .fast: SIGINT
        case .immediate: SIGQUIT
        case .kill: SIGKILL
        }
    }
}
