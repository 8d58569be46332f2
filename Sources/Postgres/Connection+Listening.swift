extension Connection {
    /// The server keeps 63 bytes of an identifier and would cut the rest without a word.
    private static let identifierBytesMax = 63

    /// Listens on a channel for as long as the session lives. The handler is called on the
    /// connection's thread, in the order the server sent, and must not wait.
    func listen(
        on channel: String, _ handler: @escaping @Sendable (Notification) -> Void
    ) async throws {
        guard !channel.isEmpty, channel.utf8.count <= Connection.identifierBytesMax,
            !channel.utf8.contains(0)
        else {
            throw PostgresError.misuse(
                "a channel's name has 1 to \(Connection.identifierBytesMax) bytes")
        }
        notificationHandler = handler
        let parts = channel.split(separator: "\"", omittingEmptySubsequences: false)
        try await execute("LISTEN \"\(parts.joined(separator: "\"\""))\"")
    }

    /// Sleeps until the session is over. A cancelled task ends it.
    func untilEnd() async {
        await withTaskCancellationHandler {
            guard libpq != nil else { return }
            await withCheckedContinuation { continuation in
                endHandler = { continuation.resume() }
            }
        } onCancel: {
            Task { await close() }
        }
    }
}
