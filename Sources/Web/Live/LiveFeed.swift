import Hometown
package import Ledger
import Synchronization

/// 실시간 소식. What the log has just sealed, for pages that are open: read once for all of them, and
/// told to each from where it stands.
package final class LiveFeed: Sendable {
    /// Pages of one person that listen at once; a further one asks now and then instead.
    package static let streamsPerViewerMax = 5
    /// Pages of everybody.
    package static let streamsMax = 1_000
    /// Kept for all; who is further behind reads for himself.
    private static let recentMax = 1_000
    /// Entries told at a time.
    static let rowsMax = 500
    /// Who is further behind than this is told how many came, and not each of them.
    static let behindMax: Int64 = 5_000
    /// Between two signs of life; proxies cut off what says nothing for a minute.
    package static let beatMs = 15_000

    private struct State {
        /// In the order of the log, without a gap.
        var recent: [SealedEntry] = []
        var streams: [UInt64: AsyncStream<Void>.Continuation] = [:]
        var byViewer: [Identifier: Int] = [:]
        var streamsEver: UInt64 = 0
        var isClosed = false
    }

    private let ledger: Ledger
    private let state = Mutex(State())

    package init(ledger: Ledger) {
        self.ledger = ledger
    }

    /// Listens to the log until it is cancelled, and wakes every page at each pass of the sealer
    /// and at each beat.
    package func run(beatMs: Int = LiveFeed.beatMs) async {
        await withTaskGroup { group in
            group.addTask {
                for await _ in self.ledger.sealings() {
                    await self.refresh()
                    self.wakeAll()
                }
            }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .milliseconds(beatMs))
                    self.wakeAll()
                }
            }
        }
    }

    /// Says good-bye to every page; who comes now is sent away.
    package func close() {
        let streams = state.withLock { state in
            state.isClosed = true
            defer { state.streams = [:] }
            return Array(state.streams.values)
        }
        for stream in streams { stream.finish() }
    }

    /// A page that listens: its wakes, one for all that came while it was busy. They end with the
    /// feed.
    struct Listener: Sendable {
        let wakes: AsyncStream<Void>
        let leave: @Sendable () -> Void
    }

    /// - Returns: `nil` when this person's pages listen often enough, or the feed is closed.
    func join(_ viewer: Identifier) -> Listener? {
        let (wakes, wake) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number: UInt64? = state.withLock { state in
            let count = state.byViewer[viewer, default: 0]
            guard !state.isClosed, count < LiveFeed.streamsPerViewerMax,
                state.streams.count < LiveFeed.streamsMax
            else { return nil }
            state.byViewer[viewer] = count + 1
            state.streamsEver += 1
            state.streams[state.streamsEver] = wake
            return state.streamsEver
        }
        guard let number else { return nil }
        return Listener(wakes: wakes) { [self] in
            state.withLock { state in
                state.streams[number] = nil
                let count = state.byViewer[viewer, default: 1]
                state.byViewer[viewer] = count > 1 ? count - 1 : nil
            }
        }
    }

    /// What the log holds after a place, at most `rowsMax` of it, in its order.
    /// - Throws: `LedgerFailure`.
    func entries(after index: Int64) async throws -> [SealedEntry] {
        let recent = state.withLock { $0.recent }
        // A reader says any place it likes, the last that there is among them.
        if let first = recent.first, let last = recent.last, first.logIndex - 1 <= index {
            guard index < last.logIndex else { return [] }
            return Array(recent[Int(index + 1 - first.logIndex)...].prefix(LiveFeed.rowsMax))
        }
        return try await ledger.sealedEntries(after: index, rowsMax: LiveFeed.rowsMax)
    }

    /// The last place of the log, -1 while it is empty.
    /// - Throws: `LedgerFailure`.
    func head() async throws -> Int64 {
        try await ledger.treeHead().size - 1
    }

    private func refresh() async {
        let known = state.withLock { $0.recent.last?.logIndex }
        do {
            let after =
                if let known { known } else { max(try await head() - 1, -1) }
            let fresh = try await ledger.sealedEntries(
                after: after, rowsMax: LiveFeed.recentMax)
            state.withLock { state in
                // So many at once are a list that was taken in: who wants them reads for himself.
                guard fresh.count < LiveFeed.recentMax else {
                    state.recent = []
                    return
                }
                state.recent += fresh
                state.recent.removeFirst(max(0, state.recent.count - LiveFeed.recentMax))
            }
        } catch {
            // Pages that are woken read for themselves, or hear of the next pass.
            state.withLock { $0.recent = [] }
        }
    }

    private func wakeAll() {
        for stream in state.withLock({ Array($0.streams.values) }) { stream.yield() }
    }
}
