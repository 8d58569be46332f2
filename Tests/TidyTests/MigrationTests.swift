import Crypto
import Foundation
import Testing

/// A migration that has landed was run by somebody: it never changes again.
@Suite struct MigrationTests {
    private static let folder = "Schema/migrations"
    private static let sums = "Schema/migrations.sha256"

    private static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appending(path: folder).path
        ).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test func `Migrations are numbered from 0001 without a gap and named by a noun`() throws {
        for (index, name) in try MigrationTests.names().enumerated() {
            let digits = String(index + 1)
            let number = String(repeating: "0", count: 4 - digits.count) + digits
            let noun = name.dropFirst(5).dropLast(4)
            #expect(
                name.hasPrefix(number + "_") && name.hasSuffix(".sql") && !noun.isEmpty
                    && noun.allSatisfy { $0 == "_" || ("a"..."z").contains($0) },
                "\(MigrationTests.folder)/\(name):1: expected \(number)_noun.sql")
        }
    }

    /// `RECORD=1` adds the line of a new migration; it never changes a line that stands there.
    @Test func `A landed migration has not changed`() throws {
        var landed: [String: Substring] = [:]
        for line in (Repository.read(MigrationTests.sums) ?? "").split(separator: "\n") {
            let words = line.split(separator: " ")
            #expect(words.count == 2, "\(MigrationTests.sums): \(line)")
            if let sum = words.first, let name = words.last { landed[String(name)] = sum }
        }
        var lines = ""
        let names = try MigrationTests.names()
        let records = ProcessInfo.processInfo.environment["RECORD"] == "1"
        for name in names {
            let url = Repository.root.appending(path: MigrationTests.folder).appending(path: name)
            let sum = SHA256.hash(data: try Data(contentsOf: url))
                .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            let expected = landed[name] ?? (records ? Substring(sum) : "no line")
            #expect(
                expected == sum,
                "\(MigrationTests.folder)/\(name):1: \(MigrationTests.sums) says otherwise")
            lines += "\(expected)  \(name)\n"
        }
        #expect(Set(landed.keys).subtracting(names) == [], "a landed migration is gone")
        if records {
            let url = Repository.root.appending(path: MigrationTests.sums)
            try Data(lines.utf8).write(to: url)
        }
    }
}
