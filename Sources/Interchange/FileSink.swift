package import Foundation

/// A file on disk that is open for writing and belongs to the caller, who closes it.
package struct FileSink: ByteSink {
    private let handle: FileHandle
    private var offset: UInt64 = 0

    package init(_ handle: FileHandle) {
        self.handle = handle
    }

    package mutating func append(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: bytes)
        offset += UInt64(bytes.count)
    }

    package mutating func replace(at offset: Int, with bytes: [UInt8]) throws {
        try handle.seek(toOffset: UInt64(offset))
        try handle.write(contentsOf: bytes)
        try handle.seek(toOffset: self.offset)
    }
}
