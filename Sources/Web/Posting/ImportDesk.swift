package import Hometown
import Interchange
package import Ledger

/// 등록 작업대. Lists that were sent and are not recorded yet: they wait here, in this process, while
/// somebody matches the columns and looks at the preview, and the recording of one goes on when its
/// tab is closed. After a restart a list is sent again; nothing of it was recorded.
package actor ImportDesk {
    /// One for each of a few people at work at once, several for none.
    package static let uploadsMax = 16
    /// Of all lists together.
    package static let bytesMax = 128 << 20
    /// A list that nobody comes back to is let go after half a working day.
    package static let keptMs: UInt64 = 4 * 60 * 60 * 1_000

    /// A list that was sent, and how it is to be read.
    package struct Upload: Sendable {
        package let id: Identifier
        /// Only whoever sent it sees it.
        package let owner: Identifier
        package let bytes: [UInt8]
        package var draft: ImportDraft
        fileprivate let sentAtMs: UInt64
    }

    /// Where the recording of a list stands.
    package enum Job: Sendable {
        case running(ImportProgress?)
        case ended(ImportAnswer)
        case failed(Problem)
    }

    private let uptime: Uptime
    private var uploads: [Identifier: Upload] = [:]
    private var jobs: [Identifier: Job] = [:]
    private var waiting: [Identifier: [CheckedContinuation<Void, Never>]] = [:]

    package init(uptime: Uptime) {
        self.uptime = uptime
    }

    /// Keeps a list. The oldest that nobody is recording make room for it.
    package func keep(_ draft: ImportDraft, bytes: [UInt8], id: Identifier, owner: Identifier) {
        forget()
        uploads[id] = Upload(
            id: id, owner: owner, bytes: bytes, draft: draft, sentAtMs: uptime.milliseconds)
        let byAge = uploads.values.sorted { $0.sentAtMs < $1.sentAtMs }
        var total = byAge.reduce(0) { $0 + $1.bytes.count }
        var count = byAge.count
        for upload in byAge where upload.id != id && !isRunning(upload.id) {
            guard total > ImportDesk.bytesMax || count > ImportDesk.uploadsMax else { break }
            drop(upload.id)
            total -= upload.bytes.count
            count -= 1
        }
    }

    /// - Returns: `nil` for a list of somebody else, and for one that is no longer here.
    package func upload(_ id: Identifier, of owner: Identifier) -> Upload? {
        forget()
        return uploads[id].flatMap { $0.owner == owner ? $0 : nil }
    }

    /// Says anew how a list is to be read.
    package func read(_ id: Identifier, as draft: ImportDraft) {
        uploads[id]?.draft = draft
    }

    package func job(_ id: Identifier) -> Job? { jobs[id] }

    /// Begins to record a list, once: a second press finds the first.
    package func begin(
        _ id: Identifier, _ record: @escaping @Sendable (ImportDesk) async throws -> ImportAnswer
    ) {
        guard !isRunning(id) else { return }
        jobs[id] = .running(nil)
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
        wake(id)
    }

    private func wake(_ id: Identifier) {
        for continuation in waiting.removeValue(forKey: id) ?? [] { continuation.resume() }
    }

    private func forget() {
        let now = uptime.milliseconds
        for upload in uploads.values
        where now > upload.sentAtMs + ImportDesk.keptMs && !isRunning(upload.id) {
            drop(upload.id)
        }
    }

    private func drop(_ id: Identifier) {
        uploads[id] = nil
        jobs[id] = nil
    }
}
