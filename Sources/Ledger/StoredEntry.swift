package import Transparency

/// An entry as stored.
package struct StoredEntry: Hashable, Sendable {
    package let number: Int64
    package let bytes: [UInt8]
    package let leafHash: Hash256

    package init(number: Int64, bytes: [UInt8], leafHash: Hash256) {
        self.number = number
        self.bytes = bytes
        self.leafHash = leafHash
    }
}
