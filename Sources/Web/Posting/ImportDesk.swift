package import Hometown
package import Ledger

/// 등록 작업대. The recordings of lists that are on their way in this process: one goes on when its tab
/// is closed. The lists themselves lie in the database, where any daemon finds them.
package actor ImportDesk {
    /// Recordings whose outcome is remembered; the earliest that ended are forgotten.
    package static let jobsMax = 64

    /// Where the recording of a list stands.
    package enum Job: Sendable {
        case running(ImportProgress?)
        case ended(ImportAnswer)
        case failed(Problem)
    }

    private var jobs: [Identifier: Job] = [:]
    /// Those that ended, the earliest first.
    private var ended: [Identifier] = []
    private var waiting: [Identifier: [CheckedContinuation<Void, Never>]] = [:]

    package init() {}

    package func job(_ id: Identifier) -> Job? { jobs[id] }

    /// Begins to record a list, once: a second press finds the first.
    package func begin(
        _ id: Identifier, _ record: @escaping @Sendable (ImportDesk) async throws -> ImportAnswer
    ) {
        guard !isRunning(id) else { return }
        jobs[id] = .running(nil)
        ended.removeAll { $0 == id }
        Task {
            do {
                end(id, .ended(try await record(self)))
            } catch let problem as Problem {
                end(id, .failed(problem))
            } catch let error as any ProblemConvertible {
                end(id, .failed(error.problem))
            } catch {
                end(id, .failed(Doorway.failed))
            }
        }
    }

    package func note(_ progress: ImportProgress, of id: Identifier) {
        guard isRunning(id) else { return }
        jobs[id] = .running(progress)
    }

    /// Forgets how a recording ended: its list is going to be read otherwise.
    package func forget(_ id: Identifier) {
        guard !isRunning(id) else { return }
        jobs[id] = nil
        ended.removeAll { $0 == id }
    }

    /// Waits until the recording has ended; a list of a few hundred rows takes no second page.
    package func wait(for id: Identifier, ms: UInt64) async {
        guard isRunning(id) else { return }
        await withCheckedContinuation { continuation in
            waiting[id, default: []].append(continuation)
            Task {
                try? await Task.sleep(for: .milliseconds(ms))
                wake(id)
            }
        }
    }

    private func isRunning(_ id: Identifier) -> Bool {
        if case .running = jobs[id] { true } else { false }
    }

    private func end(_ id: Identifier, _ job: Job) {
        jobs[id] = job
        ended.append(id)
        if ended.count > ImportDesk.jobsMax { jobs[ended.removeFirst()] = nil }
        wake(id)
    }

    private func wake(_ id: Identifier) {
        for continuation in waiting.removeValue(forKey: id) ?? [] { continuation.resume() }
    }
}
