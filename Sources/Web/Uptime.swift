/// Time that only runs forward, as an argument: nanoseconds since some moment that never
/// changes. The composition root brings the real one, a test its own.
package struct Uptime: Sendable {
    private let read: @Sendable () -> UInt64

    package init(nanoseconds read: @escaping @Sendable () -> UInt64) {
        self.read = read
    }

    package var nanoseconds: UInt64 { read() }
    package var milliseconds: UInt64 { read() / 1_000_000 }
}
