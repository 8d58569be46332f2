import NIOCore

/// Runs a connection's task on the event loop of its channel. A request then needs no thread but
/// the one its bytes came in on, which doubles what a small machine can serve; in return nothing
/// below a route may block, as everywhere in Swift concurrency.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop
    private let unsent: NIOLoopBoundBox<[ChannelHandlerContext]>

    init(_ loop: any EventLoop) {
        self.loop = loop
        unsent = NIOLoopBoundBox.makeBoxSendingValue([], eventLoop: loop)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { [self] in
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }

    /// Sends what a connection has written once all that is due on the loop has run: the answers of
    /// a batch are made one after another and leave one after another, and those who wait for them
    /// do not get in between. Called on the loop.
    func send(from context: ChannelHandlerContext) {
        unsent.value.append(context)
        guard unsent.value.count == 1 else { return }
        loop.execute { [unsent] in
            let contexts = unsent.value
            unsent.value.removeAll(keepingCapacity: true)
            for context in contexts { context.flush() }
        }
    }
}
