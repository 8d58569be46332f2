import Foundation

/// 읽을 파일. A list that is read more than once: of `-`, standard input, a copy is kept aside until
/// the command ends.
struct InputFile: Sendable {
    private static let bytesMax = 1 << 30
    private static let batchBytes = 1 << 16

    let path: String
    private let isCopy: Bool

    /// - Throws: `CommandFailure` when standard input cannot be kept, or never ends.
    init(_ path: String) throws {
        isCopy = path == "-"
        self.path = isCopy ? OutputFile.passing : path
        guard isCopy else { return }
        do {
            try InputFile.copy(to: self.path)
        } catch {
            unlink(self.path)
            throw error
        }
    }

    func discard() {
        if isCopy { unlink(path) }
    }

    /// Whether it begins so.
    func begins(with text: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path),
            let start = try? handle.read(upToCount: text.utf8.count)
        else { return false }
        return Array(start) == Array(text.utf8)
    }

    private static func copy(to path: String) throws {
        let isMade = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let handle = FileHandle(forWritingAtPath: path) else {
            throw Terminal.unwritable(path)
        }
        var byteCount = 0
        while let data = try FileHandle.standardInput.read(upToCount: batchBytes), !data.isEmpty {
            byteCount += data.count
            guard byteCount <= bytesMax else { throw Terminal.tooLong("-", bytesMax: bytesMax) }
            try handle.write(contentsOf: data)
        }
        try handle.close()
    }
}
