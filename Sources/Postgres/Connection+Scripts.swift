extension Connection {
    /// What came back for commands outside of a pipeline.
    struct ScriptOutcome {
        /// The tag of the last command that did something.
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
                    guard isAlive else { throw outcome.failure ?? libpq.connectionError }
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
