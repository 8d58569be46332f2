import Crypto

/// 키 해시. HMAC-SHA-256 (RFC 2104) over `SHA256`. swift-crypto's own `HMAC` walks key and message
/// through generic collections, which for messages of some dozen bytes takes ten times what the
/// hash does; a donation needs five of them.
package struct KeyedHash: Sendable {
    /// SHA-256 takes in blocks of this many bytes, and a key fills one.
    package static let keyBytesMax = 64

    /// Has taken in the key ⊕ ipad; a copy goes on with the message.
    private let inner: SHA256
    /// Has taken in the key ⊕ opad.
    private let outer: SHA256

    /// - Parameter key: at most `keyBytesMax` bytes; more is a programming error.
    package init(key: [UInt8]) {
        inner = key.withUnsafeBytes { KeyedHash.begin($0, pad: 0x36) }
        outer = key.withUnsafeBytes { KeyedHash.begin($0, pad: 0x5C) }
    }

    private static func begin(_ key: UnsafeRawBufferPointer, pad: UInt8) -> SHA256 {
        precondition(key.count <= KeyedHash.keyBytesMax, "a longer key would have to be hashed")
        var hasher = SHA256()
        withUnsafeTemporaryAllocation(byteCount: keyBytesMax, alignment: 1) { block in
            for index in block.indices {
                block[index] = pad ^ (index < key.count ? key[index] : 0)
            }
            hasher.update(bufferPointer: UnsafeRawBufferPointer(block))
        }
        return hasher
    }

    package func of(_ message: [UInt8]) -> Hash256 {
        message.withUnsafeBytes { KeyedHash.end(inner, outer, $0) }
    }

    /// Under a key that is used once: nothing of it is kept, and so nothing copied.
    static func of(
        _ message: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer
    ) -> Hash256 {
        end(begin(key, pad: 0x36), begin(key, pad: 0x5C), message)
    }

    private static func end(
        _ inner: consuming SHA256, _ outer: consuming SHA256, _ message: UnsafeRawBufferPointer
    ) -> Hash256 {
        inner.update(bufferPointer: message)
        inner.finalize().withUnsafeBytes { outer.update(bufferPointer: $0) }
        return outer.finalize().withUnsafeBytes { Hash256(loading: $0) }
    }
}
