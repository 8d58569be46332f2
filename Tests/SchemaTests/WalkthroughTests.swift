import Foundation
import Hometown
import TestSupport
import Testing
import Transparency

/// `Schema/walkthrough`: SQL that tells a story and, run, still comes out as it was printed.
@Suite struct WalkthroughTests {
    private static let folder = "Schema/walkthrough"

    /// Those with a number, in their order; the others are included by them.
    private static func chapters() throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: Golden.root.appending(path: folder).path
        ).filter { $0.hasSuffix(".sql") && $0.first?.isNumber == true }.sorted()
    }

    @Test func `the walkthroughs come out as they are printed`() async throws {
        try await SchemaDatabase.with { conninfo in
            let chapters = try WalkthroughTests.chapters()
            #expect(chapters.count == 4)
            for chapter in chapters {
                let path = Golden.root.appending(path: "\(WalkthroughTests.folder)/\(chapter)").path
                let output = try await TestServer.shared.psql(
                    conninfo, ["--echo-all", "--file=\(path)"])
                // psql opens its errors with the place of the file and the line.
                let text = output.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { line in
                        guard line.hasPrefix("psql:"), let error = line.range(of: "ERROR:") else {
                            return String(line)
                        }
                        return String(line[error.lowerBound...])
                    }.joined(separator: "\n")
                let recorded = "\(WalkthroughTests.folder)/\(chapter.dropLast(4)).out"
                #expect(try Golden.difference(recorded, from: text.utf8) == nil)
            }
            try await expectEntries(conninfo)
        }
    }

    /// What plain SQL wrote is what the domain would have written.
    private func expectEntries(_ conninfo: String) async throws {
        let rows = try await SchemaDatabase.ask(
            "SELECT encode(bytes, 'hex') || ' ' || encode(leaf_hash, 'hex') FROM entry", conninfo)
        let entries = rows.split(separator: "\n")
        #expect(entries.count == 44)
        for entry in entries {
            let words = entry.split(separator: " ").map(String.init)
            let bytes = try #require(Hexadecimal.bytes(words[0]))
            #expect(try CanonicalValue(parsing: bytes).bytes == bytes)
            #expect(Hash256.leaf(bytes).description == words[1])
        }
    }
}
