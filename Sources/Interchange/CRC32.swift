import CZlib

/// CRC-32 of ISO 3309, as ZIP wants it (APPNOTE.TXT, 4.4.7): grown piece by piece.
package struct CRC32: Hashable, Sendable {
    package private(set) var value: UInt32 = 0

    package init() {}

    package init(_ bytes: some Collection<UInt8>) {
        update(with: bytes)
    }

    package mutating func update(with bytes: some Collection<UInt8>) {
        let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { update(with: $0) }
        if isContiguous == nil { Array(bytes).withUnsafeBufferPointer { update(with: $0) } }
    }

    private mutating func update(with buffer: UnsafeBufferPointer<UInt8>) {
        // A null pointer would ask zlib for its starting value instead.
        guard let start = buffer.baseAddress else { return }
        value = UInt32(truncatingIfNeeded: crc32_z(UInt(value), start, buffer.count))
    }
}
