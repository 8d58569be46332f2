import Logging

extension Pool {
    /// Unread notifications kept for one listener. Beyond it the oldest go, and a `reconnected`
    /// mark tells the listener to look for himself.
    private static let unreadCountMax = 1_024
    /// Between attempts to reconnect, doubling.
    private static let delayMsMin = 100
    private static let delayMsMax = 5_000

    /// Listens on a connection of its own, outside of the pool's number, until the sequence is
    /// dropped or the pool closed. A lost connection is made again; each time it stands, the
    /// first time too, the sequence gives `reconnected`.
    nonisolated package func notifications(
        on channel: String
    ) -> some AsyncSequence<Notification, Never> & Sendable {
        let (stream, listener) = AsyncStream.makeStream(
            of: Notification.self, bufferingPolicy: .bufferingNewest(Pool.unreadCountMax))
        let task = Task { [weak self] in
            var delayMs = Pool.delayMsMin
            while !Task.isCancelled, let hasListened = await self?.listen(channel, listener) {
                delayMs = hasListened ? Pool.delayMsMin : min(2 * delayMs, Pool.delayMsMax)
                let pauseMs = Int.random(in: delayMs / 2...delayMs)
                do { try await Task.sleep(for: .milliseconds(pauseMs)) } catch { break }
            }
            listener.finish()
        }
        listener.onTermination = { _ in task.cancel() }
        return stream
    }

    /// Listens until the connection is lost.
    /// - Returns: whether it came to listening; nil when the pool is closed.
    private func listen(
        _ channel: String, _ listener: AsyncStream<Notification>.Continuation
    ) async -> Bool? {
        guard !isClosing else { return nil }
        let connection: Connection
        do {
            connection = try await Connection.connect(configuration.connection, logger: logger)
        } catch {
            // Who stops meanwhile is told nothing of it.
            guard !Task.isCancelled else { return nil }
            logger.warning("Cannot connect to listen.", metadata: ["error": "\(error)"])
            return false
        }
        listening[ObjectIdentifier(connection)] = connection
        defer { listening[ObjectIdentifier(connection)] = nil }
        let hasListened: Bool
        do {
            try await connection.listen(on: channel) { notification in
                guard case .dropped = listener.yield(notification) else { return }
                listener.yield(.reconnected)
            }
            listener.yield(.reconnected)
            hasListened = true
            if !isClosing { await connection.untilEnd() }
        } catch {
            if !Task.isCancelled {
                logger.warning("Cannot listen.", metadata: ["error": "\(error)"])
            }
            hasListened = false
        }
        await connection.close()
        return isClosing ? nil : hasListened
    }
}
