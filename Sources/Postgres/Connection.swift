import Dispatch
package import Logging
import Synchronization

/// One session of the server. All of its work happens on one private serial queue, the actor's
/// own executor, and nothing there ever blocks: a thread is held only while there are bytes to
/// move. Calls take turns in the order they come.
package actor Connection {
    let executor: SerialQueueExecutor
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    nonisolated let configuration: ConnectionConfiguration
    nonisolated let logger: Logger
    let watch: SocketWatch
    private nonisolated let ended = Atomic(false)

    /// Nil before connecting and after the end. Only `endSession` takes it away.
    var libpq: LibPQConnection?
    private var closing: LibPQConnection?
    private var closers: [CheckedContinuation<Void, Never>] = []
    /// Why there is no connection any more.
    var ending: PostgresError?
    /// Connected and set up.
    var isOpen = false

    /// What the server has prepared here, by the statement's type.
    var prepared: [ObjectIdentifier: Prepared] = [:]
    var preparedCount = 0

    /// Set while a caller of `readiness` sleeps.
    var sleeper: CheckedContinuation<Void, Never>?
    /// Tells one sleep from the next.
    var sleepCount: UInt64 = 0
    /// Counts what came in; a flight during which it stands still is silent.
    var progressCount: UInt64 = 0
    var watchesSilence = false

    var turnTaken = false
    /// Something came in during a turn while nobody slept for it.
    var hasUnread = false
    var turnQueue = ArraySlice<CheckedContinuation<Void, Never>>()

    /// The flight in the air, if a cancelled task may end it.
    var interruptibleFlight: UInt64?
    var isFlightTimed = false
    var healthCheck: UInt64?
    var flightCount: UInt64 = 0
    /// Cancel requests on their way to the server; no turn ends before they have arrived, or
    /// they would hit the next one's statement.
    var cancelsUnderWay = 0
    var cancelSleeper: CheckedContinuation<Void, Never>?

    /// The transaction whose statements may run now.
    var transaction: TransactionState?
    var transactionCount: UInt64 = 0

    var copy: CopyState?

    /// Set by errors that a fresh session would not give.
    var isStale = false

    /// Whom notifications go to.
    var notificationHandler: (@Sendable (Notification) -> Void)?
    /// Called once when the session ends.
    var endHandler: (@Sendable () -> Void)?

    private init(_ configuration: ConnectionConfiguration, _ logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        executor = SerialQueueExecutor(label: "postgres.connection")
        watch = SocketWatch(queue: executor.queue)
    }

    deinit {
        guard let libpq else { return }
        executor.queue.async { [watch] in watch.stop { withExtendedLifetime(libpq) {} } }
    }

    nonisolated var queue: DispatchQueue { executor.queue }

    /// Connects, within `connectTimeoutMs` for each host, and sets the session up.
    /// - Throws: `PostgresError` with cause `cannotConnect`, or `CancellationError`.
    package static func connect(
        _ configuration: ConnectionConfiguration, logger: Logger = Logger(label: "postgres")
    ) async throws -> Connection {
        let connection = Connection(configuration, logger)
        do {
            try await connection.open()
            return connection
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Ends the session. Returns when it is over; a second call returns at once.
    package func close() async {
        endSession(PostgresError(.connectionLost, "the connection was closed"))
        guard closing != nil else { return }
        await withCheckedContinuation { closers.append($0) }
    }

    /// Takes the session away and wakes whoever waits for it; what runs finds it gone. The
    /// connection is freed when no source watches its socket any more.
    func endSession(_ reason: PostgresError) {
        guard let libpq else { return }
        self.libpq = nil
        closing = libpq
        ending = reason
        ended.store(true, ordering: .relaxed)
        watch.stop { self.assumeIsolated { $0.sessionEnded() } }
        wake()
        endHandler?()
        endHandler = nil
        notificationHandler = nil
    }

    private func sessionEnded() {
        closing = nil
        for closer in closers { closer.resume() }
        closers = []
    }

    /// The session is known to be over; asked without waiting for a turn.
    nonisolated var hasEnded: Bool { ended.load(ordering: .relaxed) }

    /// The connection, or why there is none.
    func live() throws -> LibPQConnection {
        if let libpq { return libpq }
        throw ending ?? PostgresError(.connectionLost, "the connection is not open")
    }

    /// Whether the next one may have it: alive, between transactions, and with nothing prepared
    /// that the server has forgotten or outgrown.
    package var isReusable: Bool {
        guard let libpq, libpq.isAlive, libpq.isIdle else { return false }
        return transaction == nil && !isStale
    }
}
