#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// 원본. Bytes that can be read from their beginning any number of times: what is imported is read
/// once to know it and again to take it in.
package protocol ByteSource: Sendable {
    func open() throws -> any ByteReader
}

/// Reads a source once, from front to back. It blocks; it belongs to one task.
package protocol ByteReader {
    /// The next bytes, at most so many; none at the end.
    mutating func read(upTo bytesMax: Int) throws -> [UInt8]
}

/// Bytes that are in memory already.
package struct MemoryBytes: ByteSource {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package func open() -> any ByteReader {
        Reader(rest: bytes[...])
    }

    private struct Reader: ByteReader {
        var rest: ArraySlice<UInt8>

        mutating func read(upTo bytesMax: Int) -> [UInt8] {
            defer { rest = rest.dropFirst(bytesMax) }
            return Array(rest.prefix(bytesMax))
        }
    }
}

/// A file, read piece by piece: how large it is does not matter.
package struct FileBytes: ByteSource {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// What the system said.
    package struct Failure: Error, Hashable {
        package let path: String
        package let code: Int32

        package var cause: String { String(cString: strerror(code)) }
    }

    /// - Throws: `Failure` when there is no such file or it may not be read.
    package func open() throws -> any ByteReader {
        try Reader(path: path)
    }

    private final class Reader: ByteReader {
        private let path: String
        private let descriptor: Int32

        init(path: String) throws {
            self.path = path
            #if canImport(Glibc)
                descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
            #else
                descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
            #endif
            guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
        }

        deinit {
            close(descriptor)
        }

        func read(upTo bytesMax: Int) throws -> [UInt8] {
            while true {
                var code: Int32 = 0
                let bytes = [UInt8](unsafeUninitializedCapacity: bytesMax) { buffer, count in
                    #if canImport(Glibc)
                        let length = Glibc.read(descriptor, buffer.baseAddress, bytesMax)
                    #else
                        let length = Darwin.read(descriptor, buffer.baseAddress, bytesMax)
                    #endif
                    code = length < 0 ? errno : 0
                    count = max(0, length)
                }
                if code == 0 { return bytes }
                guard code == EINTR else { throw Failure(path: path, code: code) }
            }
        }
    }
}
