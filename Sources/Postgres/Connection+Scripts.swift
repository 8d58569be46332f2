/// COPY and scripts have no place in pipeline mode (libpq chapter 34.5). To leave it and enter it
/// again between commands costs nothing.
extension Connection {
    /// Runs the closure outside of pipeline mode, for as long as no task cancels it.
    func outsidePipeline<R: Sendable>(
        _ body: @Sendable (isolated Connection, LibPQConnection) async throws -> R
    ) async throws -> R {
        let libpq = try live()
        return try await losing { connection in
            try await connection.interruptible(isTimed: false) {
                guard libpq.exitPipeline() else { throw libpq.connectionError }
                do {
                    let value = try await body($0, libpq)
                    guard libpq.enterPipeline() else { throw libpq.connectionError }
                    return value
                } catch {
                    if libpq.isAlive, !libpq.enterPipeline() { throw libpq.connectionError }
                    throw error
                }
            }
        }
    }

    /// Runs the closure and says what it means if it loses the connection.
    func losing<R: Sendable>(
        _ body: (isolated Connection) async throws -> R
    ) async throws -> R {
        do {
            return try await body(self)
        } catch let error as PostgresError where error.isConnectionLost {
            endSession(error)
            // A lone script commits at its end; within a transaction nothing is yet.
            throw error.recast(as: transaction == nil ? .inDoubt : .connectionLost)
        } catch {
            noteFailure(error)
            throw error
        }
    }

    /// What came back for commands outside of a pipeline.
    struct ScriptOutcome {
        /// Rows of the last command.
        var affectedRowCount = 0
        var failure: PostgresError?
        /// The server waits for data, or sends some.
        var startedCopy: FlightReply?
    }

    /// Reads results until there are no more or a COPY begins.
    func scriptResults(_ libpq: LibPQConnection) async throws -> ScriptOutcome {
        var outcome = ScriptOutcome()
        var hasMoreToSend = true
        while true {
            if hasMoreToSend { hasMoreToSend = libpq.flush() == .partly }
            let isAlive = libpq.consumeInput()
            while !isAlive || !libpq.isBusy {
                guard let result = libpq.nextResult() else {
                    guard isAlive else { throw outcome.failure ?? loss(of: libpq) }
                    return outcome
                }
                switch result.reply {
                case .answer: outcome.affectedRowCount = result.affectedRowCount
                case .copyIn, .copyOut:
                    outcome.startedCopy = result.reply
                    return outcome
                default:
                    let error = result.error(of: nil)
                    if outcome.failure == nil { outcome.failure = error }
                    if error.isConnectionLost { throw error }
                }
            }
            deliverNotifications(libpq)
            await readiness(libpq, orWritable: hasMoreToSend)
            _ = try live()
        }
    }
}
