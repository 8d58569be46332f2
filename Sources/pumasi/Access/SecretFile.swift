import Foundation
import Hometown
import Ledger

/// 비밀키 파일. Thirty-two random bytes that only its owner may read, made when there are none yet.
/// Whoever has it and the database can tell donors apart; without it the ledger takes no writes.
struct SecretFile {
    let path: String

    /// - Returns: the secret, and whether it was just made.
    /// - Throws: `CommandFailure`.
    func load() throws -> (secret: LedgerSecret, isNew: Bool) {
        if let secret = try read() { return (secret, false) }
        let isNew = try make()
        guard let secret = try read() else { throw failure("is gone", "가 사라졌습니다") }
        return (secret, isNew)
    }

    /// Takes back what `load` made: it turned out that the ledger has another.
    func remove() {
        unlink(path)
    }

    /// - Returns: `nil` when there is no such file.
    private func read() throws -> LedgerSecret? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw failure("cannot be read", "을 읽을 수 없습니다") }
            return nil
        }
        defer { close(descriptor) }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let permissions = attributes?[.posixPermissions] as? Int, permissions & 0o007 == 0
        else {
            throw CommandFailure(
                .notAllowed,
                Bilingual("\(path): 누구나 읽을 수 있습니다.", "\(path): everybody may read it."),
                hint: Bilingual("chmod 600 \(path)", "chmod 600 \(path)"))
        }
        // One byte more, to notice a file that is too long.
        var bytes = [UInt8](repeating: 0, count: LedgerSecret.byteCount + 1)
        let count = Foundation.read(descriptor, &bytes, bytes.count)
        guard count >= 0, let secret = LedgerSecret(bytes: Array(bytes.prefix(count))) else {
            throw failure(
                "is no secret of \(LedgerSecret.byteCount) bytes",
                "은 \(LedgerSecret.byteCount)바이트 비밀키가 아닙니다")
        }
        return secret
    }

    /// Written aside and linked into place: whoever comes second, here or in another process,
    /// finds a whole file or none.
    /// - Returns: whether it was ours that came first.
    private func make() throws -> Bool {
        let directory = (path as NSString).deletingLastPathComponent
        if !directory.isEmpty {
            try? FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        let draft = "\(path).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("cannot be made", "을 만들 수 없습니다") }
        defer {
            close(descriptor)
            unlink(draft)
        }
        let bytes = Randomness.system.bytes(LedgerSecret.byteCount)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw failure("cannot be written", "을 쓸 수 없습니다")
        }
        if link(draft, path) == 0 {
            // The name must outlive a power failure too, or the ledger would lose its secret.
            let parent = open(directory.isEmpty ? "." : directory, O_RDONLY | O_CLOEXEC)
            fsync(parent)
            close(parent)
            return true
        }
        guard errno == EEXIST else { throw failure("cannot be made", "을 만들 수 없습니다") }
        return false
    }

    private func failure(_ english: String, _ korean: String) -> CommandFailure {
        let cause = errno == 0 ? "" : " (\(String(cString: strerror(errno))))"
        return CommandFailure(
            .failure,
            Bilingual(
                "비밀키 파일 \(path)\(korean)\(cause).", "The secret file \(path) \(english)\(cause)."),
            hint: Bilingual(
                "있어야 할 파일을 두거나 secret.file로 다른 경로를 정하십시오.",
                "Put it in its place, or name another with secret.file."))
    }
}
