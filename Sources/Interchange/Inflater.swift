import CZlib

/// Undoes DEFLATE (RFC 1951) piece by piece. Owns zlib's state and frees it.
final class Inflater {
    private let stream: UnsafeMutablePointer<z_stream>
    /// The compressed stream said that it is over.
    private(set) var isFinished = false

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = pumasi_inflate_raw_init(stream)
        precondition(code == Z_OK, "zlib has memory and the version it was built with")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks from the start of `input` until `output` is full or the input is used up.
    ///
    /// - Returns: bytes read and bytes written, or `nil` when the input is no DEFLATE.
    func inflate(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> (read: Int, written: Int)? {
        guard !isFinished, let target = output.baseAddress else { return (0, 0) }
        // zlib does not write to its input; its type only predates `const`.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(clamping: input.count)
        stream.pointee.next_out = target
        stream.pointee.avail_out = UInt32(clamping: output.count)
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { return nil }
        isFinished = code == Z_STREAM_END
        let left = (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        return (input.count - left.0, output.count - left.1)
    }
}
