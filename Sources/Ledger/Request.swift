import Crypto
import Hometown

/// 요청. What a writing request brings besides its content: who writes, and the caller's id of it.
package struct Request: Hashable, Sendable {
    package let author: Author
    /// The first 128 bits of SHA-256(author's id ‖ key): a key belongs to whoever brings it, and
    /// never expires.
    let key: Identifier

    /// - Parameter key: 1 to 255 characters of printable ASCII; the mouths have checked it.
    package init(author: Author, key: String) {
        self.author = author
        self.key = Identifier(
            bytes: Array(SHA256.hash(data: author.id.bytes + Array(key.utf8))))
    }
}
