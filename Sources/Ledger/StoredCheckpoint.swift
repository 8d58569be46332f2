package import Hometown
package import Transparency

/// 공표된 체크포인트. A signed checkpoint as it was published.
package struct StoredCheckpoint: Hashable, Sendable {
    /// From one, without a gap.
    package let no: Int64
    package let size: Int64
    package let root: Hash256
    /// The signed note, byte for byte.
    package let note: String
    package let signedAt: Instant

    package var head: TreeHead { TreeHead(size: size, root: root) }

    /// Whether this key's signature on it is good.
    package func isSigned(by key: VerifierKey) -> Bool {
        let note = try? SignedNote(bytes: Array(note.utf8))
        return (try? note?.verified(by: [key]))?.isEmpty == false
    }
}

/// Why a head of the tree is not signed. Recording goes on; somebody has to look.
package enum SigningRefusal: Error, Hashable {
    /// A larger tree was signed before: the database is older than what the world has seen.
    case smaller(signed: Int64, now: Int64)
    /// Another tree of this size was signed before.
    case anotherHistory(size: Int64)
    /// The stored tiles do not lead to the head's root: what was signed could not be proven.
    case unprovable(size: Int64)
    /// The newest checkpoint was signed with a key that this daemon has never had.
    case foreignKey(name: String)
}

extension SigningRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .smaller(let signed, let now):
            "log-fork: a log of \(signed) entries was signed, the database has \(now)"
        case .anotherHistory(let size):
            "log-fork: another log of \(size) entries was signed"
        case .unprovable(let size):
            "log-fork: the tiles are not those of the log of \(size) entries"
        case .foreignKey(let name):
            "log-key: the log is signed with a key of \(name) that is not here. Copy signing.key "
                + "and signing.verifiers of the daemon that made it, or, where that key is lost, "
                + "add its public line (pumasi ledger checkpoint --key) to signing.verifiers"
        }
    }
}
