import Crypto
import Hometown

/// 해시값. Thirty-two bytes of SHA-256, in four big-endian words: a value without an allocation of
/// its own, because a log keeps millions of them.
package struct Hash256: Hashable, Sendable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    package static let byteCount = 32

    /// Loads thirty-two bytes; any other number is a programming error.
    init(loading bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count == Hash256.byteCount, "a SHA-256 value has 32 bytes")
        func word(_ index: Int) -> UInt64 {
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        words = (word(0), word(1), word(2), word(3))
    }

    /// `nil` unless there are exactly thirty-two bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Hash256.byteCount else { return nil }
        self = Array(bytes).withUnsafeBytes { Hash256(loading: $0) }
    }

    /// The same for bytes where they lie.
    package init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Hash256.byteCount else { return nil }
        self.init(loading: bytes)
    }

    /// Hashes one after another with nothing between them; `nil` unless they are whole.
    package static func all(in bytes: [UInt8]) -> [Hash256]? {
        guard bytes.count.isMultiple(of: byteCount) else { return nil }
        return bytes.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count, by: byteCount).map { start in
                Hash256(loading: .init(rebasing: bytes[start..<start + byteCount]))
            }
        }
    }

    /// Sixty-four hexadecimal digits; `nil` for anything else.
    package init?(hexadecimal: String) {
        guard let bytes = Hexadecimal.bytes(hexadecimal) else { return nil }
        self.init(bytes: bytes)
    }

    package var bytes: [UInt8] {
        Array(unsafeUninitializedCapacity: Hash256.byteCount) { buffer, count in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            raw.storeBytes(of: words.0.bigEndian, toByteOffset: 0, as: UInt64.self)
            raw.storeBytes(of: words.1.bigEndian, toByteOffset: 8, as: UInt64.self)
            raw.storeBytes(of: words.2.bigEndian, toByteOffset: 16, as: UInt64.self)
            raw.storeBytes(of: words.3.bigEndian, toByteOffset: 24, as: UInt64.self)
            count = Hash256.byteCount
        }
    }

    /// The bytes behind others, without an array of their own.
    package func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(
            of: (
                words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
            )
        ) { bytes.append(contentsOf: $0) }
    }

    package static func == (left: Hash256, right: Hash256) -> Bool {
        left.words == right.words
    }

    package func hash(into hasher: inout Hasher) {
        // Already uniform: one word is as good as four.
        hasher.combine(words.0)
    }
}

extension Hash256: CustomStringConvertible {
    /// Lower-case hexadecimal.
    package var description: String {
        withUnsafeBytes(
            of: (
                words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
            )
        ) { Hexadecimal.text($0) }
    }
}

extension Hash256 {
    /// Plain SHA-256.
    package static func of(_ bytes: [UInt8]) -> Hash256 {
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return hasher.finalize().withUnsafeBytes { Hash256(loading: $0) }
    }

    /// The root of a tree without leaves: SHA-256 of nothing (RFC 6962, 2.1).
    package static let emptyTree = Hash256.of([])

    /// The hash of a leaf: SHA-256(0x00 ‖ entry) (RFC 6962, 2.1).
    package static func leaf(_ entry: [UInt8]) -> Hash256 {
        entry.withUnsafeBytes { Hash256.leaf($0) }
    }

    package static func leaf(_ entry: UnsafeRawBufferPointer) -> Hash256 {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0x00)) { hasher.update(bufferPointer: $0) }
        hasher.update(bufferPointer: entry)
        return hasher.finalize().withUnsafeBytes { Hash256(loading: $0) }
    }

    /// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right) (RFC 6962, 2.1).
    package static func node(_ left: Hash256, _ right: Hash256) -> Hash256 {
        // One buffer of 65 bytes: one pass over two blocks, nothing on the heap.
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 1) { buffer in
            buffer[0] = 0x01
            left.store(in: buffer, at: 1)
            right.store(in: buffer, at: 33)
            var hasher = SHA256()
            hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return hasher.finalize().withUnsafeBytes { Hash256(loading: $0) }
        }
    }

    private func store(in buffer: UnsafeMutableRawBufferPointer, at offset: Int) {
        withUnsafeBytes(
            of: (
                words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
            )
        ) { source in
            UnsafeMutableRawBufferPointer(rebasing: buffer[offset..<offset + Hash256.byteCount])
                .copyMemory(from: source)
        }
    }
}
