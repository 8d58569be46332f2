import Foundation
import Hometown

/// 보관 파일. A small file outside the database that must be whole or not there, whatever happens
/// while it is written.
struct KeptFile {
    let path: String
    /// What it is called to its owner.
    let title: Bilingual
    /// The setting that names another path.
    let setting: Setting

    /// - Parameters:
    ///   - isSecret: whether others being able to read it is refused.
    ///   - bytesMax: one more is still read, so that a file that is too long is noticed.
    /// - Returns: `nil` when there is no such file.
    /// - Throws: `CommandFailure`.
    func read(isSecret: Bool, bytesMax: Int) throws -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw failure("cannot be read", "읽을 수 없습니다") }
            return nil
        }
        defer { close(descriptor) }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let permissions = attributes?[.posixPermissions] as? Int
        guard !isSecret || (permissions ?? 0o777) & 0o007 == 0 else {
            throw CommandFailure(
                .notAllowed,
                Bilingual("\(path): 누구나 읽을 수 있습니다.", "\(path): everybody may read it."),
                hint: Bilingual("chmod 600 \(path)", "chmod 600 \(path)"))
        }
        var bytes = [UInt8](repeating: 0, count: bytesMax + 1)
        let count = Foundation.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw failure("cannot be read", "읽을 수 없습니다") }
        return Array(bytes.prefix(count))
    }

    /// Written aside and linked into place: whoever comes second, here or in another process,
    /// finds a whole file or none.
    /// - Returns: whether it was ours that came first.
    /// - Throws: `CommandFailure`.
    func make(_ bytes: [UInt8]) throws -> Bool {
        try draft(bytes) { draft in
            if link(draft, path) == 0 { return true }
            guard errno == EEXIST else { throw failure("cannot be made", "만들 수 없습니다") }
            return false
        }
    }

    /// Puts a whole new file in the place of the old one, synced before and after.
    /// - Throws: `CommandFailure`.
    func replace(with bytes: [UInt8]) throws {
        try draft(bytes) { draft in
            guard rename(draft, path) == 0 else {
                throw failure("cannot be written", "쓸 수 없습니다")
            }
        }
    }

    func remove() {
        unlink(path)
    }

    private var directory: String { (path as NSString).deletingLastPathComponent }

    private func draft<Value>(
        _ bytes: [UInt8], _ place: (_ draft: String) throws -> Value
    ) throws -> Value {
        if !directory.isEmpty {
            try? FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        let draft = "\(path).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("cannot be made", "만들 수 없습니다") }
        defer {
            close(descriptor)
            unlink(draft)
        }
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw failure("cannot be written", "쓸 수 없습니다")
        }
        let value = try place(draft)
        // The name must outlive a power failure, too.
        let parent = open(directory.isEmpty ? "." : directory, O_RDONLY | O_CLOEXEC)
        fsync(parent)
        close(parent)
        return value
    }

    func failure(_ english: String, _ korean: String) -> CommandFailure {
        let cause = errno == 0 ? "" : " (\(String(cString: strerror(errno))))"
        return CommandFailure(
            .failure,
            Bilingual(
                "\(title.korean) \(path): \(korean)\(cause).",
                "The \(title.english) \(path) \(english)\(cause)."),
            hint: Bilingual(
                "있어야 할 파일을 두거나 \(setting.key)로 다른 경로를 정하십시오.",
                "Put it in its place, or name another with \(setting.key)."))
    }
}
