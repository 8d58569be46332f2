extension Connection {
    /// What a flight is for decides what may interrupt it and what its loss means.
    enum Purpose {
        /// Statements outside of a transaction: each flight commits by itself.
        case autocommit
        /// Statements within a transaction.
        case transaction
        /// Nothing interrupts COMMIT, and if it is lost its outcome is unknown.
        case commit
        case rollback

        var isInterruptible: Bool { self == .autocommit || self == .transaction }
    }

    /// Sends all commands and one sync, and gives the results of those that have one.
    func fly(_ commands: [Command], for purpose: Purpose) async throws -> [LibPQResult] {
        let libpq = try live()
        reportNotices(libpq.takeNotices())
        guard purpose.isInterruptible else {
            flightCount &+= 1
            return try await complete(commands, for: purpose, libpq)
        }
        let results = try await interruptible(isTimed: true) {
            try await $0.complete(commands, for: purpose, libpq)
        }
        let notices = libpq.takeNotices()
        reportNotices(notices)
        // Such a flight contains its COMMIT: see `commit`.
        if purpose == .autocommit, let warning = notices.first(where: \.isWarning) {
            throw PostgresError(
                .inDoubt, "the server warned during COMMIT", sqlState: warning.sqlState)
        }
        return results
    }

    private func complete(
        _ commands: [Command], for purpose: Purpose, _ libpq: LibPQConnection
    ) async throws -> [LibPQResult] {
        do {
            return try await exchange(commands, libpq)
        } catch let error as PostgresError where error.isConnectionLost {
            endSession(error)
            switch purpose {
            case .autocommit, .commit: throw error.recast(as: .inDoubt)
            case .transaction, .rollback: throw error.recast(as: .connectionLost)
            }
        }
    }

    /// Sends and receives at the same time: with thousands of commands in one flight the server
    /// stops reading once nobody reads its answers.
    private func exchange(
        _ commands: [Command], _ libpq: LibPQConnection
    ) async throws -> [LibPQResult] {
        var departure = Departure(commands)
        var arrival = Arrival(commands)
        while true {
            let hasMoreToSend = try departure.proceed(libpq)
            let isAlive = libpq.consumeInput()
            let hasLanded = try arrival.proceed(libpq, isAlive: isAlive) { prepared in
                // What the server has parsed stays, even if the transaction does not.
                self.prepared[prepared.type] = prepared
            }
            deliverNotifications(libpq)
            if hasLanded { break }
            guard isAlive else { throw loss(of: libpq) }
            await readiness(libpq, orWritable: hasMoreToSend)
            _ = try live()
        }
        if let failure = arrival.failure {
            let stale: [SQLState] = [.invalidStatementName, .featureNotSupported]
            if let state = failure.sqlState, stale.contains(state) { isStale = true }
            throw failure
        }
        return arrival.results
    }
}

/// The commands still to be sent.
private struct Departure {
    /// libpq's buffer is flushed when it holds this much, so that a long flight neither costs a
    /// system call for each command nor a buffer as long as itself.
    private static let unflushedBytesMax = 32_768

    private let commands: [Command]
    private var next = 0
    private var unflushedBytes = 0
    private var isSynced = false
    private var isFlushed = false

    init(_ commands: [Command]) {
        self.commands = commands
    }

    /// Sends as much as fits.
    /// - Returns: whether something is left to send.
    mutating func proceed(_ libpq: LibPQConnection) throws -> Bool {
        guard !isFlushed else { return false }
        if unflushedBytes > 0, try !flush(libpq) { return true }
        while next < commands.count {
            guard send(commands[next], libpq) else { throw libpq.connectionError }
            unflushedBytes += commands[next].byteCount
            next += 1
            if unflushedBytes > Departure.unflushedBytesMax, try !flush(libpq) { return true }
        }
        if !isSynced {
            guard libpq.sendSync() else { throw libpq.connectionError }
            isSynced = true
        }
        isFlushed = try flush(libpq)
        return !isFlushed
    }

    private mutating func flush(_ libpq: LibPQConnection) throws -> Bool {
        switch libpq.flush() {
        case .all:
            unflushedBytes = 0
            return true
        case .partly: return false
        // What the server said before it closed is still to be read; reading will find the end.
        case .failed: return true
        }
    }

    private func send(_ command: Command, _ libpq: LibPQConnection) -> Bool {
        switch command {
        case .prepare(let prepared, let sql):
            libpq.sendPrepare(prepared.name, sql, types: prepared.parameterTypes)
        case .execute(let prepared, let parameters):
            libpq.sendExecute(prepared.name, parameters)
        case .control(let sql):
            libpq.sendCommand(sql)
        case .commit:
            libpq.sendCommand("COMMIT")
        }
    }
}

/// The answers so far.
private struct Arrival {
    private let commands: [Command]
    private var flight: Flight
    private(set) var results: [LibPQResult] = []
    private(set) var failure: PostgresError?

    init(_ commands: [Command]) {
        self.commands = commands
        flight = Flight(commandCount: commands.count)
        results.reserveCapacity(commands.count)
    }

    /// Takes the answers that are there.
    /// - Returns: whether the last one was among them.
    mutating func proceed(
        _ libpq: LibPQConnection, isAlive: Bool, prepared: (Prepared) -> Void
    ) throws -> Bool {
        var pauses = 0
        // On a dead connection nothing more will come: what libpq holds is read to its end.
        while !isAlive || !libpq.isBusy {
            let result = libpq.nextResult()
            switch flight.receive(result?.reply ?? .pause) {
            case .keep(let index):
                if case .prepare(let statement, _) = commands[index] { prepared(statement) }
                if commands[index].hasResult, let result { results.append(result) }
            case .fail(let index):
                let name = index < commands.count ? commands[index].name : nil
                if failure == nil { failure = result?.error(of: name) }
                if let failure, failure.isConnectionLost { throw failure }
            case .readOn: break
            // libpq may give one pause too many between two commands, but not two.
            case .wait where pauses == 1: return false
            case .wait: pauses += 1
            case .land: return true
            case .giveUp:
                throw PostgresError(.connectionLost, "the server's answers are out of step")
            }
        }
        return false
    }
}
