import Subprocess

/// What a process has written so far.
struct Said: Sendable {
    let output = Stream()
    let error = Stream()

    /// Collects a stream, and wakes whoever waits for something in it.
    actor Stream {
        private(set) var text = ""
        private var hasEnded = false
        private var waiters: [CheckedContinuation<Void, Never>] = []

        func read(_ sequence: SubprocessOutputSequence) async throws {
            defer { end() }
            for try await line in sequence.strings() {
                text += line + "\n"
                wake()
            }
        }

        /// - Returns: the first line that begins so, or `nil` when the stream ended without.
        func line(beginning prefix: String) async -> String? {
            while true {
                let lines = text.split(separator: "\n")
                if let line = lines.first(where: { $0.hasPrefix(prefix) }) { return String(line) }
                guard !hasEnded else { return nil }
                await withCheckedContinuation { waiters.append($0) }
            }
        }

        /// - Returns: whether the text came up before the stream ended.
        func contains(_ part: String) async -> Bool {
            while !text.contains(part) {
                guard !hasEnded else { return false }
                await withCheckedContinuation { waiters.append($0) }
            }
            return true
        }

        private func end() {
            hasEnded = true
            wake()
        }

        private func wake() {
            for waiter in waiters { waiter.resume() }
            waiters = []
        }
    }
}
