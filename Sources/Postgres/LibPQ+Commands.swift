import CLibPQ

/// What a connection sends. Each call puts bytes into libpq's buffer and returns; false means
/// that the connection is gone.
extension LibPQConnection {
    func enterPipeline() -> Bool { PQenterPipelineMode(handle) == 1 }

    func exitPipeline() -> Bool { PQexitPipelineMode(handle) == 1 }

    func sendPrepare(_ name: String, _ sql: String, types: [UInt32]) -> Bool {
        PQsendPrepare(handle, name, sql, Int32(types.count), types) == 1
    }

    func sendExecute(_ name: String, _ parameters: Parameters) -> Bool {
        parameters.withLibPQ { count, values, lengths, formats in
            PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1) == 1
        }
    }

    /// A command without parameters, such as BEGIN, through the extended protocol.
    func sendCommand(_ sql: String) -> Bool {
        PQsendQueryParams(handle, sql, 0, nil, nil, nil, nil, 1) == 1
    }

    /// Several statements in one string: the simple protocol, outside of pipelines.
    func sendScript(_ script: String) -> Bool { PQsendQuery(handle, script) == 1 }

    /// Ends a flight: the server answers up to here and forgets an error.
    func sendSync() -> Bool { PQpipelineSync(handle) == 1 }

    /// Copies the bytes into libpq's buffer. False also when the server has ended the COPY with
    /// an error, which the results then tell.
    func putCopyData(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBytes { buffer in
            let start = buffer.bindMemory(to: CChar.self).baseAddress
            return PQputCopyData(handle, start, Int32(buffer.count)) == 1
        }
    }

    /// - Parameter reason: makes the server fail the COPY; nil ends it well.
    func putCopyEnd(failingWith reason: String?) -> Bool {
        PQputCopyEnd(handle, reason) == 1
    }

    enum CopyPiece { case row, notYet, end }

    /// Appends one row if there is one. An error ends the data too and is told by the results.
    func nextCopyData(into chunk: inout [UInt8]) -> CopyPiece {
        var buffer: UnsafeMutablePointer<CChar>?
        let count = PQgetCopyData(handle, &buffer, 1)
        defer { PQfreemem(buffer) }
        guard count > 0 else { return count == 0 ? .notYet : .end }
        chunk.append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: Int(count)))
        return .row
    }
}
