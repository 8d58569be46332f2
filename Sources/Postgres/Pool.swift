package import Logging

/// Connections for everybody, a bounded number of them. Callers are served in order; who cannot
/// be served soon is told so. Connections are made when somebody waits, and again after the
/// server has been away: whoever waits meanwhile is served when it is back.
package actor Pool {
    private struct Waiter {
        let number: UInt64
        let continuation: CheckedContinuation<Connection, any Error>
        let timeout: Task<Void, Never>
    }

    private struct Idle {
        let connection: Connection
        let sinceRound: UInt64
    }

    package nonisolated let configuration: PoolConfiguration
    nonisolated let logger: Logger
    /// Raised by whatever transaction finds the disk full.
    package nonisolated let storage = StorageAlarm()

    /// Whose turn is next comes last. The order is always the same, so that a few sessions do the
    /// work and stay warm: a session pays once for each page and each plan it has not met.
    private var idle: [Idle] = []
    private var waiters: ArraySlice<Waiter> = []
    private var waiterCount: UInt64 = 0
    private var busyCount = 0
    private var openingCount = 0
    private(set) var isClosing = false
    /// Connections that listen, beside the pool's own.
    var listening: [ObjectIdentifier: Connection] = [:]
    private var closers: [CheckedContinuation<Void, Never>] = []
    /// Why the last attempt to connect failed; nil after one that did not.
    private var lastFailure: PostgresError?

    /// Counts the passing of `idleCheckMs`; a connection left over from an earlier round is
    /// checked before use. Only a timer, no clock, is needed for that.
    private var round: UInt64 = 0
    private var rounds: Task<Void, Never>?

    /// Connects to nothing yet.
    package init(configuration: PoolConfiguration, logger: Logger = Logger(label: "postgres")) {
        self.configuration = configuration
        self.logger = logger
    }

    deinit {
        rounds?.cancel()
    }

    package var statistics: PoolStatistics {
        PoolStatistics(
            idle: idle.count, busy: busyCount, opening: openingCount, waiting: waiters.count)
    }

    /// Lends a connection. It goes back when the closure ends, so leave the session as it was.
    /// - Parameter onItsThread: the closure runs on the connection's own thread, without a change
    ///   of thread for each flight, and there the connection goes back. For closures that compute
    ///   little between their statements.
    nonisolated(nonsending) package func withConnection<T: Sendable>(
        onItsThread: Bool = false,
        _ body: nonisolated(nonsending) (Connection) async throws -> T
    ) async throws -> T {
        let connection = try await checkOut()
        guard onItsThread else { return try await lend(connection, body) }
        return try await withTaskExecutorPreference(connection.taskExecutor) {
            try await lend(connection, body)
        }
    }

    /// Runs the closure on the thread of a connection that is idle now and stays in the pool: for
    /// work that lends connections time and again and should change no thread for that.
    /// - Returns: `nil` where none is idle; then nothing ran.
    nonisolated(nonsending) package func withIdleThread<T: Sendable>(
        _ body: nonisolated(nonsending) () async -> T
    ) async -> T? {
        guard let connection = await anyIdle else { return nil }
        // The thread ends with the connection.
        defer { withExtendedLifetime(connection) {} }
        return await withTaskExecutorPreference(connection.taskExecutor) { await body() }
    }

    private var anyIdle: Connection? {
        idle.last { !$0.connection.hasEnded }?.connection
    }

    nonisolated(nonsending) private func lend<T: Sendable>(
        _ connection: Connection, _ body: nonisolated(nonsending) (Connection) async throws -> T
    ) async throws -> T {
        do {
            let value = try await body(connection)
            await checkIn(connection)
            return value
        } catch {
            await checkIn(connection)
            throw error
        }
    }

    /// Closes what is idle at once and the rest as it comes back; waiting callers are refused.
    /// Returns when nothing is left.
    package func close() async {
        isClosing = true
        rounds?.cancel()
        for waiter in waiters { finish(waiter, .failure(Pool.closed)) }
        waiters = []
        let connections = idle.map(\.connection)
        idle = []
        for connection in connections + listening.values { await connection.close() }
        guard busyCount + openingCount > 0 else { return }
        await withCheckedContinuation { closers.append($0) }
    }

    private static let closed = PostgresError(.poolClosed, "the pool is closed")

    // MARK: Out

    private func checkOut() async throws -> Connection {
        try Task.checkCancellation()
        guard !isClosing else { throw Pool.closed }
        while let entry = idle.popLast() {
            guard !entry.connection.hasEnded else { continue }
            busyCount += 1
            // One round may have begun a moment after the connection came back.
            guard round &- entry.sinceRound > 1 else { return entry.connection }
            if await entry.connection.answers(withinMs: configuration.healthCheckMs) {
                return entry.connection
            }
            logger.info("An idle connection did not answer and is replaced.")
            await drop(entry.connection)
        }
        return try await wait()
    }

    private func wait() async throws -> Connection {
        guard !isClosing else { throw Pool.closed }
        guard waiters.count < configuration.waiterCountMax else {
            throw PostgresError(.poolQueueFull, "\(waiters.count) callers wait for a connection")
        }
        waiterCount &+= 1
        let number = waiterCount
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                waiters.append(
                    Waiter(
                        number: number, continuation: continuation, timeout: timeout(of: number)))
                if Task.isCancelled { giveUp(number, CancellationError()) }
                openWhatIsNeeded()
            }
        } onCancel: {
            Task { await giveUp(number, CancellationError()) }
        }
    }

    private func timeout(of number: UInt64) -> Task<Void, Never> {
        let limitMs = configuration.waitTimeMaxMs
        return Task { [weak self] in
            do { try await Task.sleep(for: .milliseconds(limitMs)) } catch { return }
            await self?.expire(number)
        }
    }

    private func expire(_ number: UInt64) {
        let limitMs = configuration.waitTimeMaxMs
        let busy = PostgresError(.poolTimeout, "no connection came free within \(limitMs) ms")
        // With nobody connected the reason is not the crowd.
        giveUp(number, busyCount + idle.count == 0 ? lastFailure ?? busy : busy)
    }

    private func giveUp(_ number: UInt64, _ error: any Error) {
        guard let index = waiters.firstIndex(where: { $0.number == number }) else { return }
        finish(waiters.remove(at: index), .failure(error))
    }

    private func finish(_ waiter: Waiter, _ result: Result<Connection, any Error>) {
        waiter.timeout.cancel()
        waiter.continuation.resume(with: result)
    }

    // MARK: In

    private func checkIn(_ connection: Connection) async {
        guard await connection.isReusable, !isClosing else { return await drop(connection) }
        busyCount -= 1
        give(connection)
    }

    /// To the first who waits, else to rest.
    private func give(_ connection: Connection) {
        if let waiter = waiters.popFirst() {
            busyCount += 1
            finish(waiter, .success(connection))
        } else {
            rest(connection)
        }
    }

    private func rest(_ connection: Connection) {
        // Any order will do that does not change while the connections live.
        let place = idle.firstIndex {
            ObjectIdentifier($0.connection) < ObjectIdentifier(connection)
        }
        idle.insert(
            Idle(connection: connection, sinceRound: round), at: place ?? idle.endIndex)
    }

    private func drop(_ connection: Connection) async {
        await connection.close()
        busyCount -= 1
        openWhatIsNeeded()
        finishClosing()
    }

    private func finishClosing() {
        guard isClosing, busyCount + openingCount == 0 else { return }
        for closer in closers { closer.resume() }
        closers = []
    }

    // MARK: Opening

    private func openWhatIsNeeded() {
        startRounds()
        idle.removeAll { $0.connection.hasEnded }
        while openingCount < waiters.count,
            openingCount + busyCount + idle.count < configuration.connectionCountMax
        {
            openingCount += 1
            Task { await open() }
        }
    }

    /// Tries as long as anybody waits and it may still help; a server that restarts or is full
    /// is asked again, a wrong password is not.
    private func open() async {
        var delayMs = 25
        while !isClosing, !waiters.isEmpty {
            do {
                let connection = try await Connection.connect(
                    configuration.connection, logger: logger)
                lastFailure = nil
                openingCount -= 1
                return await admit(connection)
            } catch {
                let failure =
                    error as? PostgresError ?? PostgresError(.cannotConnect, "interrupted")
                lastFailure = failure
                guard failure.isTransient else {
                    for waiter in waiters { finish(waiter, .failure(failure)) }
                    waiters = []
                    break
                }
                delayMs = min(2 * delayMs, 500)
                // Not cancelled by anybody: the task is the pool's own.
                try? await Task.sleep(for: .milliseconds(Int.random(in: delayMs / 2...delayMs)))
            }
        }
        openingCount -= 1
        finishClosing()
    }

    private func admit(_ connection: Connection) async {
        guard !isClosing else {
            busyCount += 1
            return await drop(connection)
        }
        give(connection)
    }

    private func startRounds() {
        guard rounds == nil, !isClosing else { return }
        let idleCheckMs = configuration.idleCheckMs
        rounds = Task { [weak self] in
            while !Task.isCancelled {
                do { try await Task.sleep(for: .milliseconds(idleCheckMs)) } catch { return }
                guard let self else { return }
                await self.beginRound()
            }
        }
    }

    private func beginRound() {
        round &+= 1
    }
}
