#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A lock on a file, flock(2), held until this object goes or the process ends, however it ends.
///
/// The descriptor closes on exec: a server that inherited it would hold the lock for ever.
package final class FileLock: Sendable {
    package enum Mode: Sendable { case shared, exclusive }

    /// Milliseconds between two attempts. There is no way to wait for flock(2) without blocking a
    /// thread of the pool, and a start is held for a second at most.
    private static let retryMs = 20

    private let path: String
    private let descriptor: CInt

    package init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw LocalPostgresError(
                .system, "\(path) could not be opened: \(Platform.lastError()).",
                hint: "Run as the owner of the directory, or choose another one (--data).")
        }
    }

    deinit {
        close(descriptor)
    }

    /// Takes the lock, or turns the one held into the other kind. False when somebody else's lock
    /// stands against it.
    package func attempt(_ mode: Mode) -> Bool {
        flock(descriptor, (mode == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0
    }

    /// Takes the lock, waiting while others hold it.
    func take(_ mode: Mode, withinSeconds secondsMax: Int) async throws {
        let deadline = ContinuousClock.now + .seconds(secondsMax)
        while !attempt(mode) {
            guard ContinuousClock.now < deadline else {
                throw LocalPostgresError(
                    .system, "Another process has held \(path) for \(secondsMax) s.",
                    hint: "See who: fuser -v \(path)")
            }
            try await Task.sleep(for: .milliseconds(FileLock.retryMs))
        }
    }
}
