#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Turns the bytes of one cell into text and back through iconv(3). It holds a descriptor of the C
/// library and belongs to one task.
package final class TextConverter {
    private let descriptor: iconv_t
    private var room = [UInt8](repeating: 0, count: 1024)

    /// What iconv_open(3) did not know: some systems keep CP949 in a package of its own.
    package struct Unavailable: Error, Hashable {
        package let encoding: TextEncoding
    }

    /// - Throws: `Unavailable`.
    package convenience init(from encoding: TextEncoding) throws {
        try self.init(from: encoding, to: .utf8)
    }

    /// - Throws: `Unavailable`.
    package convenience init(to encoding: TextEncoding) throws {
        try self.init(from: .utf8, to: encoding)
    }

    private init(from source: TextEncoding, to target: TextEncoding) throws {
        descriptor = iconv_open(target.iconvName, source.iconvName)
        // iconv_open(3) answers (iconv_t) -1 for "no".
        guard Int(bitPattern: descriptor) != -1 else {
            throw Unavailable(encoding: source == .utf8 ? target : source)
        }
    }

    deinit {
        iconv_close(descriptor)
    }

    /// - Returns: the bytes in the other encoding, or where they stop making sense.
    package func convert(_ bytes: UnsafeRawBufferPointer) -> Result<[UInt8], Misfit> {
        var input = [CChar](bytes.bindMemory(to: CChar.self))
        return input.withUnsafeMutableBufferPointer { input in
            var source = input.baseAddress
            var left = input.count
            var converted: [UInt8] = []
            iconv(descriptor, nil, nil, nil, nil)
            while left > 0 {
                let (status, code) = room.withUnsafeMutableBytes { room -> (Int, Int32) in
                    var target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var free = room.count
                    let status = iconv(descriptor, &source, &left, &target, &free)
                    let code = errno
                    converted.append(contentsOf: room.prefix(room.count - free))
                    return (Int(status), code)
                }
                if status == -1, code != E2BIG {
                    return .failure(Misfit(offset: input.count - left))
                }
            }
            return .success(converted)
        }
    }

    /// Where in what it was given a converter met something that the encoding does not have.
    package struct Misfit: Error, Hashable, Sendable {
        package let offset: Int
    }
}
