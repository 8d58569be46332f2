import CLibPQ

/// One `PGconn` and nothing else: every call here returns at once (libpq chapter 34.4), except
/// where its comment says otherwise. The object owns the connection and frees it when the last
/// reference goes.
///
/// It is unchecked because libpq allows one thread at a time and the private thread of the
/// `Connection` that holds it is that thread; `PQfinish` runs when the last of what used it is
/// done.
final class LibPQConnection: @unchecked Sendable {
    let handle: OpaquePointer
    private let notices = NoticeCollector()

    /// Begins to connect. May block while a host's name is looked up, so call it on a queue of
    /// one's own.
    init(parameters: [(keyword: String, value: String)]) throws {
        try LibPQConnection.checkConninfo(parameters)
        let keywords = parameters.map { CString($0.keyword) }
        let values = parameters.map { CString($0.value) }
        let keywordPointers = keywords.map(\.pointer) + [nil]
        let valuePointers = values.map(\.pointer) + [nil]
        // The last argument expands a connection string given as `dbname`.
        let started = withExtendedLifetime((keywords, values)) {
            PQconnectStartParams(keywordPointers, valuePointers, 1)
        }
        guard let started else { throw PostgresError(.cannotConnect, "libpq is out of memory") }
        handle = started
        // The only way to learn the SQLSTATE of a refused connection: verbose text holds it.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        let collector = Unmanaged.passUnretained(notices).toOpaque()
        PQsetNoticeReceiver(handle, { NoticeCollector.receive($0, $1) }, collector)
    }

    deinit {
        PQfinish(handle)
    }

    /// Changes while connecting, when libpq goes on to the next address.
    var socket: Int32 { PQsocket(handle) }

    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

    /// A statement has failed: nothing but the end of the transaction is accepted.
    var isInFailedTransaction: Bool { PQtransactionStatus(handle) == PQTRANS_INERROR }

    /// Outside of a transaction.
    var isIdle: Bool { PQtransactionStatus(handle) == PQTRANS_IDLE }

    enum Step { case reads, writes, connected, failed }

    /// One step of connecting (chapter 34.1, `PQconnectPoll`). It may close the socket and open
    /// another, so nobody may be watching it meanwhile.
    func poll() -> Step {
        switch PQconnectPoll(handle) {
        case PGRES_POLLING_READING: .reads
        case PGRES_POLLING_WRITING: .writes
        case PGRES_POLLING_OK: .connected
        default: .failed
        }
    }

    func becomeNonBlocking() -> Bool {
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        return PQsetnonblocking(handle, 1) == 0
    }

    enum Flushed { case all, partly, failed }

    func flush() -> Flushed {
        switch PQflush(handle) {
        case 0: .all
        case 1: .partly
        default: .failed
        }
    }

    /// Takes what the socket has. False when the connection is gone; results that came before
    /// the end are still to be had.
    func consumeInput() -> Bool { PQconsumeInput(handle) == 1 }

    /// Whether `nextResult` would block.
    var isBusy: Bool { PQisBusy(handle) == 1 }

    func nextResult() -> LibPQResult? {
        PQgetResult(handle).map(LibPQResult.init(owning:))
    }

    func takeNotices() -> [Notice] { notices.take() }

    func nextNotification() -> Notification? {
        guard let notify = PQnotifies(handle) else { return nil }
        defer { PQfreemem(notify) }
        return .message(
            channel: String(cString: notify.pointee.relname),
            payload: String(cString: notify.pointee.extra),
            processIdentifier: notify.pointee.be_pid)
    }

    /// libpq's own words for a lost connection. They hold no SQLSTATE.
    var connectionError: PostgresError {
        PostgresError.ofLibPQ(.connectionLost, String(cString: PQerrorMessage(handle)))
    }

    var connectError: PostgresError {
        PostgresError.ofLibPQ(.cannotConnect, String(cString: PQerrorMessage(handle)))
    }

    func canceller() -> LibPQCanceller? {
        PQgetCancel(handle).map(LibPQCanceller.init(owning:))
    }
}
