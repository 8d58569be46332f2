import Dispatch

extension Connection {
    /// Runs what a cancelled task may end. The statement is cancelled on the server, and its
    /// error then becomes `CancellationError`; what had finished by then counts as finished.
    /// - Parameter isTimed: whether a silent server is given up.
    func interruptible<R: Sendable>(
        isTimed: Bool, _ body: (isolated Connection) async throws -> R
    ) async throws -> R {
        try Task.checkCancellation()
        flightCount &+= 1
        let flight = flightCount
        interruptibleFlight = flight
        isFlightTimed = isTimed
        if isTimed { watchSilence() }
        let outcome: Result<R, any Error>
        do {
            let value = try await withTaskCancellationHandler {
                try await body(self)
            } onCancel: {
                executor.run { self.assumeIsolated { $0.cancel(flight) } }
            }
            outcome = .success(value)
        } catch let error as PostgresError
            where Task.isCancelled && (error.sqlState == .queryCanceled || error.isConnectionLost)
        {
            outcome = .failure(error.isInDoubt ? error : CancellationError())
        } catch {
            outcome = .failure(error)
        }
        interruptibleFlight = nil
        isFlightTimed = false
        await cancelsArrived()
        return try outcome.get()
    }

    /// Sends a cancel request, unless the flight has landed. COMMIT is no such flight: libpq's
    /// request names a session, not a statement, and must never meet a COMMIT.
    func cancel(_ flight: UInt64) {
        guard interruptibleFlight == flight, let canceller = libpq?.canceller() else { return }
        cancelsUnderWay += 1
        // A queue of its own: the request opens a connection and blocks until it is answered.
        DispatchQueue(label: "postgres.cancel").async {
            _ = canceller.cancel()
            self.executor.run { self.assumeIsolated { $0.cancelArrived() } }
        }
        let graceMs = configuration.cancelGraceMs
        executor.run(afterMs: graceMs) { [weak self] in
            self?.assumeIsolated { connection in
                guard connection.interruptibleFlight == flight else { return }
                let text = "a cancelled statement still ran after \(graceMs) ms"
                connection.endSession(PostgresError(.connectionLost, text))
            }
        }
    }

    private func cancelArrived() {
        cancelsUnderWay -= 1
        guard cancelsUnderWay == 0 else { return }
        cancelSleeper?.resume()
        cancelSleeper = nil
    }

    /// Until every request has reached the server: one that came late would hit whatever runs
    /// next. A session that is over has no next.
    func cancelsArrived() async {
        guard cancelsUnderWay > 0, libpq != nil else { return }
        await withCheckedContinuation { cancelSleeper = $0 }
    }
}
