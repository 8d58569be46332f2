import Hometown
import Transparency

/// 요청. What a writing request brings besides its content: who writes, and the caller's id of it.
package struct Request: Hashable, Sendable {
    package let author: Author
    /// The first 128 bits of SHA-256(author's id ‖ key): a key belongs to whoever brings it, and
    /// never expires.
    let key: Identifier

    /// - Parameter key: 1 to 255 characters of printable ASCII; the mouths have checked it.
    package init(author: Author, key: String) {
        self.init(author: author, owner: author.id, key: key)
    }

    /// A request whose key belongs to somebody else than its author: the sample's belong to the
    /// sample, so that it is the same whoever loads it.
    init(author: Author, owner: Identifier, key: String) {
        self.author = author
        self.key = Identifier(bytes: Hash256.of(owner.bytes + Array(key.utf8)).bytes)
    }
}
