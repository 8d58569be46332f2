import Foundation
import Testing

/// An edge list nobody has seen, from a file to figures, through the command line alone.
@Suite(.timeLimit(.minutes(5))) struct RelayListTests {
    private func withRelay(_ body: (_ run: Program.OnLedger) async throws -> Void) async throws {
        try await Program.withLedger { run in
            let draft = run.directory + "/relay.json"
            try #"{"name_ko":"챌린지","name_en":"Challenge"}"#.write(
                toFile: draft, atomically: true, encoding: .utf8)
            let made = try await run(["relay", "add", "--file", draft])
            #expect(made.status == 0, "\(made.error)")
            try await body(run)
        }
    }

    /// The first list of the oracle, with its figures.
    private static func list() throws -> (figures: [String: NSNumber], csv: String) {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "oracle/relay-lists.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let first = try #require(text.split(separator: "# ").first)
        let end = try #require(first.firstIndex(of: "\n"))
        let json = try JSONSerialization.jsonObject(with: Data(first[..<end].utf8))
        let figures = try #require(json as? [String: NSNumber])
        return (figures, String(first[first.index(after: end)...]))
    }

    @Test func `one command records a list whose figures were computed elsewhere`() async throws {
        try await withRelay { run in
            let (figures, csv) = try Self.list()
            let file = run.directory + "/list.csv"
            try csv.write(toFile: file, atomically: true, encoding: .utf8)
            let planned = try await run(
                ["relay", "import", file, "--relay", "챌린지", "--dry-run", "--json"])
            #expect(planned.status == 0, "\(planned.error)")
            #expect(planned.output.contains(#""state":"planned""#))
            let done = try await run(["relay", "import", file, "--relay", "챌린지", "--json"])
            #expect(done.status == 0, "\(done.error)")
            #expect(done.output.contains(#""state":"recorded""#))
            let again = try await run(["relay", "import", file, "--relay", "챌린지", "--json"])
            #expect(again.status == 0, "\(again.error)")
            #expect(again.output.contains(#""state":"unchanged""#))
            let number = try #require(
                try await run(["relay", "list"]).output.split(separator: "\t").first)
            let shown = try await run(["relay", "show", String(number), "--figures", "--json"])
            for name in ["챌린지", "Challenge"] {
                let named = try await run(["relay", "show", name, "--figures", "--json"])
                #expect(named.output == shown.output, "\(named.error)")
            }
            #expect(try await run(["relay", "show", "챌린"]).status == 3)
            let found = try JSONSerialization.jsonObject(with: Data(shown.output.utf8))
            let all = try #require(found as? [String: Any])
            for (name, figure) in figures {
                #expect(all[name] as? NSNumber == figure, "\(name)")
            }
            try await expectRoundTrip(String(number), csv, run)
        }
    }

    /// What was exported changes nothing where it comes from, and says the same to a relay that
    /// never saw the list: in every form that both ways know.
    private func expectRoundTrip(
        _ number: String, _ csv: String, _ run: Program.OnLedger
    ) async throws {
        let rows = { (csv: String) in csv.split(separator: "\r\n").sorted() }
        let figures = try await run(["relay", "show", number, "--figures", "--json"]).output
        let first = try await run(["relay", "export", number, "--format", "csv"])
        for format in ["csv", "json", "graphml", "dot"] {
            let exported = try await run(["relay", "export", number, "--format", format])
            #expect(exported.status == 0, "\(format) \(exported.error)")
            let file = run.directory + "/again.\(format)"
            try exported.output.write(toFile: file, atomically: true, encoding: .utf8)
            let again = try await run(["relay", "import", file, "--relay", number, "--json"])
            #expect(
                again.output.contains(#""state":"unchanged""#),
                "\(format) \(again.output) \(again.error)")
            let draft = run.directory + "/\(format).json"
            try #"{"name_ko":"\#(format)","name_en":"\#(format)"}"#.write(
                toFile: draft, atomically: true, encoding: .utf8)
            _ = try await run(["relay", "add", "--file", draft])
            let copied = try await run(["relay", "import", file, "--relay", format, "--json"])
            #expect(copied.output.contains(#""people":[]"#), "\(copied.output) \(copied.error)")
            let listed = try await run(["relay", "list"]).output.split(separator: "\n")
            let copy = try #require(listed.first { $0.contains("\t\(format)\t") })
            let other = String(try #require(copy.split(separator: "\t").first))
            #expect(
                try await run(["relay", "show", other, "--figures", "--json"]).output == figures)
            let back = try await run(["relay", "export", other, "--format", "csv"])
            #expect(rows(back.output) == rows(first.output), "\(format)")
        }
        for format in ["svg", "timeline", "table"] {
            let made = try await run(["relay", "export", "챌린지", "--format", format])
            #expect(made.status == 0, "\(format) \(made.error)")
            #expect(!made.output.isEmpty)
        }
    }

    @Test func `a list in CP949 is read, and one that is no list says what mends it`() async throws
    {
        try await withRelay { run in
            let file = run.directory + "/list.csv"
            // 갑,세종시장,똠,대전시장,2023-03: the last but one name is in no EUC-KR.
            let header = "from_person,from_office,to_person,to_office,date_or_month,source_url\r\n"
            var bytes = Data(header.utf8)
            bytes += Data([0xB0, 0xA9, 0x2C, 0x2C, 0x8C, 0x63, 0x2C, 0x2C])
            bytes += Data("2023-03,\r\n".utf8)
            try bytes.write(to: URL(fileURLWithPath: file))
            let done = try await run(["relay", "import", file, "--relay", "챌린지"])
            #expect(done.status == 0, "\(done.error)")
            let people = try await run(["person", "list"])
            #expect(people.output.contains("갑") && people.output.contains("똠"))
            let bad: [(String, String)] = [
                ("from_person,to_person\n가,나\n", "It has: from_person, to_person"),
                (header + "가,,가,,2023,\r\n", "Row 2: Nobody can nominate himself"),
                (header + "가,,나,,2023,\r\n나,,가,,2023,\r\n", "Row 3: These nominations form"),
                (header + "가,,나,,2999,\r\n", "Row 2: The participation lies after today"),
                (header + "\"가,,나,,2023,\r\n", "A quote is not closed"),
                ("digraph { 가 -> 나 }", "Row 2: date_or_month is empty"),
                ("digraph { 가 -> 가 [date_or_month=2023] }", "Row 2: Nobody can nominate"),
                ("digraph {\n가 -> }", "Line 2 of the DOT file cannot be read"),
                ("graph { 가 -- 나 }", "The graph has no direction"),
                ("<graphml>", "This cannot be read as GraphML"),
                (#"{"edges":[{"from_person":"가"}]}"#, "Row 2: to_person is empty"),
            ]
            for (text, message) in bad {
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                let refused = try await run(["relay", "import", file, "--relay", "챌린지"])
                #expect(refused.status == 5, "\(refused.output)")
                #expect(refused.error.contains(message), "\(refused.error)")
            }
            #expect(try await run(["person", "list"]).output == people.output)
        }
    }
}
