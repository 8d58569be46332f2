import ArgumentParser
import Foundation
import Hometown
import Testing

@testable import pumasi

/// A list in each form it can be had in.
@Suite(.timeLimit(.minutes(5))) struct OutputTests {
    private static let forms = ["--json", "--ndjson", "--csv", "--plain"]

    private static func commands(
        under command: any ParsableCommand.Type
    ) -> [any ParsableCommand.Type] {
        [command] + command.configuration.subcommands.flatMap { commands(under: $0) }
    }

    @Test func `a table is one thing to people, to programs and to spreadsheets`() throws {
        var table = TextTable(
            [("이름", "NAME"), ("금액", "AMOUNT"), ("ID", "ID")], in: .english)
        table.add(["세종", "1,000원", "-"], exactly: ["AMOUNT": .amount(Won(1000))])
        table.add(["=1\t\"x\",\ny", "미공개", "-7"], exactly: ["AMOUNT": .amount(nil)])
        #expect(table.plain == "세종\t1,000원\t-\n=1 \"x\", y\t미공개\t-7")
        #expect(
            table.aligned() == """
                NAME        AMOUNT  ID
                세종       1,000원   -
                =1 "x", y   미공개  -7
                """)
        let csv = String(decoding: try table.csv(), as: UTF8.self)
        #expect(
            csv == "\u{FEFF}NAME,AMOUNT,ID\r\n세종,1000,\r\n\"'=1\t\"\"x\"\",\ny\",,-7\r\n")
    }

    @Test func `a day is a day to a spreadsheet as far as it is known`() throws {
        let day = try #require(EventDate("2023-04-10"))
        let bound = try #require(EventDate("2023-04-10", precision: .onOrBefore))
        var table = TextTable([("날짜", "ON")], in: .korean)
        for date in [day, try #require(EventDate("2023-04")), bound] {
            table.add(["x"], exactly: ["ON": .day(date, in: .english)])
        }
        let csv = String(decoding: try table.csv(), as: UTF8.self)
        #expect(csv == "\u{FEFF}날짜\r\n2023-04-10\r\n2023-04\r\nby 10 April 2023\r\n")
    }

    @Test func `whatever lists is had in every form, and nothing else is`() throws {
        let lists = Self.commands(under: Pumasi.self).filter { $0._commandName == "list" }
        #expect(lists.count > 20)
        for command in lists {
            let isList = command is any ListCommand.Type
            #expect(isList, "\(command)")
        }
        for form in Self.forms.dropFirst() {
            _ = try Pumasi.parseAsRoot(["bar", "list", form])
            #expect(throws: (any Error).self, "\(form)") {
                try Pumasi.parseAsRoot(["bar", "show", "B-2026-000001", form])
            }
        }
    }

    @Test func `two forms at once are refused by both their names`() {
        for one in Self.forms {
            for other in Self.forms where other != one {
                do {
                    _ = try Pumasi.parseAsRoot(["exchange", "list", one, other])
                    Issue.record("\(one) \(other) was read")
                } catch {
                    #expect(ExitStatus(parsing: Pumasi.exitCode(for: error)) == .usage)
                    let text = Pumasi.message(for: error)
                    #expect(text.contains(one) && text.contains(other), "\(text)")
                }
            }
        }
    }

    @Test func `a list that is cut says so, in every form, and one that is whole does not`()
        async throws
    {
        try await Program.withSample { run in
            let remark = "There are more than these 1: --limit shows them."
            for (noun, count) in [
                ("donation", 7), ("agreement", 7), ("exchange", 2), ("person", 7),
            ] {
                for form in ["--plain", "--ndjson"] {
                    let cut = try await run([noun, "list", form, "--limit", "1"])
                    #expect(cut.output.split(separator: "\n").count == 1, "\(cut.output)")
                    #expect(cut.error.contains(remark), "\(noun) \(form): \(cut.error)")
                    let whole = try await run([noun, "list", form, "--limit", "\(count)"])
                    #expect(whole.output.split(separator: "\n").count == count)
                    #expect(!whole.error.contains("There are more"), "\(noun) \(form)")
                }
            }
        }
    }

    @Test func `a list tells the same in every form`() async throws {
        try await Program.withSample { run in
            for line in [
                "agreement list", "db status", "donation list", "exchange list", "exchange matrix",
                "government list", "holiday list", "person list", "relay list", "worklist",
            ] {
                let words = line.split(separator: " ").map(String.init)
                let document = try await run(words + ["--json"])
                #expect(document.status == 0, "\(line): \(document.error)")
                let read = try JSONSerialization.jsonObject(with: Data(document.output.utf8))
                let items = try #require((read as? [String: Any])?["items"] as? [Any], "\(line)")
                let told = try await run(words + ["--ndjson"])
                let lines = told.output.split(separator: "\n")
                #expect(lines.count == items.count, "\(line)")
                #expect(
                    document.output.contains(#""items":[\#(lines.joined(separator: ","))]"#),
                    "\(line): \(told.output)")
                let plain = try await run(words + ["--plain"])
                let bare = try await run(words)
                #expect(plain.output == bare.output, "\(line)")
                #expect(plain.output.split(separator: "\n").count == items.count, "\(line)")
                let csv = try await run(words + ["--csv"]).output
                #expect(csv.hasPrefix("\u{FEFF}"), "\(line)")
                let records = csv.components(separatedBy: "\r\n")
                #expect(records.count == items.count + 2 && records.last == "", "\(line)")
            }
        }
    }

    @Test func `until when a thing holds is told by its last day`() async throws {
        try await Program.withSample { run in
            let file = run.directory + "/draft.json"
            let days = #""valid_from":"2026-01-01","valid_to":"2026-07-01""#
            for (noun, draft) in [
                ("bar", #"{"government":"36110",\#(days),"reason":"권유"}"#),
                (
                    "interest",
                    #"{"donor_key":"d-1","government":"36110","relation":"contract",\#(days)}"#
                ),
                (
                    "project",
                    #"{"name_ko":"도서관","name_en":"Library","government":"36110","purpose":1,"#
                        + #""open_from":"2026-01-01","open_to":"2026-07-01"}"#
                ),
            ] {
                try draft.write(toFile: file, atomically: true, encoding: .utf8)
                let added = try await run([noun, "add", "--file", file])
                #expect(added.status == 0, "\(noun): \(added.error)")
                let list = try await run([noun, "list"])
                #expect(list.output.contains("\t2026-01-01\t2026-06-30\t"), "\(list.output)")
            }
        }
    }

    @Test func `a list of deliveries that goes on says so`() async throws {
        try await Program.withSample { run in
            for name in ["one", "two"] {
                let add = ["receiver", "add", name, "--directory", "/srv/\(name)"]
                #expect(try await run(add).status == 0)
            }
            let filed = try await run(["schedule", "run", "daily", "--reason", "x"])
            #expect(filed.status == 0, "\(filed.error)")
            for (limit, count, goesOn) in [("1", 1, true), ("2", 2, false), ("3", 2, false)] {
                let list = try await run(["delivery", "list", "--limit", limit])
                #expect(list.output.split(separator: "\n").count == count, "\(list.output)")
                #expect(list.error.contains("--limit") == goesOn, "\(list.error)")
            }
            #expect(try await run(["delivery", "list", "--limit", "0"]).status == 2)
        }
    }

    @Test func `a spreadsheet gets numbers as numbers, and no formula of anybody`() async throws {
        try await Program.withSample { run in
            let people = try await run(["person", "list"]).output.split(separator: "\n")
            let oh = try #require(people.first { $0.contains("Oh Se-hoon") })
            let person = try #require(oh.split(separator: "\t").last.map(String.init))
            let given = try await run([
                "donation", "add", "--origin", "reported", "--donor-person", person,
                "--recipient", "36110", "--donated-on", "2023-04-10", "--amount", "1,000",
            ])
            #expect(given.status == 0, "\(given.error)")
            let plain = try await run(["donation", "list", "--limit", "1"]).output
            #expect(plain.contains("\t10 April 2023\t"), "\(plain)")
            #expect(plain.contains("\tKRW 1,000\t"), "\(plain)")
            let csv = try await run(["donation", "list", "--limit", "1", "--csv"]).output
            #expect(csv.hasPrefix("\u{FEFF}NO,DATE,DONOR,RECIPIENT,AMOUNT,STATUS,ID\r\n"))
            #expect(csv.contains(",2023-04-10,") && csv.contains(",1000,"), "\(csv)")
            let formula = "=HYPERLINK(1)"
            let made = try await run(["token", "create", "--role", "clerk", "--name", formula])
            #expect(made.status == 0, "\(made.error)")
            #expect(try await run(["token", "list"]).output.contains("\t\(formula)\t"))
            let tokens = try await run(["token", "list", "--csv"]).output
            #expect(tokens.contains(",'\(formula),"), "\(tokens)")
        }
    }
}
