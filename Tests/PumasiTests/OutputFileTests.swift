import Foundation
import Testing

@testable import pumasi

/// A long file on its way to its name.
@Suite(.timeLimit(.minutes(1))) struct OutputFileTests {
    @Test func `a file appears once it is whole, and no other is written to`() throws {
        let directory = FileManager.default.temporaryDirectory.path + "/pumasi-\(UUID())"
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let (path, other) = (directory + "/out.csv", directory + "/other")
        try Data("kept".utf8).write(to: URL(filePath: other))

        let made = try OutputFile(path)
        #expect(try names(in: directory).count == 2)
        let attributes = try FileManager.default.attributesOfItem(atPath: made.draft)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try Data("whole".utf8).write(to: URL(filePath: made.draft))
        try made.appear()
        #expect(try names(in: directory) == ["other", "out.csv"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "whole")

        // Somebody may have put a link there that leads to a file of ours.
        try FileManager.default.createSymbolicLink(
            atPath: made.draft, withDestinationPath: other)
        #expect(throws: CommandFailure.self) { try OutputFile(path) }
        #expect(try String(contentsOfFile: other, encoding: .utf8) == "kept")
    }

    private func names(in directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    }
}
