/// Where the bytes of a file go, in order; a few that were not known in time are put in later.
package protocol ByteSink {
    mutating func append(_ bytes: [UInt8]) throws
    /// Writes over bytes that were appended before.
    mutating func replace(at offset: Int, with bytes: [UInt8]) throws
}

/// A file in memory.
extension [UInt8]: ByteSink {
    package mutating func append(_ bytes: [UInt8]) {
        append(contentsOf: bytes)
    }

    package mutating func replace(at offset: Int, with bytes: [UInt8]) {
        replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    }
}
