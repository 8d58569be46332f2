import Dispatch

/// Runs an actor on one private thread, so that events of the same thread may touch the actor's
/// state without a hop.
package final class SerialThreadExecutor: SerialExecutor {
    let thread: SerialThread

    init(_ thread: SerialThread) {
        self.thread = thread
        thread.start()
    }

    deinit {
        thread.stop()
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        thread.enqueue(.actor(UnownedJob(job), asUnownedSerialExecutor()))
    }

    package func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(thread.queue))
    }

    /// Calls the body on the thread.
    func run(_ body: @escaping @Sendable () -> Void) {
        thread.enqueue(.call(body))
    }

    /// The same, later.
    func run(afterMs delayMs: Int, _ body: @escaping @Sendable () -> Void) {
        // The global queue only hands it over.
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(delayMs)) { [thread] in
            thread.enqueue(.call(body))
        }
    }
}
