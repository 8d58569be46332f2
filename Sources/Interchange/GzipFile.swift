import CZlib

/// 압축본. Bytes packed as a gzip file (RFC 1952). It bears no name and no time, so that the same
/// bytes make the same file.
package struct GzipFile: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(of plain: [UInt8]) {
        // zlib remembers where its stream lies.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = pumasi_gzip_init(stream)
        precondition(code == Z_OK, "zlib has memory and the version it was built with")
        defer {
            deflateEnd(stream)
            stream.deallocate()
        }
        let room = Int(deflateBound(stream, UInt(plain.count)))
        bytes = [UInt8](unsafeUninitializedCapacity: room) { target, count in
            plain.withUnsafeBufferPointer { source in
                // zlib does not write to its input; its type only predates `const`.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(target.count)
                let code = deflate(stream, Z_FINISH)
                precondition(code == Z_STREAM_END, "deflateBound makes room for all")
            }
            count = target.count - Int(stream.pointee.avail_out)
        }
    }
}
