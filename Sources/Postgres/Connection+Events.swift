import Logging

extension Connection {
    /// Watches what the server sends for as long as the session lives, so that notifications and
    /// the end of a session are seen also while nobody asks.
    func watchIncoming(_ libpq: LibPQConnection) {
        watch.watchReadable(libpq.socket) { [weak self] in
            self?.assumeIsolated { $0.becameReadable() }
        }
    }

    private func becameReadable() {
        progressCount &+= 1
        if sleeper != nil {
            wake()
        } else if turnTaken {
            // Whoever has the turn looks before he sleeps. Until then we would only be called again
            // and again.
            watch.ignoreReadable()
            hasUnread = true
        } else if let libpq {
            takeUnasked(libpq)
        }
    }

    /// Between commands the server may notify, warn, or say goodbye.
    private func takeUnasked(_ libpq: LibPQConnection) {
        let isAlive = libpq.consumeInput()
        // Asking is what makes libpq parse what it has read.
        _ = libpq.isBusy
        deliverNotifications(libpq)
        if isAlive { reportNotices(libpq.takeNotices()) } else { endSession(loss(of: libpq)) }
    }

    /// Why a connection is lost. Outside of a command libpq hands the server's last words to the
    /// receiver of notices.
    func loss(of libpq: LibPQConnection) -> PostgresError {
        let fatal = libpq.takeNotices().first(where: \.isFatal)
        guard let sqlState = fatal?.sqlState else { return libpq.connectionError }
        return PostgresError(.connectionLost, "the server ended the session", sqlState: sqlState)
    }

    func deliverNotifications(_ libpq: LibPQConnection) {
        while let notification = libpq.nextNotification() {
            notificationHandler?(notification)
        }
    }

    /// Notices carry no text to the log: it may quote rows.
    func reportNotices(_ notices: [Notice]) {
        for notice in notices where notice.isWarning {
            logger.warning(
                "The database server warns.",
                metadata: ["sqlstate": "\(notice.sqlState?.code ?? "")"])
        }
    }

    /// Sleeps until the socket has something to read or, if wanted, room to write; or until the
    /// session ends. What is already there ends the sleep too, but jobs that wait, a cancellation
    /// for one, have their turn first.
    func readiness(_ libpq: LibPQConnection, orWritable: Bool) async {
        guard self.libpq != nil else { return }
        watchIncoming(libpq)
        if orWritable {
            watch.watchWritable(libpq.socket) { [weak self] in
                self?.assumeIsolated { $0.becameWritable() }
            }
        }
        await withCheckedContinuation { sleeper = $0 }
    }

    /// A writable socket stays so and would call for ever: one call, then it is ignored until
    /// somebody has more to send than fits.
    private func becameWritable() {
        progressCount &+= 1
        watch.ignoreWritable()
        wake()
    }

    func wake() {
        let sleeping = sleeper
        sleeper = nil
        sleeping?.resume()
    }

    // MARK: Turns

    /// Waits until nobody else uses the session. Every turn that is taken is passed on.
    func takeTurn() async throws {
        guard turnTaken else {
            turnTaken = true
            return
        }
        guard turnQueue.count < configuration.turnCountMax else {
            throw PostgresError.misuse("more than \(configuration.turnCountMax) calls wait")
        }
        await withCheckedContinuation { turnQueue.append($0) }
    }

    func passTurn() {
        if let next = turnQueue.popFirst() { return next.resume() }
        turnTaken = false
        guard hasUnread else { return }
        hasUnread = false
        guard let libpq else { return }
        watchIncoming(libpq)
        takeUnasked(libpq)
    }

    // MARK: Silence

    /// Ends a session whose server says nothing at all beyond every timeout of its own. One
    /// check is ever under way, whatever the number of flights. COMMIT is never timed.
    /// - Parameter silentMs: for how long the flight in the air has met silence already.
    func watchSilence(silentMs: Int = 0) {
        guard !watchesSilence, configuration.statementTimeoutMs > 0 else { return }
        watchesSilence = true
        let stepMs = configuration.statementTimeoutMs + configuration.silenceMaxMs
        let seen = progressCount
        let flight = flightCount
        executor.run(afterMs: stepMs) { [weak self] in
            self?.assumeIsolated { connection in
                connection.watchesSilence = false
                guard connection.isFlightTimed else { return }
                if connection.progressCount == seen, connection.flightCount == flight {
                    connection.judgeSilence(ofMs: silentMs + stepMs)
                } else {
                    connection.watchSilence()
                }
            }
        }
    }

    private func judgeSilence(ofMs silentMs: Int) {
        let timeoutMs = transaction?.statementTimeoutMs ?? configuration.statementTimeoutMs
        guard silentMs >= timeoutMs + configuration.silenceMaxMs else {
            return watchSilence(silentMs: silentMs)
        }
        let text = "the server was silent for \(silentMs) ms"
        endSession(PostgresError(.connectionLost, text))
    }

    // MARK: Health

    /// Whether the server still answers. One that does not costs the session.
    func answers(withinMs limitMs: Int) async -> Bool {
        do {
            try await takeTurn()
            defer { passTurn() }
            let check = flightCount &+ 1
            executor.run(afterMs: limitMs) { [weak self] in
                self?.assumeIsolated { $0.endIfStill(checking: check, limitMs) }
            }
            healthCheck = check
            defer { healthCheck = nil }
            // Nothing but a sync: the shortest question there is.
            _ = try await fly([], for: .rollback)
            return true
        } catch {
            return false
        }
    }

    private func endIfStill(checking check: UInt64, _ limitMs: Int) {
        guard healthCheck == check else { return }
        endSession(PostgresError(.connectionLost, "no answer within \(limitMs) ms"))
    }
}
