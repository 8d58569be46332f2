import Foundation
import Hometown
import Ledger
import LocalPostgres
import Transparency

/// 서명 파일. What the log is signed with and what was signed last, outside the database, so that
/// whoever can write the database can neither sign nor make the signer forget:
///
/// - the key, made at the first start, `PRIVATE+KEY+name+id+…` in one line, its owner's alone;
/// - `signing.checkpoint`, the last signed checkpoint, a note like the published one;
/// - `signing.verifiers`, the public half of every key this log ever had, a line each.
///
/// To change the key: stop the daemon, move the key file away and start again. The new key gets the
/// name of the old one, earlier checkpoints stay verifiable by `signing.verifiers`, and the world
/// has to be told the new public key, which `pumasi ledger checkpoint --key` prints.
struct SigningFiles: Sendable {
    private static let bytesMax = 65_536

    let keyPath: String
    let stateDirectory: String
    /// The log's name, as set; `nil` for one that the key is made with.
    let origin: String?

    private var keyFile: KeptFile {
        KeptFile(
            path: keyPath, title: Bilingual("서명 열쇠 파일", "signing key file"),
            setting: .signingKeyFile)
    }

    private func stateFile(_ name: String) -> KeptFile {
        KeptFile(
            path: stateDirectory + "/" + name,
            title: Bilingual("서명 기록 파일", "record of what was signed"),
            setting: .signingStateDirectory)
    }

    /// Who signs does so alone on this machine; `nil` while another process does.
    /// - Throws: `LocalPostgresError` for a lock that cannot be made.
    func lock() throws -> FileLock? {
        let lock = try FileLock(path: stateDirectory + "/signing.lock")
        return lock.attempt(.exclusive) ? lock : nil
    }

    /// - Returns: `nil` when none was made yet.
    /// - Throws: `CommandFailure`.
    func key() throws -> SigningKey? {
        guard let bytes = try keyFile.read(isSecret: true, bytesMax: SigningFiles.bytesMax)
        else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let key = SigningKey(secretText: text.trimmingCharacters(in: .newlines)) else {
            throw keyFile.failure("is no signing key", "서명 열쇠가 아닙니다")
        }
        guard origin == nil || origin == key.verifier.name else {
            throw otherName(key.verifier.name)
        }
        return key
    }

    /// The key, made when there is none yet.
    /// - Throws: `CommandFailure`.
    func keyMakingOne() throws -> SigningKey {
        if let key = try key() { return key }
        let seed = Randomness.system.bytes(32)
        let earlier = try lastSigned()?.origin
        guard let name = origin ?? earlier ?? SigningFiles.name(for: seed),
            let key = SigningKey(name: name, seed: seed)
        else { throw noName(origin ?? "") }
        _ = try keyFile.make(Array((key.secretText + "\n").utf8))
        guard let kept = try self.key() else {
            throw keyFile.failure("is gone", "사라졌습니다")
        }
        let known = try verifiers().filter { $0 != kept.verifier } + [kept.verifier]
        let lines = known.map { $0.text + "\n" }.joined()
        try stateFile("signing.verifiers").replace(with: Array(lines.utf8))
        return kept
    }

    /// Of a log that nobody has named: unique, and by RFC 2606 no address of anybody's.
    private static func name(for seed: [UInt8]) -> String? {
        let key = SigningKey(name: "log", seed: seed)
        return key.map { key in
            let id = Hash256.of(key.verifier.publicKey).description.prefix(16)
            return "pumasi-\(id).invalid/log"
        }
    }

    /// The public halves of all keys of this log.
    /// - Throws: `CommandFailure`.
    func verifiers() throws -> [VerifierKey] {
        let file = stateFile("signing.verifiers")
        let bytes = try file.read(isSecret: false, bytesMax: SigningFiles.bytesMax) ?? []
        var keys = try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            guard let key = VerifierKey(String(line)) else {
                throw file.failure("holds what is no key", "열쇠가 아닌 것이 있습니다")
            }
            return key
        }
        if let own = try key()?.verifier, !keys.contains(own) { keys.append(own) }
        return keys
    }

    /// What a ledger on this machine is held against: what was signed last is a checkpoint kept
    /// outside, too, for the signer wrote it itself.
    /// - Throws: `CommandFailure`.
    func verification() throws -> Verification {
        Verification(
            keys: try verifiers(), outside: [try lastSigned()].compactMap(\.self))
    }

    /// What was signed last, whatever the key was called then.
    /// - Throws: `CommandFailure` for a file that does not hold a checkpoint.
    func lastSigned() throws -> Checkpoint? {
        let file = stateFile("signing.checkpoint")
        guard let bytes = try file.read(isSecret: false, bytesMax: SigningFiles.bytesMax)
        else { return nil }
        guard let note = try? SignedNote(bytes: bytes), let checkpoint = Checkpoint(text: note.text)
        else { throw file.failure("is no checkpoint", "체크포인트가 아닙니다") }
        return checkpoint
    }

    /// Remembers what is about to be published.
    /// - Throws: `CommandFailure`.
    func remember(_ note: SignedNote) throws {
        try stateFile("signing.checkpoint").replace(with: note.bytes)
    }

    private func otherName(_ name: String) -> CommandFailure {
        CommandFailure(
            .usage,
            Bilingual(
                "\(keyPath): \(origin ?? "")의 열쇠가 아니라 \(name)의 열쇠입니다.",
                "The key in \(keyPath) is that of \(name), not of \(origin ?? "")."),
            hint: Bilingual(
                "이름을 바꾸면 다른 로그가 됩니다. 설정을 되돌리거나 열쇠 파일을 옮겨 두십시오.",
                "Another name is another log. Set it back, or move the key file away."))
    }

    private func noName(_ name: String) -> CommandFailure {
        CommandFailure(
            .usage,
            Bilingual(
                "로그 이름으로 쓸 수 없습니다: \(name)", "This cannot be the name of a log: \(name)"),
            hint: Bilingual(
                "빈칸과 + 없이, 예: sejong.example/log",
                "Without spaces and +, as in sejong.example/log"))
    }
}
