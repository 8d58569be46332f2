package import Foundation

/// Files of the repository that tests compare with. `RECORD=1` writes them anew; whoever does it
/// reads what changed, of an archive in the program it is for, before it is committed.
package enum Golden {
    package static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static let columnsMax = 200

    package static func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// The first line in which a file is not what was made; `nil` when it is the same.
    package static func difference(
        _ path: String, from made: some Sequence<UInt8>
    ) throws -> String? {
        let (url, made) = (root.appending(path: path), Data(made))
        if ProcessInfo.processInfo.environment["RECORD"] == "1" { try made.write(to: url) }
        let recorded = (try? Data(contentsOf: url)) ?? Data()
        guard recorded != made else { return nil }
        let (old, new) = (lines(of: recorded), lines(of: made))
        let line = zip(old, new).prefix { $0 == $1 }.count
        return """
            \(path):\(line + 1): RECORD=1 records it anew
            recorded: \(line < old.count ? text(old[line]) : "(end)")
            now:      \(line < new.count ? text(new[line]) : "(end)")
            """
    }

    private static func lines(of data: Data) -> [Data] {
        data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    private static func text(_ line: Data) -> String {
        String(decoding: line.prefix(columnsMax), as: UTF8.self)
    }
}
