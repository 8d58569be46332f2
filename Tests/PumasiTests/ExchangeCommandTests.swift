import Foundation
import Testing

/// Exchanges from the command line, on a database, without a daemon.
@Suite(.timeLimit(.minutes(5))) struct ExchangeCommandTests {
    @Test func `the articles' matrix has seven cells of which four are answered`() async throws {
        try await Program.withSample { run in
            let matrix = try await run(["exchange", "matrix"])
            #expect(matrix.status == 0, "\(matrix.error)")
            let lines = matrix.output.split(separator: "\n")
            #expect(lines.count == 7)
            #expect(lines.count { $0.contains("\tyes\t") } == 4)
            #expect(lines[1].hasPrefix("Seoul\tSejong\t1\t0\t1\tyes\t-\t-"))
            let json = try await run(["exchange", "matrix", "--json", "--government", "44000"])
            #expect(json.output.contains(#""unanswered_since":"2023-04-10""#))
            for line in try await run(["agreement", "list"]).output.split(separator: "\n") {
                let cells = line.split(separator: "\t").map(String.init)
                let told = try await run(["exchange", "matrix", "--agreement", cells[0]])
                #expect(told.status == 0, "\(told.error)")
                let same = ["exchange", "matrix", "--agreement", cells[cells.count - 1]]
                #expect(try await run(same).output == told.output)
            }
            #expect(try await run(["exchange", "matrix", "--agreement", "x"]).status == 3)
            for wrong in [
                ["--level", "province"], ["--from", "2026"], ["--government", "nowhere"],
            ] {
                #expect(try await run(["exchange", "matrix"] + wrong).status != 0)
            }
        }
    }

    @Test func `one command records both sides, and what waits can be answered`() async throws {
        try await Program.withLedger { run in
            let pair = [
                "exchange", "add", "--from", "담양군", "--department", "민원과", "--to", "해남군",
                "--on", "2025-01-21", "--people", "25", "--amount-each", "10만",
            ]
            let both = try await run(pair + ["--key", "a"])
            #expect(both.status == 0, "\(both.error)")
            #expect(try await run(pair + ["--key", "a"]).output == both.output)
            let awaited = try await run(pair + ["--key", "b", "--awaited"])
            #expect(awaited.status == 0, "\(awaited.error)")
            let waiting = try await run(["exchange", "list", "--state", "one_sided"])
            #expect(waiting.output.split(separator: "\n").count == 1)
            let number = awaited.output.split(separator: "\t")[0]
            let shown = try await run(["exchange", "show", String(number)])
            #expect(shown.output.contains("legs[0].amount\t2500000"))
            #expect(shown.output.contains("unanswered[0].from.code\t46710"))
            let file = run.directory + "/leg.json"
            let leg =
                #"{"from":"해남군","to":"담양군","on":"2025-03-01","people":25,"amount_each":100000}"#
            try leg.write(toFile: file, atomically: true, encoding: .utf8)
            let added = try await run(["exchange", "leg", String(number), "--file", file])
            #expect(added.status == 0, "\(added.error)")
            let after = try await run(["exchange", "list", "--state", "one_sided"])
            #expect(after.output.isEmpty)
            #expect(try await run(["exchange", "add"]).status == 2)
            #expect(try await run(pair + ["--file", file]).status == 2)
            #expect(try await run(["exchange", "list", "--state", "late"]).status == 2)
            #expect(try await run(pair + ["--occasion", "party"]).status == 5)
        }
    }

    @Test func `a candidate is listed and linked, and taken back`() async throws {
        try await Program.withSample { run in
            let people = try await run(["person", "list"]).output.split(separator: "\n")
            let oh = try #require(people.first { $0.contains("Oh Se-hoon") })
            let person = try #require(oh.split(separator: "\t").last.map(String.init))
            let donation = [
                "donation", "add", "--origin", "reported", "--donor-person", person,
                "--recipient", "36110", "--donated-on", "2023-04-10", "--key", "d",
            ]
            // Only the word means that an amount is not disclosed.
            let silent = try await run(donation)
            #expect(silent.status == 2 && silent.error.contains("--amount"), "\(silent.error)")
            let given = try await run(donation + ["--amount", "미공개"])
            #expect(given.status == 0, "\(given.error)")
            #expect(try await run(["exchange", "candidates"]).output.isEmpty)
            let exchange = try await run(["exchange", "list"]).output.split(separator: "\t")[0]
            let number = given.output.split(separator: "\t")[0]
            let link = ["exchange", "link", String(exchange), String(number)]
            #expect(try await run(link).status == 0)
            #expect(try await run(link).status == 5)
            #expect(try await run(link + ["--file", "x"]).status == 2)
            let misled = try await run(link + ["--leg", String(number)])
            #expect(misled.status == 3, "a donation is no leg: \(misled.error)")
            #expect(misled.error.contains("There is no \(number)."), "\(misled.error)")
            let back = ["exchange", "unlink", String(exchange), String(number)]
            #expect(try await run(back).status == 2)
            #expect(try await run(back + ["--reason", "착오"]).status == 0)
            #expect(try await run(back + ["--reason", "착오"]).status == 5)
        }
    }
}
