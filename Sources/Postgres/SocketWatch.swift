import Dispatch

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Tells when a socket can be read or written. Confined to the queue it is given.
///
/// libpq closes its socket whenever it finds the connection broken, and Dispatch must not have a
/// descriptor closed under a live source. So each source watches a duplicate of its own, which
/// the source's cancel handler closes; `stop` reports when the last of them has run.
///
/// No source is ever suspended: interest that ends cancels its source, interest that returns
/// makes another.
final class SocketWatch: @unchecked Sendable {
    private let queue: DispatchQueue
    private var readSource: (any DispatchSourceRead)?
    private var writeSource: (any DispatchSourceWrite)?
    private var liveSourceCount = 0
    private var whenStopped: (@Sendable () -> Void)?

    init(queue: DispatchQueue) {
        self.queue = queue
    }

    /// Calls the handler whenever the socket can be read, until `ignoreReadable`.
    /// - Returns: false if the process has no descriptor left for it.
    func watchReadable(_ socket: Int32, _ handler: @escaping @Sendable () -> Void) -> Bool {
        guard readSource == nil else { return true }
        guard let descriptor = duplicate(socket) else { return false }
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler(handler: handler)
        source.setCancelHandler { self.closed(descriptor) }
        readSource = source
        source.activate()
        return true
    }

    func watchWritable(_ socket: Int32, _ handler: @escaping @Sendable () -> Void) -> Bool {
        guard writeSource == nil else { return true }
        guard let descriptor = duplicate(socket) else { return false }
        let source = DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler(handler: handler)
        source.setCancelHandler { self.closed(descriptor) }
        writeSource = source
        source.activate()
        return true
    }

    /// Whether there is something to read now, the end included; asked without waiting. Dispatch
    /// drops a descriptor whose other end has closed after telling once (its `EPOLLHUP` on
    /// Linux), so nobody may sleep without having asked.
    static func isReadable(_ socket: Int32) -> Bool {
        guard socket >= 0 else { return true }
        var request = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) > 0
    }

    func ignoreReadable() {
        readSource?.cancel()
        readSource = nil
    }

    func ignoreWritable() {
        writeSource?.cancel()
        writeSource = nil
    }

    /// Cancels both sources and calls back on the queue when neither is left.
    func stop(_ body: @escaping @Sendable () -> Void) {
        whenStopped = body
        ignoreReadable()
        ignoreWritable()
        if liveSourceCount == 0 { finish() }
    }

    private func duplicate(_ socket: Int32) -> Int32? {
        let descriptor = fcntl(socket, F_DUPFD_CLOEXEC, 0)
        guard descriptor >= 0 else { return nil }
        liveSourceCount += 1
        return descriptor
    }

    private func closed(_ descriptor: Int32) {
        close(descriptor)
        liveSourceCount -= 1
        if liveSourceCount == 0 { finish() }
    }

    private func finish() {
        let body = whenStopped
        whenStopped = nil
        body?()
    }
}
