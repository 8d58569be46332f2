import Foundation
import Testing

/// Files whose bytes are settled. `RECORD=1` writes them anew; what changed is looked at in the
/// program the file is for before it is committed.
enum Golden {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "golden")

    static func expect(_ bytes: [UInt8], _ name: String) throws {
        let url = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(bytes).write(to: url)
        }
        let expected = try [UInt8](Data(contentsOf: url))
        #expect(bytes == expected, "Tests/golden/\(name) differs; RECORD=1 writes it anew")
    }
}
