import Foundation
import Hometown
import Ledger

/// 비밀키 파일. Thirty-two random bytes that only its owner may read, made when there are none yet.
/// Whoever has it and the database can tell donors apart; without it the ledger takes no writes.
struct SecretFile {
    private let file: KeptFile

    init(path: String) {
        file = KeptFile(
            path: path, title: Bilingual("비밀키 파일", "secret file"), setting: .secretFile)
    }

    /// - Returns: the secret, and whether it was just made.
    /// - Throws: `CommandFailure`.
    func load() throws -> (secret: LedgerSecret, isNew: Bool) {
        if let secret = try read() { return (secret, false) }
        let isNew = try file.make(Randomness.system.bytes(LedgerSecret.byteCount))
        guard let secret = try read() else { throw file.failure("is gone", "사라졌습니다") }
        return (secret, isNew)
    }

    /// Takes back what `load` made: it turned out that the ledger has another.
    func remove() {
        file.remove()
    }

    /// - Returns: `nil` when there is no such file.
    private func read() throws -> LedgerSecret? {
        guard let bytes = try file.read(isSecret: true, bytesMax: LedgerSecret.byteCount) else {
            return nil
        }
        guard let secret = LedgerSecret(bytes: bytes) else {
            throw file.failure(
                "is no secret of \(LedgerSecret.byteCount) bytes",
                "\(LedgerSecret.byteCount)바이트 비밀키가 아닙니다")
        }
        return secret
    }
}
