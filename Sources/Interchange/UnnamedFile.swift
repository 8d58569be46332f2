package import Foundation

/// 임시 파일. A file that lost its name when it was opened, so that it is gone with whoever writes it,
/// however that ends: personal data may be in it.
package struct UnnamedFile {
    package let handle: FileHandle

    /// - Throws: `CocoaError` where no file can be made.
    package init() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("pumasi-\(UUID().uuidString)")
        let isMade = FileManager.default.createFile(
            atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let handle = FileHandle(forUpdatingAtPath: url.path) else {
            throw CocoaError(.fileWriteUnknown)
        }
        try FileManager.default.removeItem(at: url)
        self.handle = handle
    }

    /// Goes back to the beginning, to be read.
    package func rewind() throws {
        try handle.seek(toOffset: 0)
    }

    /// The next bytes; none at the end.
    package func read(bytesMax: Int) throws -> [UInt8] {
        try handle.read(upToCount: bytesMax).map { Array($0) } ?? []
    }
}
