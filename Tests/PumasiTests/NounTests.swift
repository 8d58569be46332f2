import Foundation
import TestSupport
import Testing

/// The nouns of the command line on a database, without a daemon.
@Suite(.timeLimit(.minutes(5))) struct NounTests {
    private static let donation = [
        "donation", "add", "--origin", "intake", "--donor-key", "d-1", "--donor-kind", "person",
        "--own-name", "true", "--residence", "11710", "--residence-basis", "document_submitted",
        "--residence-checked-on", "2026-03-02", "--employer", "none", "--recipient", "세종",
        "--amount", "10만", "--donated-on", "2026. 3. 2.", "--channel", "bank_counter",
        "--checks", "passed document_submitted 2026-03-02", "--pledge-no", "2026-117",
    ]

    @Test(arguments: [
        ("donation", 7), ("agreement", 7), ("exchange", 2), ("relay", 1), ("person", 7),
    ])
    func `each noun lists the sample and shows each of it by id and by number`(
        noun: String, count: Int
    ) async throws {
        try await Program.withSample { run in
            let list = try await run([noun, "list"])
            #expect(list.status == 0, "\(list.error)")
            let lines = list.output.split(separator: "\n")
            #expect(lines.count == count)
            let cells = lines[0].split(separator: "\t").map(String.init)
            for name in [cells[0], cells[cells.count - 1]] {
                let shown = try await run([noun, "show", name])
                #expect(shown.status == 0, "\(shown.error)")
                #expect(shown.output.contains("no\t\(cells[0])\n"))
            }
            let json = try await run([noun, "list", "--json"])
            #expect(json.output.hasPrefix(#"{"items":[{"id":""#))
            for nothing in ["X-2026-999999", "x", "01890000-0000-7000-8000-000000000001"] {
                #expect(try await run([noun, "show", nothing]).status == 3)
            }
        }
    }

    @Test func `every noun says alike that there is no such thing`() async throws {
        try await Program.withSample { run in
            for noun in [
                "approval", "bar", "donation", "fund", "import", "interest", "person", "project",
                "receipt",
            ] {
                for nothing in ["x", "X-2026-999999", "01890000-0000-7000-8000-000000000001"] {
                    let told = try await run([noun, "show", nothing])
                    #expect(told.status == 3, "\(noun) \(nothing): \(told.error)")
                    #expect(told.error.contains("There is no \(nothing)."), "\(noun)")
                    #expect(told.output.isEmpty, "\(told.output)")
                }
            }
        }
    }

    @Test func `with JSON what is not there is told in one document`() async throws {
        try await Program.withSample { run in
            let missing = try await run(["donation", "show", "X-2026-999999", "--json"])
            #expect(missing.status == 3)
            let start = #"{"refusals":[{"code":"not-found","field":null,"text":""#
            #expect(missing.output.hasPrefix(start), "\(missing.output)")
            #expect(missing.output.hasSuffix("}]}\n"), "\(missing.output)")
            #expect(missing.error.contains("There is no X-2026-999999."))
        }
    }

    @Test func `a link tells which daemon it takes for granted, unless the site has an address`()
        async throws
    {
        try await Program.withSample { run in
            let made = try await run([
                "user", "add", "jimin", "--name", "김지민", "--role", "clerk", "--set",
                "http.port=9000",
            ])
            #expect(made.status == 0, "\(made.error)")
            let daemon = "http://127.0.0.1:9000"
            #expect(made.output.hasPrefix(daemon + "/en/login/link/"), "\(made.output)")
            #expect(made.error.contains("takes the daemon to listen on \(daemon)."))
            let site = "https://pumasi.example"
            let sited = try await run(["user", "link", "jimin", "--set", "site.url=\(site)"])
            #expect(sited.output.hasPrefix(site + "/en/login/link/"), "\(sited.output)")
            #expect(!sited.error.contains("listen"), "\(sited.error)")
        }
    }

    /// What cannot be, with the exit status and a word of how to mend it.
    @Test func `what no calendar has and where nothing may be sent is refused with a remedy`()
        async throws
    {
        try await Program.withSample { run in
            for (line, status, word) in [
                ("schedule add feb --rule yearly --month 2 --day 31", Int32(2), "last"),
                ("schedule add far --rule daily --zone Asia/Seol", 2, "Asia/Seoul"),
                ("schedule backfill daily --from 0001-01-01 --to 2026-01-01 --reason x", 5, "4000"),
                ("schedule backfill daily --from 2026-01-01 --to 2999-01-01 --reason x", 5, "2999"),
                ("receiver add meta --webhook https://169.254.169.254/x", 2, "privateHosts"),
                ("receiver add here --webhook https://localhost/x", 2, "privateHosts"),
                ("receiver add six --webhook https://[::1]/x", 2, "privateHosts"),
                ("receiver add near --directory reports", 2, "/srv/reports"),
            ] {
                let told = try await run(line.split(separator: " ").map(String.init))
                #expect(told.status == status, "\(line): \(told.error)")
                #expect(told.error.contains(word), "\(line): \(told.error)")
            }
            let known = ["--set", "delivery.privateHosts=localhost"]
            let add = ["receiver", "add", "here", "--webhook", "http://localhost/x"]
            #expect(try await run(add + known).status == 0)
        }
    }

    @Test func `a donation is recorded once for each key, and refused by the rules`() async throws {
        try await Program.withSample { run in
            let first = try await run(Self.donation + ["--key", "k", "--json"])
            #expect(first.status == 0, "\(first.error)")
            let second = try await run(Self.donation + ["--key", "k", "--json"])
            #expect(second.output == first.output)
            let other = try await run(Self.donation + ["--key", "k", "--channel-name", "농협"])
            #expect(other.status == 6)
            let own = Self.donation.map { $0 == "세종" ? "송파구" : $0 }
            let refused = try await run(own)
            #expect(refused.status == 5)
            #expect(refused.error.contains("recipient:"))
            #expect(refused.error.contains("(Act 4(1))"))
            let told = try await run(own + ["--json"])
            #expect(told.status == 5)
            #expect(told.output.hasPrefix(#"{"refusals":[{"code":""#), "\(told.output)")
            #expect(told.output.contains(#""field":"recipient","text":""#))
            #expect(told.output.contains(#""article":"Act 4(1)""#))
            let spent = try await run(
                Self.donation + ["--key", "k", "--channel-name", "농협", "--json"])
            #expect(spent.output.hasPrefix(#"{"refusals":[{"code":"idempotency-key-reused","#))
            let number = try await run(Self.donation + ["--channel-name", "990101-1234567"])
            #expect(number.status == 5)
            #expect(!number.error.contains("1234567"))
            let list = try await run(["donation", "list"])
            #expect(list.output.contains("\tby 10 April 2023\t"), "\(list.output)")
            #expect(list.output.contains("\t2 March 2026\t"), "\(list.output)")
            let to = try await run(["donation", "list", "--recipient", "36110"])
            #expect(to.output.split(separator: "\n").count == 2)
        }
    }

    @Test func `a condition that cannot be read is named with what it takes`() async throws {
        try await Program.withSample { run in
            let cases: [(option: String, text: String, words: [String])] = [
                ("--recipient", "세종특별자치", ["Did you mean"]),
                ("--giver", "nowhere", ["There is no government \"nowhere\""]),
                ("--from", "2026-13-01", ["2026-01-31"]),
                ("--amount-min", "many", ["100,000"]),
                ("--status", "gone", ["standing", "amended"]),
                ("--relay", "7", ["R-2026-000123"]), ("--as-of", "once", ["a size of the log"]),
            ]
            for (option, text, words) in cases {
                for verb in [["list"], ["export", "--reason", "점검", "-o", "-"]] {
                    let told = try await run(["donation"] + verb + [option, text])
                    #expect(told.status == 2, "\(option): \(told.error)")
                    for word in ["\(option) \(text): "] + words {
                        #expect(told.error.contains(word), "\(told.error)")
                    }
                    #expect(!told.error.contains("openapi"))
                }
            }
        }
    }

    @Test func `a donation is corrected, returned and restored by its number`() async throws {
        try await Program.withSample { run in
            let added = try await run(Self.donation)
            let number = try #require(added.output.split(separator: "\t").first.map(String.init))
            let bare = try await run(["donation", "reverse", number])
            #expect(bare.status == 5)
            #expect(bare.error.contains("reason:"))
            let amended = try await run(
                ["donation", "correct", number, "--amount", "9만", "--reason", "착오"])
            #expect(amended.status == 0, "\(amended.error)")
            #expect(amended.output.hasPrefix("C-20"))
            let told = amended.output.split(separator: "\n").map { $0.split(separator: "\t") }
            #expect(told.map { $0[1] } == ["done", "reversed", "standing"], "\(amended.output)")
            #expect(told[1][0] == number)
            let (correction, successor) = (String(told[0][0]), String(told[2][0]))
            let story = try await run(["donation", "show", number])
            for line in [
                "net_amount\t0", "replaced_by_no\t\(successor)", "corrections[0].no\t\(correction)",
                "corrections[0].action\tamend", "corrections[0].reason\t착오",
            ] {
                #expect(story.output.contains(line + "\n"), "\(story.output)")
            }
            let next = try await run(["donation", "show", successor])
            #expect(next.output.contains("replaces_no\t\(number)\n"), "\(next.output)")
            let listed = try await run(["donation", "corrections", number])
            #expect(listed.output.hasPrefix("\(correction)\tamend\tdone\t"), "\(listed.output)")
            let items = try await run(["donation", "corrections", number, "--json"])
            #expect(items.output.hasPrefix(#"{"items":[{"id":""#))
            let late = try await run(
                ["donation", "reverse", number, "--reason", "착오", "--if-version", "0"])
            #expect(late.status == 6)
            let again = try await run(["donation", "reverse", number, "--reason", "착오"])
            #expect(again.status == 5)
            let restored = try await run([
                "donation", "restore", number, "--reason", "착오", "--corrects", correction,
            ])
            #expect(restored.status == 0, "\(restored.error)")
            #expect(restored.output.contains("\n\(number)\tstanding\t"), "\(restored.output)")
            let nothing = try await run([
                "donation", "restore", number, "--reason", "착오", "--corrects", "C-2026-999999",
            ])
            #expect(nothing.status == 3)
            let returned = try await run([
                "donation", "return", number, "--reason", "주민", "--ground", "1",
                "--returned-on", "2026. 3. 5.", "--receipt-recalled", "true", "--json",
            ])
            #expect(returned.status == 0, "\(returned.error)")
            for name in [number, number.lowercased()] {
                let shown = try await run(["donation", "show", name])
                #expect(shown.output.contains("status\treturned\n"), "\(shown.error)")
            }
            #expect(try await run(["donation", "show", correction]).status == 3)
            #expect(try await run(["donation", "reverse", "D-2026-999999"]).status == 3)
        }
    }

    @Test func `a draft in a file goes through the API's own form`() async throws {
        try await Program.withSample { run in
            let file = run.directory + "/draft.json"
            let write = { (text: String) in
                try text.write(toFile: file, atomically: true, encoding: .utf8)
            }
            try write(#"{"name_ko":"가나다","name_en":"Ganada"}"#)
            let person = try await run(["person", "add", "--file", file])
            #expect(person.status == 0, "\(person.error)")
            #expect(person.output.hasPrefix("H-20"))
            try write(#"{"name_ko":"가나다"}"#)
            let missing = try await run(["person", "add", "--file", file])
            #expect(missing.status == 5)
            #expect(missing.error.contains("name_en:"))
            #expect(try await run(["person", "add", "--file", file + "x"]).status == 1)
            #expect(try await run(["person", "add"]).status == 2)
        }
    }

    @Test func `what would count for nothing beside a draft in a file is refused`() async throws {
        try await Program.withSample { run in
            let file = run.directory + "/draft.json"
            try #"{"period":"2025-11","reason":"마감"}"#.write(
                toFile: file, atomically: true, encoding: .utf8)
            for line in [
                "period close 2025-12", "period close 2025-11 --reason x",
                "period allow 2025-11 --entries 2", "interest end I --on 2026-01-01",
                "bar publish B --on 2026-01-01", "bar end B --reason x",
                "person leave P O --on 2026-01-01", "fund record --year 2025",
                "exchange add --occasion yearly", "approval approve C",
            ] {
                let words = line.split(separator: " ").map(String.init)
                let told = try await run(words + ["--file", file])
                #expect(told.status == 2, "\(line): \(told.error)")
                #expect(told.error.contains("--file"), "\(line): \(told.error)")
            }
            let closed = try await run(["period", "close", "2025-11", "--file", file])
            #expect(closed.status == 0, "\(closed.error)")
        }
    }

    @Test func `what is named by its id is named by its number too`() async throws {
        try await Program.withSample { run in
            let people = try await run(["person", "list"]).output.split(separator: "\n")
            let first = try #require(people.first)
            let cells = first.split(separator: "\t").map(String.init)
            let number = cells[0]
            let told = try await run(["person", "donors", number])
            #expect(told.status == 0, "\(told.error)")
            #expect(
                try await run(["person", "donors", cells[cells.count - 1]]).output == told.output)
            let other = number.replacing("H-", with: "D-")
            #expect(try await run(["person", "donors", other]).status == 3)
            let erase = ["person", "erase", number, "--reason", "신청", "--confirm"]
            #expect(try await run(erase + [cells[cells.count - 1]]).status == 2)
            let erased = try await run(erase + [number])
            #expect(erased.status == 0, "\(erased.error)")
        }
    }

    @Test func `what is only tried is judged in full and never recorded`() async throws {
        try await Program.withSample { run in
            let file = run.directory + "/person.json"
            try #"{"name_ko":"가나다","name_en":"Ganada"}"#.write(
                toFile: file, atomically: true, encoding: .utf8)
            let person = ["person", "add", "--file", file]
            let lists = [["donation", "list"], ["person", "list"]]
            var before: [String] = []
            for list in lists { before.append(try await run(list).output) }
            for arguments in [Self.donation, person] {
                let tried = try await run(arguments + ["--key", "k", "--dry-run", "--json"])
                #expect(tried.status == 0, "\(tried.error)")
                #expect(tried.output.hasPrefix(#"{"dry_run":true,"status":"#))
            }
            let own = try await run(Self.donation + ["--dry-run", "--residence", "세종"])
            #expect(own.status == 5, "\(own.output)")
            for (list, output) in zip(lists, before) {
                #expect(try await run(list).output == output)
            }
            // The key of what was only tried is free.
            #expect(try await run(Self.donation + ["--key", "k"]).status == 0)
            let again = try await run(Self.donation + ["--dry-run"])
            #expect(again.status == 0)
            #expect(again.error.contains("The same donation exists."))
        }
    }

    @Test func `a run by hand is seen before, as a dry run first and last, and files nothing`()
        async throws
    {
        try await Program.withSample { run in
            let runs = ["schedule", "runs", "daily"]
            let before = try await run(runs).output
            let asked = ["schedule", "run", "daily", "--dry-run"]
            let seen = try await run(asked)
            #expect(seen.status == 0, "\(seen.error)")
            #expect(seen.output.contains("log size ") && seen.output.contains("□ "))
            let notice = "Dry run: nothing is recorded\n"
            #expect(seen.error.hasPrefix(notice) && seen.error.hasSuffix(notice))
            #expect(seen.error.utf8.count >= 2 * notice.utf8.count, "\(seen.error)")
            let told = try await run(asked + ["--json"])
            #expect(told.output.hasPrefix(#"{"dry_run":true,"report":{"schedule":"daily","#))
            #expect(try await run(runs).output == before)
            let fill = [
                "schedule", "backfill", "daily", "--from", "2026-01-01", "--to", "2026-01-02",
            ]
            let listed = try await run(fill + ["--dry-run"])
            #expect(listed.output == "2026-01-01\n2026-01-02\n", "\(listed.error)")
            for unsaid in [["schedule", "run", "daily"], asked + ["--reason", " "], fill] {
                let refused = try await run(unsaid)
                #expect(refused.status == 2 && refused.error.contains("--reason"))
            }
            let check = try await run(["schedule", "run", "verify", "--reason", "x", "--dry-run"])
            #expect(check.status == 5 && check.error.contains("preview"), "\(check.error)")
        }
    }

    @Test func `governments need no ledger`() async throws {
        let list = try await Program.run(["government", "list", "--on", "2023-04-10"])
        #expect(list.output.split(separator: "\n").count == 243)
        let shown = try await Program.run(["government", "show", "군위군"])
        #expect(shown.status == 0, "\(shown.error)")
        #expect(try await Program.run(["government", "show", "아틀란티스"]).status == 3)
    }
}
