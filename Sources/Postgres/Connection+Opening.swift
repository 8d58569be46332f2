extension Connection {
    /// Connects step by step (libpq chapter 34.1). Here, on the connection's own thread, even a
    /// look-up of a name that blocks holds nobody else up.
    func open() async throws {
        let libpq = try LibPQConnection(parameters: configuration.parameters)
        self.libpq = libpq
        turnTaken = true
        let hosts = libpq.hostCount
        let limitMs =
            configuration.connectTimeoutMs
            + (hosts - 1) * ConnectionConfiguration.tcpUserTimeoutMs
        endUnlessOpen(afterMs: limitMs)
        try await withTaskCancellationHandler {
            try await connect(libpq)
        } onCancel: {
            executor.run { self.assumeIsolated { $0.stopOpening() } }
        }
        guard libpq.becomeNonBlocking() else { throw libpq.connectError }
        watchIncoming(libpq)
        do {
            try await settle(libpq)
        } catch let error as PostgresError where error.isConnectionLost {
            throw error.recast(as: .cannotConnect)
        }
        isOpen = true
        passTurn()
    }

    private func connect(_ libpq: LibPQConnection) async throws {
        // Before the first poll libpq wants to write (the manual says so).
        var step = LibPQConnection.Step.writes
        while true {
            switch step {
            case .connected: return
            case .failed: throw libpq.connectError
            case .reads, .writes:
                guard libpq.socket >= 0 else { throw libpq.connectError }
                let readable = step == .reads
                await oneEvent(of: libpq.socket, readable: readable)
                try Task.checkCancellation()
                _ = try live()
                step = libpq.poll()
            }
        }
    }

    /// Waits for one event. Nothing is watched while libpq is called again, since `poll` may close
    /// this socket and open another.
    private func oneEvent(of socket: Int32, readable: Bool) async {
        await withCheckedContinuation { continuation in
            sleeper = continuation
            let handler: @Sendable () -> Void = { self.assumeIsolated { $0.wake() } }
            if readable {
                watch.watchReadable(socket, handler)
            } else {
                watch.watchWritable(socket, handler)
            }
            if libpq == nil { wake() }
        }
        watch.ignoreReadable()
        watch.ignoreWritable()
    }

    /// Session settings, and pipeline mode from here on: it costs nothing when idle.
    private func settle(_ libpq: LibPQConnection) async throws {
        guard libpq.sendScript(configuration.sessionSettings) else { throw libpq.connectError }
        if let failure = try await scriptResults(libpq).failure {
            throw failure.recast(as: .cannotConnect)
        }
        guard libpq.enterPipeline() else { throw libpq.connectError }
    }

    private func endUnlessOpen(afterMs limitMs: Int) {
        executor.run(afterMs: limitMs) { [weak self] in
            self?.assumeIsolated { connection in
                guard !connection.isOpen else { return }
                let text = "no answer within \(limitMs) ms while connecting"
                connection.endSession(PostgresError(.cannotConnect, text))
            }
        }
    }

    private func stopOpening() {
        guard !isOpen else { return }
        endSession(PostgresError(.cannotConnect, "the task was cancelled"))
    }

    static let noDescriptor =
        PostgresError(.cannotConnect, "the process has no file descriptor left")
}
