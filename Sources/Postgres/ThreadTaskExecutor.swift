/// Runs tasks on the thread of a connection, so that work which talks to its server all the time
/// changes no thread for that. The executor outlives the work: whoever prefers it holds the
/// connection.
final class ThreadTaskExecutor: TaskExecutor {
    private let thread: SerialThread

    init(_ thread: SerialThread) {
        self.thread = thread
    }

    func enqueue(_ job: consuming ExecutorJob) {
        thread.enqueue(.task(UnownedJob(job), asUnownedTaskExecutor()))
    }
}
