/// A COPY under way; its caller has the turn until it ends.
struct CopyState {
    let number: UInt64
    /// The server has sent its last row.
    var hasEnded = false
}

/// Where the rows of a COPY FROM STDIN go.
package struct CopyWriter: Sendable {
    let connection: Connection
    let number: UInt64

    /// Sends bytes in the format the COPY names, cut anywhere. Returns when they are on their way,
    /// so that a slow server slows its writer.
    package func write(_ bytes: [UInt8]) async throws {
        try await connection.writeCopy(bytes, number)
    }
}

extension Connection {
    /// What libpq is given or asked for at a time; enough to keep a socket busy.
    static let copyChunkBytesMax = 65_536

    /// Runs `COPY … FROM STDIN`. If the closure throws, nothing is copied.
    /// - Returns: how many rows were copied.
    nonisolated(nonsending) package func copyIn(
        _ sql: String, _ write: nonisolated(nonsending) (CopyWriter) async throws -> Void
    ) async throws -> Int {
        try await copyIn(sql, in: nil, write)
    }

    /// Runs `COPY … TO STDOUT` and gives its bytes in chunks of whole rows. The server sends no
    /// faster than the closure takes.
    /// - Returns: how many rows were copied.
    nonisolated(nonsending) package func copyOut(
        _ sql: String, _ receive: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws -> Int {
        try await copyOut(sql, in: nil, receive)
    }

    nonisolated(nonsending) func copyIn(
        _ sql: String, in transaction: UInt64?,
        _ write: nonisolated(nonsending) (CopyWriter) async throws -> Void
    ) async throws -> Int {
        let number = try await beginCopy(sql, .copyIn, in: transaction)
        do {
            try await write(CopyWriter(connection: self, number: number))
        } catch {
            await abandonCopyIn()
            throw error
        }
        return try await finishCopyIn()
    }

    nonisolated(nonsending) func copyOut(
        _ sql: String, in transaction: UInt64?,
        _ receive: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws -> Int {
        _ = try await beginCopy(sql, .copyOut, in: transaction)
        do {
            while let chunk = try await readCopy() { try await receive(chunk) }
        } catch {
            await abandonCopyOut()
            throw error
        }
        return try await finishCopy()
    }

    /// Takes the turn, which `endCopy` passes on.
    private func beginCopy(
        _ sql: String, _ direction: FlightReply, in transaction: UInt64?
    ) async throws -> UInt64 {
        try await takeTurn()
        do {
            try await begin(transaction)
            let libpq = try live()
            return try await losing { connection in
                guard libpq.exitPipeline() else { throw libpq.connectionError }
                try await connection.interruptible(isTimed: true) { connection in
                    guard libpq.sendScript(sql) else { throw libpq.connectionError }
                    let outcome = try await connection.scriptResults(libpq)
                    if let failure = outcome.failure { throw failure }
                    guard outcome.startedCopy == direction else {
                        let text = "the statement is no COPY in this direction"
                        throw PostgresError(.connectionLost, text)
                    }
                }
                connection.copy = CopyState(number: connection.flightCount)
                return connection.flightCount
            }
        } catch {
            endCopy()
            throw error
        }
    }

    /// Back to pipeline mode; the next one's turn.
    private func endCopy() {
        copy = nil
        if let libpq, !libpq.enterPipeline() { endSession(libpq.connectionError) }
        passTurn()
    }

    // MARK: In

    func writeCopy(_ bytes: [UInt8], _ number: UInt64) async throws {
        guard copy?.number == number else { throw PostgresError.misuse("the COPY is over") }
        let libpq = try live()
        try await losing { connection in
            try await connection.interruptible(isTimed: true) { connection in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let piece = rest.prefix(Connection.copyChunkBytesMax)
                    rest = rest.dropFirst(piece.count)
                    guard libpq.putCopyData(piece) else {
                        let failure = try await connection.scriptResults(libpq).failure
                        throw failure ?? libpq.connectionError
                    }
                    try await connection.drainOutput(libpq)
                }
            }
        }
    }

    /// Waits until libpq's buffer is sent, taking what the server says meanwhile.
    private func drainOutput(_ libpq: LibPQConnection) async throws {
        while libpq.flush() == .partly {
            guard libpq.consumeInput() else { throw loss(of: libpq) }
            await readiness(libpq, orWritable: true)
            _ = try live()
        }
    }

    private func finishCopyIn() async throws -> Int {
        if let libpq { _ = libpq.putCopyEnd(failingWith: nil) }
        return try await finishCopy()
    }

    /// Makes the server forget what it was sent. Its error says nothing new.
    private func abandonCopyIn() async {
        if let libpq { _ = libpq.putCopyEnd(failingWith: "the writer gave up") }
        do { _ = try await finishCopy() } catch {}
    }

    private func finishCopy() async throws -> Int {
        defer { endCopy() }
        let libpq = try live()
        return try await losing { connection in
            let outcome = try await connection.scriptResults(libpq)
            guard let failure = outcome.failure else { return outcome.affectedRowCount }
            if failure.sqlState == .queryCanceled, Task.isCancelled { throw CancellationError() }
            throw failure
        }
    }

    // MARK: Out

    /// The next rows, or nil at the end.
    private func readCopy() async throws -> [UInt8]? {
        let libpq = try live()
        return try await losing { connection in
            try await connection.interruptible(isTimed: true) { try await $0.readChunk(libpq) }
        }
    }

    /// The socket is read only in here: what the receiver has no room for stays with the server.
    private func readChunk(_ libpq: LibPQConnection) async throws -> [UInt8]? {
        guard copy?.hasEnded == false else { return nil }
        var chunk: [UInt8] = []
        while true {
            switch libpq.nextCopyData(into: &chunk) {
            case .row:
                if chunk.count >= Connection.copyChunkBytesMax { return chunk }
            case .end:
                copy?.hasEnded = true
                return chunk.isEmpty ? nil : chunk
            case .notYet:
                if !chunk.isEmpty { return chunk }
                await readiness(libpq, orWritable: false)
                guard try live().consumeInput() else { throw loss(of: libpq) }
            }
        }
    }

    /// Cancels the COPY on the server and reads over what was under way.
    private func abandonCopyOut() async {
        flightCount &+= 1
        let flight = flightCount
        interruptibleFlight = flight
        cancel(flight)
        do {
            if let libpq { while try await readChunk(libpq) != nil {} }
            interruptibleFlight = nil
            await cancelsArrived()
            _ = try await finishCopy()
        } catch {
            interruptibleFlight = nil
            endSessionIfCopying()
        }
    }

    private func endSessionIfCopying() {
        guard copy != nil else { return }
        endSession(PostgresError(.connectionLost, "a COPY could not be abandoned"))
        endCopy()
    }
}
