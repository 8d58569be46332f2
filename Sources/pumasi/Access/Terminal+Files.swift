import Foundation
import Hometown
import Web

/// What goes into a command and comes out of it, everywhere in one way: `-` is standard input and
/// standard output.
extension Terminal {
    /// - Parameter bytesMax: one more is still read, so that a file that is too long is noticed.
    /// - Returns: `nil` for what cannot be read.
    static func bytes(of path: String, bytesMax: Int) -> [UInt8]? {
        guard
            let handle = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: bytesMax + 1) ?? Data()
        else { return nil }
        return Array(data)
    }

    /// The whole of it.
    /// - Throws: `CommandFailure` 1 for what cannot be read, 2 for what is too long.
    static func contents(of path: String, bytesMax: Int) throws -> [UInt8] {
        guard let bytes = bytes(of: path, bytesMax: bytesMax) else { throw unreadable(path) }
        guard bytes.count <= bytesMax else { throw tooLong(path, bytesMax: bytesMax) }
        return bytes
    }

    /// Bytes as they are, to a file, which appears once it is whole, or to standard output.
    /// - Throws: `CommandFailure` for a file that cannot be written.
    static func write(_ bytes: [UInt8], to path: String?) throws {
        guard let path, path != "-" else { return write(bytes: bytes[...], to: STDOUT_FILENO) }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw unwritable(path)
        }
    }

    /// One JSON document, to a file or to standard output.
    /// - Throws: `CommandFailure` for a file that cannot be written, and what `members` throws.
    static func write(
        json members: (inout JSONWriter) throws -> Void, to path: String?
    ) throws {
        var writer = JSONWriter()
        try members(&writer)
        try write(writer.bytes + [UInt8(ascii: "\n")], to: path)
    }

    static func unreadable(_ path: String, _ status: ExitStatus = .failure) -> CommandFailure {
        CommandFailure(
            status,
            Bilingual("\(path) 파일을 읽을 수 없습니다.", "The file \(path) cannot be read."),
            hint: Bilingual(
                "파일이 있는지, 읽을 권한이 있는지 보십시오.",
                "See that it is there and that you may read it."))
    }

    static func tooLong(_ path: String, bytesMax: Int) -> CommandFailure {
        CommandFailure(
            .usage,
            Bilingual(
                "\(path): \(bytesMax)바이트까지 읽습니다.", "\(path) may have \(bytesMax) bytes."),
            hint: Bilingual("나누어 하십시오.", "Split it."))
    }

    static func unwritable(_ path: String) -> CommandFailure {
        CommandFailure(
            .failure,
            Bilingual("\(path) 파일에 쓸 수 없습니다.", "The file \(path) cannot be written."),
            hint: Bilingual("경로와 권한을 확인하십시오.", "Check the path and its rights."))
    }
}
