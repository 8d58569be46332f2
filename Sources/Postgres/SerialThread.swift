import Dispatch
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A thread of its own that runs jobs in the order they come, and waits in poll(2) for the next job
/// or for one socket. Whoever runs here may touch what belongs to the thread: no event takes a
/// detour over another thread, and none can be missed, since poll tells what is, not what changed.
///
/// The thread is a private serial queue's, which has one whenever it has work; here it always has,
/// until `stop`.
final class SerialThread: @unchecked Sendable {
    enum Job {
        case actor(UnownedJob, UnownedSerialExecutor)
        case task(UnownedJob, UnownedTaskExecutor)
        case call(@Sendable () -> Void)

        func run() {
            switch self {
            case .actor(let job, let executor): job.runSynchronously(on: executor)
            case .task(let job, let executor): job.runSynchronously(on: executor)
            case .call(let body): body()
            }
        }
    }

    private struct Inbox {
        var jobs: [Job] = []
        /// The thread waits in poll, or is about to: it has to be woken.
        var isWaiting = false
        var isStopped = false
    }

    let queue: DispatchQueue
    /// Touched on the thread only.
    let watch = SocketWatch()
    private let inbox = Mutex(Inbox())
    /// A byte in it wakes the thread: the end it reads and the end others write.
    private let bell: (read: Int32, write: Int32)

    /// `nil` when the process has no descriptor left.
    init?(label: String) {
        var ends: (Int32, Int32) = (-1, -1)
        let isMade = withUnsafeMutablePointer(to: &ends) { ends in
            ends.withMemoryRebound(to: Int32.self, capacity: 2) { pipe($0) == 0 }
        }
        guard isMade else { return nil }
        for end in [ends.0, ends.1] {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        bell = (ends.0, ends.1)
        queue = DispatchQueue(label: label)
    }

    /// The thread, which holds `self`, is over by now.
    deinit {
        close(bell.read)
        close(bell.write)
    }

    func start() {
        queue.async { self.run() }
    }

    /// Ends the thread when it has run what it has. What comes later is dropped: nobody is left
    /// who could have sent a job.
    func stop() {
        let isWaiting = inbox.withLock { inbox in
            inbox.isStopped = true
            return takeWaiting(&inbox)
        }
        if isWaiting { ring() }
    }

    func enqueue(_ job: Job) {
        let isWaiting = inbox.withLock { inbox in
            inbox.jobs.append(job)
            return takeWaiting(&inbox)
        }
        if isWaiting { ring() }
    }

    /// Only the first who finds the thread waiting rings.
    private func takeWaiting(_ inbox: inout Inbox) -> Bool {
        defer { inbox.isWaiting = false }
        return inbox.isWaiting
    }

    private func ring() {
        var byte: UInt8 = 0
        // Full means rung.
        _ = write(bell.write, &byte, 1)
    }

    private func run() {
        var jobs: [Job] = []
        while true {
            let isStopped = inbox.withLock { inbox in
                swap(&jobs, &inbox.jobs)
                inbox.isWaiting = jobs.isEmpty
                return inbox.isStopped
            }
            if !jobs.isEmpty {
                for job in jobs { job.run() }
                jobs.removeAll(keepingCapacity: true)
            } else if isStopped {
                return
            } else {
                awaitEvent()
            }
        }
    }

    /// Waits for the bell or the socket.
    private func awaitEvent() {
        var requests = (
            pollfd(fd: bell.read, events: Int16(POLLIN), revents: 0), watch.request
        )
        withUnsafeMutablePointer(to: &requests) { requests in
            requests.withMemoryRebound(to: pollfd.self, capacity: 2) { requests in
                _ = poll(requests, 2, -1)
            }
        }
        inbox.withLock { $0.isWaiting = false }
        if requests.0.revents != 0 {
            var bytes: UInt64 = 0
            _ = read(bell.read, &bytes, MemoryLayout<UInt64>.size)
        }
        watch.handle(requests.1.revents)
    }
}
