import Testing

/// What options of recording commands name.
@Suite(.timeLimit(.minutes(5))) struct RecordingTests {
    /// Number and id of a person of the sample.
    private func person(
        _ name: String, _ run: Program.OnLedger
    ) async throws -> (number: String, id: String) {
        let people = try await run(["person", "list"]).output.split(separator: "\n")
        let found = try #require(people.first { $0.contains(name) })
        let cells = found.split(separator: "\t").map(String.init)
        return (cells[0], cells[cells.count - 1])
    }

    @Test func `a donation names by number what it names by id`() async throws {
        try await Program.withSample { run in
            let oh = try await person("Oh Se-hoon", run)
            let lee = try await person("Lee Jang-woo", run)
            let donation = [
                "donation", "add", "--origin", "reported", "--recipient", "36110",
                "--donated-on", "2023-04-10", "--amount", "1,000", "--donor-person",
            ]
            let given = try await run(donation + [oh.number])
            #expect(given.status == 0, "\(given.error)")
            let number = try #require(given.output.split(separator: "\t").first.map(String.init))
            let shown = try await run(["donation", "show", number])
            #expect(shown.output.contains("donor.person\t\(oh.id)\n"), "\(shown.output)")
            let correct = [
                "donation", "correct", number, "--donor-person", lee.number, "--reason", "착오",
            ]
            for further in [["--dry-run"], []] {
                let corrected = try await run(correct + further)
                #expect(corrected.status == 0, "\(corrected.error)")
            }
            let list = try await run(["donation", "list", "--limit", "1", "--json"])
            #expect(list.output.contains(lee.id), "\(list.output)")
            for option in [
                "--project-id", "--exchange-id", "--leg-id", "--participation-id",
                "--late-approval",
            ] {
                let other = try await run(donation + [oh.id, option, oh.number])
                #expect(other.status == 3, "\(option): \(other.error)")
                #expect(other.error.contains("There is no \(oh.number)."), "\(other.error)")
            }
            let neither = try await run(donation + [oh.id, "--project-id", "x"])
            #expect(neither.status == 5 && neither.error.contains("project_id:"))
        }
    }

    @Test func `an option takes the words of a list in place of codes`() async throws {
        try await Program.withSample { run in
            let oh = try await person("Oh Se-hoon", run)
            let given = try await run([
                "donation", "add", "--origin", "공표", "--recipient", "36110", "--donated-on",
                "2023-04-10", "--amount", "undisclosed", "--donor-person", oh.number, "--channel",
                "은행 창구", "--json",
            ])
            #expect(given.status == 0, "\(given.error)")
            let list = try await run(["donation", "list", "--limit", "1", "--json"])
            for text in ["\"origin\":\"reported\"", "\"channel\":\"bank_counter\""] {
                #expect(list.output.contains(text), "\(list.output)")
            }
        }
    }

    @Test func `a figure and an exchange do so, too`() async throws {
        try await Program.withSample { run in
            let fund = [
                "fund", "record", "--year", "2025", "--figure", "use", "--amount", "1200만",
                "--document", "2025 결산서 12쪽",
            ]
            let use = fund + ["--purpose", "3"]
            let first = try await run(use)
            #expect(first.status == 0, "\(first.error)")
            let number = try #require(first.output.split(separator: "\t").first.map(String.init))
            let second = try await run(use + ["--replaces", number])
            #expect(second.status == 0, "\(second.error)")
            let standing = try await run(["fund", "list", "--standing"])
            #expect(standing.output.split(separator: "\n").count == 1, "\(standing.output)")
            let exchange = [
                "exchange", "add", "--from", "담양군", "--to", "해남군", "--on", "2025-01-21",
                "--people", "25", "--amount-each", "10만",
            ]
            let naming = [
                fund + ["--project"], use + ["--replaces"], exchange + ["--agreement-id"],
            ]
            for named in naming {
                let other = try await run(named + ["H-2026-000001"])
                #expect(other.status == 3, "\(named): \(other.error)")
                #expect(other.error.contains("There is no H-2026-000001."), "\(other.error)")
            }
        }
    }
}
