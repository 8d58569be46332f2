#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What a thread waits for on one socket, and whom it calls then. Confined to that thread.
///
/// libpq may close its socket whenever it finds the connection broken, and another thread may be
/// given its number for something else. Then we are called for nothing, look at libpq and find the
/// connection broken: nothing is ever read from the number itself.
final class SocketWatch {
    private var socket: Int32 = -1
    private var readHandler: (@Sendable () -> Void)?
    private var writeHandler: (@Sendable () -> Void)?

    /// Calls the handler whenever the socket can be read, the end included, until `ignoreReadable`.
    func watchReadable(_ socket: Int32, _ handler: @escaping @Sendable () -> Void) {
        self.socket = socket
        readHandler = handler
    }

    func watchWritable(_ socket: Int32, _ handler: @escaping @Sendable () -> Void) {
        self.socket = socket
        writeHandler = handler
    }

    func ignoreReadable() {
        readHandler = nil
    }

    func ignoreWritable() {
        writeHandler = nil
    }

    func stop() {
        ignoreReadable()
        ignoreWritable()
    }

    /// For poll(2), which passes over negative descriptors.
    var request: pollfd {
        var events: Int32 = 0
        if readHandler != nil { events |= POLLIN }
        if writeHandler != nil { events |= POLLOUT }
        return pollfd(fd: events == 0 ? -1 : socket, events: Int16(events), revents: 0)
    }

    /// Calls whom the answer of poll(2) concerns: an error or a hang-up concerns both.
    func handle(_ answer: Int16) {
        guard answer != 0 else { return }
        if Int32(answer) & ~POLLOUT != 0 { readHandler?() }
        if Int32(answer) & ~POLLIN != 0 { writeHandler?() }
    }
}
