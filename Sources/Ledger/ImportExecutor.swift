import Dispatch

/// 등록 일꾼. Threads of their own for reading and judging lists, which takes seconds of a core: on
/// those that all else shares, a few lists would keep everybody waiting.
final class ImportExecutor: TaskExecutor {
    private let queue = DispatchQueue(
        label: "pumasi.imports", qos: .utility, attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
