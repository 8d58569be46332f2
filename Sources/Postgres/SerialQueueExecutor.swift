import Dispatch

/// Runs an actor on one private serial queue, so that sources of events of the same queue may
/// touch the actor's state without a hop. On Linux such a queue has a thread of its own whenever
/// it has work, and never waits for the threads of the global queues or of Swift's pool.
package final class SerialQueueExecutor: SerialExecutor {
    let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }

    package func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
