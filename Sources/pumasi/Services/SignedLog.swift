import Ledger
import Transparency

/// 서명한 로그. What of the log was signed and published, held against the book as it is: the signer
/// looks at it before each signature, and a checkup of the machine does.
struct SignedLog {
    /// What was signed last, by memory outside the database.
    let remembered: TreeHead?
    /// The newest published checkpoint, whoever signed it.
    let newest: StoredCheckpoint?
    /// That of our own key.
    let ours: TreeHead?
    /// What may be signed now.
    let head: TreeHead

    /// - Throws: `SigningRefusal` for a book that does not go on from what was signed, and for one
    ///   whose log has another key; `CommandFailure` for files that cannot be read;
    ///   `LedgerFailure`.
    init(of ledger: Ledger, _ files: SigningFiles, key: SigningKey) async throws {
        newest = try await ledger.checkpoint()
        try SignedLog.checkOwner(of: newest, files, key)
        remembered = try files.lastSigned().map {
            TreeHead(size: Int64($0.size), root: $0.root)
        }
        // Without a memory the newest published one of our own is all there is to go by.
        ours = newest.flatMap { $0.isSigned(by: key.verifier) ? $0.head : nil }
        head = try await ledger.headToSign(after: remembered ?? ours)
    }

    /// Two daemons that each made a key of their own would publish two logs in turn. The one that
    /// did not sign first has to be given the key.
    private static func checkOwner(
        of newest: StoredCheckpoint?, _ files: SigningFiles, _ key: SigningKey
    ) throws {
        guard let newest, !newest.isSigned(by: key.verifier) else { return }
        let known = try files.verifiers()
        guard !known.contains(where: newest.isSigned) else { return }
        let text = try? SignedNote(bytes: Array(newest.note.utf8)).text
        let name = text.flatMap { Checkpoint(text: $0)?.origin }
        throw SigningRefusal.foreignKey(name: name ?? "an unknown name")
    }
}
