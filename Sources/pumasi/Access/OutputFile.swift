import Foundation
import Hometown

/// 내보낼 파일. A long file on its way: it appears under its name once it is whole, and `-` is
/// standard output, which gets nothing of what fails.
struct OutputFile: Sendable {
    private static let batchBytes = 1 << 16

    private let path: String
    /// Where it is written until it is whole. Names of donors are in it: nobody else reads it.
    let draft: String

    /// - Throws: `CommandFailure` for a file that cannot be made.
    init(_ path: String) throws {
        self.path = path
        draft = path == "-" ? OutputFile.passing : "\(path).\(getpid()).part"
        // Made here and by nobody before: a file or link of that name is somebody else's.
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Terminal.unwritable(path) }
        close(descriptor)
    }

    /// A file of a name that nobody guesses, which is gone when the command ends.
    static var passing: String {
        FileManager.default.temporaryDirectory.path + "/pumasi-" + UUID().uuidString
    }

    /// What to call it.
    var title: Bilingual {
        path == "-" ? Bilingual("표준 출력", "standard output") : Bilingual(path, path)
    }

    /// Says that it is whole.
    /// - Throws: `CommandFailure` for a file that cannot be written, and for standard output that
    ///   did not take all of it.
    func appear() throws {
        guard path == "-" else {
            guard rename(draft, path) == 0 else { throw Terminal.unwritable(path) }
            return
        }
        defer { discard() }
        guard let handle = FileHandle(forReadingAtPath: draft) else {
            throw Terminal.unreadable(draft)
        }
        while let data = try handle.read(upToCount: OutputFile.batchBytes), !data.isEmpty {
            Terminal.write(bytes: Array(data)[...], to: STDOUT_FILENO)
        }
        try Terminal.checkOutput()
    }

    func discard() {
        unlink(draft)
    }
}
