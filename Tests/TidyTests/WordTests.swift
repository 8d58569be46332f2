import Foundation
import Testing

@Suite struct WordTests {
    /// Files beside `Timetable/Clock.swift` that may read the host's clock, and why. Short: a
    /// function that wants to know the time takes it as an argument.
    private static let clockReaders: [String: String] = [
        "Sources/Timetable/Clock.swift": "the one file that reads clocks",
        "Sources/LocalPostgres/Cluster.swift": "deadlines on another process; imports no room",
        "Sources/LocalPostgres/FileLock.swift": "deadlines on another process; imports no room",
    ]

    /// Files outside the rooms of SQL that contain some, and why.
    private static let sqlSpeakers: [String: String] = [
        "Sources/LocalPostgres/ClusterDraft.swift": "a new cluster has nothing to connect to yet"
    ]

    /// Every line of a layer that matches, reported with its place.
    private func report(
        _ pattern: String, in files: [Repository.File], layer: (SourceText) -> [UInt8],
        _ message: String
    ) throws {
        let expression = try NSRegularExpression(pattern: pattern)
        for file in files {
            for line in SourceText.lines(of: layer(file.text)) {
                let range = NSRange(line.text.startIndex..., in: line.text)
                guard let match = expression.firstMatch(in: line.text, range: range),
                    let found = Range(match.range, in: line.text)
                else { continue }
                Issue.record("\(place(file, line.number, "\(message): \(line.text[found])"))")
            }
        }
    }

    @Test func `libpq is spoken in the files LibPQ*.swift of Postgres and nowhere else`() throws {
        let others = Repository.shared.sources.filter {
            !($0.room == "Postgres" && $0.name.hasPrefix("LibPQ"))
        }
        try report(#"\bPQ[a-z]\w*|\bPGRES_\w+"#, in: others, layer: \.code, "a symbol of libpq")
    }

    @Test func `SQL stands in Postgres, in Ledger/Statements and in Schema`() throws {
        let others = Repository.shared.sources.filter {
            !["Postgres", "Schema"].contains($0.room)
                && !$0.path.hasPrefix("Sources/Ledger/Statements/")
                && WordTests.sqlSpeakers[$0.path] == nil
        }
        let words = [
            "SELECT", "INSERT INTO", "UPDATE \\w+ SET", "DELETE FROM", "TRUNCATE", "ON CONFLICT",
            "(CREATE|ALTER|DROP) (TABLE|ROLE|DATABASE|INDEX|VIEW|EXTENSION|USER|SCHEMA|FUNCTION)",
            "(BEGIN|COMMIT|ROLLBACK|LISTEN|NOTIFY|GRANT|REVOKE) *;?$",
        ]
        let pattern = words.map { "\\b\($0)" }.joined(separator: "|")
        try report(pattern, in: others, layer: \.literals, "SQL")
    }

    @Test func `The host's clock is read in one file`() throws {
        let others = Repository.shared.sources.filter { WordTests.clockReaders[$0.path] == nil }
        let words = [
            #"\bDate\(\)"#, #"\bDate\.now\b"#, #"\btimeIntervalSinceNow\b"#,
            #"\b(Continuous|Suspending|UTC)Clock\b"#, #"\bclock_gettime\b"#, #"\bgettimeofday\b"#,
            #"\bDispatch(Wall)?Time\.now\b"#, #"\bsystemUptime\b"#, #"\btime\(nil\)"#,
        ]
        try report(words.joined(separator: "|"), in: others, layer: \.code, "a clock")
        for path in [String](WordTests.clockReaders.keys) + WordTests.sqlSpeakers.keys {
            #expect(Repository.read(path) != nil, "\(path) has leave to stay but is not there")
        }
    }

    @Test func `Tests wait for signals and never sleep`() throws {
        try report(
            #"\b(Task|Thread)\.sleep\b|\bu?sleep\("#, in: Repository.shared.tests, layer: \.code,
            "a nap")
    }

    @Test func `Types are named by nouns that say what they are`() throws {
        try report(
            #"\b(struct|class|enum|actor|protocol|typealias) \w*(Manager|Helper|Util|Common)\w*"#,
            in: Repository.shared.swift, layer: \.code, "a name that says nothing")
        for file in Repository.shared.swift {
            let hollow = ["Manager", "Helper", "Util", "Common"].first(where: file.name.contains)
            #expect(hollow == nil, "\(file.path):1: a name that says nothing")
        }
    }

    @Test func `Nothing is left for later and nothing crashes for convenience`() throws {
        let all = Repository.shared.files
        try report(#"\b(TODO|FIXME|XXX|HACK)\b"#, in: all, layer: \.comments, "left for later")
        let scripts = all.filter { !$0.isSwift }
        try report(#"\b(TODO|FIXME|XXX|HACK)\b"#, in: scripts, layer: \.code, "left for later")
        try report(
            #"\btry!|\bas!|\bfatalError\b|\bXCTSkip\b|\bwithKnownIssue\b|\.disabled\("#,
            in: Repository.shared.swift, layer: \.code, "a way around")
    }

    @Test func `Every function named like a test is one`() {
        for file in Repository.shared.tests {
            let lines = SourceText.lines(of: file.text.code)
            for (index, line) in lines.enumerated() {
                let words = line.text.split(separator: " ")
                guard let keyword = words.firstIndex(of: "func"), keyword + 1 < words.count,
                    words[keyword + 1].hasPrefix("`") || words[keyword + 1].hasPrefix("test")
                else { continue }
                // The attribute may take several lines of its own, up to the declaration before.
                let first = file.lines[..<index].lastIndex { other in
                    let text = other.trimmingCharacters(in: .whitespaces)
                    return text.isEmpty || text == "}"
                }
                let declaration = lines[((first ?? -1) + 1)...index]
                let message = place(file, line.number, "a test that never runs")
                #expect(declaration.contains { $0.text.contains("@Test") }, "\(message)")
            }
        }
    }
}
