import Foundation

/// The socket on which a supervisor hears how a daemon fares (systemd, sd_notify(3)). What cannot
/// be sent is lost: the supervisor's own limits then decide.
struct SupervisorSocket: Sendable {
    /// A path, or the name of an abstract socket after an `@`.
    private let name: String
    /// How long it waits for a sign of life, where it waits for any (`WATCHDOG_USEC`).
    let watchdogMicroseconds: Int64?

    /// - Returns: `nil` where no supervisor listens.
    init?(environment: [String: String]) {
        guard let name = environment["NOTIFY_SOCKET"], name.hasPrefix("/") || name.hasPrefix("@")
        else { return nil }
        self.name = name
        // Meant for another process, such as the one that started this one.
        let isOurs = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        let microseconds = environment["WATCHDOG_USEC"].flatMap { Int64($0) } ?? 0
        watchdogMicroseconds = isOurs && microseconds > 0 ? microseconds : nil
    }

    /// One datagram of assignments: `READY=1`.
    func say(_ assignments: String...) {
        #if os(Linux)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            var path = Array(name.utf8)
            guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
            // An abstract name begins with NUL and has no other end than its length (unix(7)).
            if path[0] == UInt8(ascii: "@") { path[0] = 0 }
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
            let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
            let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            let message = Array(assignments.joined(separator: "\n").utf8)
            _ = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    sendto(descriptor, message, message.count, 0, $0, length)
                }
            }
        #endif
    }
}
