package import Logging
import Synchronization

/// One session of the server. All of its work happens on one private thread, the actor's own
/// executor, and nothing there ever blocks but the wait for the next job or for the socket. Calls
/// take turns in the order they come.
package actor Connection {
    let executor: SerialThreadExecutor
    /// For whole transactions on the same thread.
    nonisolated let taskExecutor: ThreadTaskExecutor
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    nonisolated let configuration: ConnectionConfiguration
    nonisolated let logger: Logger
    private nonisolated let ended = Atomic(false)

    /// Nil before connecting and after the end. Only `endSession` takes it away.
    var libpq: LibPQConnection?
    /// Why there is no connection any more.
    var ending: PostgresError?
    /// Connected and set up.
    var isOpen = false

    /// What the server has prepared here, by the statement's type.
    var prepared: [ObjectIdentifier: Prepared] = [:]
    var preparedCount = 0

    /// Set while a caller of `readiness` sleeps.
    var sleeper: CheckedContinuation<Void, Never>?
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
    /// The last one whose closure sent COMMIT itself.
    var committedNumber: UInt64?

    var copy: CopyState?

    /// Set by errors that a fresh session would not give.
    var isStale = false

    /// Whom notifications go to.
    var notificationHandler: (@Sendable (Notification) -> Void)?
    /// Called once when the session ends.
    var endHandler: (@Sendable () -> Void)?

    private init(
        _ configuration: ConnectionConfiguration, _ logger: Logger, _ thread: SerialThread
    ) {
        self.configuration = configuration
        self.logger = logger
        executor = SerialThreadExecutor(thread)
        taskExecutor = ThreadTaskExecutor(thread)
    }

    deinit {
        guard let libpq else { return }
        executor.run { [thread = executor.thread] in
            thread.watch.stop()
            withExtendedLifetime(libpq) {}
        }
    }

    var watch: SocketWatch { executor.thread.watch }

    /// Connects, within `connectTimeoutMs` for each host, and sets the session up.
    /// - Throws: `PostgresError` with cause `cannotConnect`, or `CancellationError`.
    package static func connect(
        _ configuration: ConnectionConfiguration, logger: Logger = Logger(label: "postgres")
    ) async throws -> Connection {
        guard let thread = SerialThread(label: "postgres.connection") else {
            throw Connection.noDescriptor
        }
        let connection = Connection(configuration, logger, thread)
        do {
            try await connection.open()
            return connection
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Ends the session; a second call does nothing.
    package func close() {
        endSession(PostgresError(.connectionLost, "the connection was closed"))
    }

    /// Takes the session away and wakes whoever waits for it; what runs finds it gone, and the
    /// last of it frees the connection.
    func endSession(_ reason: PostgresError) {
        guard libpq != nil else { return }
        libpq = nil
        ending = reason
        ended.store(true, ordering: .relaxed)
        watch.stop()
        wake()
        endHandler?()
        endHandler = nil
        notificationHandler = nil
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
