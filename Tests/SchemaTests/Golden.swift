import Foundation
import Testing

/// Files that tests compare with, recorded on purpose with `RECORD=1`.
enum Golden {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// Expects a file to hold the text, and says in which line it does not.
    static func expect(
        _ path: String, toHold text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: root.appending(path: path))
        }
        let recorded = (try? read(path)) ?? ""
        guard recorded != text else { return }
        let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(old, new).prefix { $0 == $1 }.count
        Issue.record(
            """
            \(path):\(line + 1): RECORD=1 records it anew
            recorded: \(line < old.count ? old[line] : "(end)")
            now:      \(line < new.count ? new[line] : "(end)")
            """, sourceLocation: sourceLocation)
    }
}
