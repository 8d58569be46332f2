import Foundation
import Hometown
import TestSupport
import Testing

@testable import pumasi

/// What a shell offers of what the ledger has.
@Suite struct LedgerWordsTests {
    /// A machine that has much to do may not answer in time; then somebody presses the key again.
    private static let triesMax = 50

    private static func offers(
        _ run: Program.OnLedger, _ command: String, _ argument: String = "positional@0",
        of word: String
    ) async throws -> [String] {
        for _ in 0..<triesMax {
            let told = try await run(
                CompletionTests.question(
                    command.split(separator: " ").map(String.init), argument, of: word))
            #expect(told.status == 0 && told.error.isEmpty, "\(told.error)")
            if !told.output.isEmpty { return told.output.split(separator: "\n").map(String.init) }
        }
        return []
    }

    @Test func `things are offered by their numbers, the newest first`() async throws {
        try await Program.withSample { run in
            let donations = try await Self.offers(run, "donation show", of: "d-20")
            #expect(donations.count > 3)
            #expect(donations.allSatisfy { $0.hasPrefix("D-20") })
            #expect(donations == donations.sorted(by: >))
            let shown = try await run(["donation", "show", donations[0]])
            #expect(shown.status == 0, "\(shown.error)")
            #expect(
                try await Self.offers(run, "exchange link", of: "").allSatisfy {
                    $0.hasPrefix("E-")
                })
            let linked = try await Self.offers(run, "exchange link", "positional@1", of: "D-")
            #expect(linked == donations)
            let filters = [
                ("--agreement", "A-"), ("--exchange", "E-"), ("--participation", "P-"),
                ("--person", "H-"), ("--relay", "R-"),
            ]
            for (option, letter) in filters {
                let found = try await Self.offers(run, "donation list", option, of: "")
                #expect(!found.isEmpty, "\(option)")
                for number in found { #expect(number.hasPrefix(letter), "\(number)") }
            }
        }
    }

    @Test func `a relay is offered by number and by its names, and each of them names it`()
        async throws
    {
        try await Program.withSample { run in
            let all = try await Self.offers(run, "relay show", of: "")
            #expect(all.count == 3 && all[0].hasPrefix("R-"))
            for name in all {
                let shown = try await run(["relay", "show", name])
                #expect(shown.status == 0, "\(shown.error)")
            }
            let korean = try await Self.offers(run, "relay export", of: "\"고향")
            #expect(korean == ["고향사랑기부 인증 챌린지"])
            #expect(
                try await Self.offers(run, "relay import", "--relay", of: "hometown") == [all[2]])
        }
    }

    @Test func `a name that a shell would not take as it stands is not offered`() async throws {
        try await Program.withSample { run in
            for name in ["나쁜 $(id)", "나쁜 `id`", "나쁜: 챌린지", "나쁜 챌린지(2기)"] {
                let made = try await run(
                    ["relay", "add", "--file", "-"],
                    input: "{\"name_ko\":\"\(name)\",\"name_en\":\"Bad\"}")
                #expect(made.status == 0, "\(made.error)")
            }
            #expect(try await Self.offers(run, "relay show", of: "나쁜") == ["나쁜 챌린지(2기)"])
            // Each can be called by its number.
            let all = try await Self.offers(run, "relay show", of: "R-")
            #expect(all.count == 5)
        }
    }

    @Test(arguments: [
        ("고향사랑기부 인증 챌린지", true), ("Hometown-love (2nd), a/b_c.d·e", true), ("ㄱ２", true),
        ("D-2026-000001", true), ("$x", false), ("$(id)", false), ("`id`", false), ("~root", false),
        ("a\\b", false), ("'a", false), ("\"a", false), ("<(id)", false), ("{a,b}", false),
        ("x:y", false), ("a\tb", false), ("a\nb", false), ("a\u{7}", false),
        // One sign to whoever reads, and the second scalar of it is for the shell.
        ("\u{D4E}$(id)", false),
    ])
    func `a plain name has letters, digits and few marks`(name: String, isPlain: Bool) {
        #expect(LedgerWords.isPlain(name) == isPlain, "\(name)")
    }

    @Test func `what has a name of its own is offered by it`() async throws {
        try await Program.withLedger { run in
            for arguments in [
                ["user", "add", "jimin", "--name", "김지민", "--role", "clerk"],
                ["receiver", "add", "share", "--directory", "/srv/share"],
                ["period", "close", "2025-12", "--reason", "마감"],
            ] {
                let made = try await run(arguments)
                #expect(made.status == 0, "\(made.error)")
            }
            let token = try await run([
                "token", "create", "--role", "clerk", "--name", "시험", "--json",
            ])
            #expect(try await Self.offers(run, "schedule run", of: "dai") == ["daily"])
            #expect(
                try await Self.offers(run, "receiver add", "--schedule", of: "dai") == ["daily"])
            #expect(try await Self.offers(run, "user link", of: "") == ["jimin"])
            #expect(try await Self.offers(run, "audit list", "--author", of: "ji") == ["jimin"])
            #expect(try await Self.offers(run, "receiver switch", of: "sh") == ["share"])
            #expect(try await Self.offers(run, "delivery send", "--to", of: "") == ["share"])
            #expect(try await Self.offers(run, "period reopen", of: "2025") == ["2025-12"])
            let closings = try await Self.offers(run, "period late", of: "Z-")
            #expect(closings.count == 1)
            let tokens = try await Self.offers(run, "token revoke", of: "")
            #expect(tokens.count == 1)
            #expect(token.output.contains(tokens.first ?? "none"), "\(token.output)")
        }
    }

    @Test func `where no ledger answers nothing is offered, said or begun`() async throws {
        let directory = TestDirectory()
        defer { withExtendedLifetime(directory) {} }
        let surroundings = [
            ["PUMASI_DATA_DIRECTORY": directory.path],
            ["DATABASE_URL": "host=\(directory.path)"],
            ["DATABASE_URL": "host=127.0.0.1 port=1"],
            ["DATABASE_URL": "not a connection string"],
            ["PUMASI_NONSENSE": "1"],
        ]
        for environment in surroundings {
            let told = try await Program.run(
                CompletionTests.question(["relay", "show"], "positional@0", of: ""), environment)
            #expect(told.status == 0, "\(environment)")
            #expect(told.output.isEmpty && told.error.isEmpty, "\(environment) \(told.error)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).isEmpty)
    }

    @Test func `the line says which ledger is meant`() {
        let line = ShellLine(
            words: [
                "pumasi", "--data", "\"/a b\"", "relay", "--set=home=36110", "show", "고향\\ 사",
            ], index: 6, typed: "고향")
        #expect(line.word == "고향 사")
        #expect(
            line.options(["--data", "--config", "--set"])
                == ["--data", "/a b", "--set", "home=36110"])
        let home = ShellLine(words: ["--data", "~/x", "--data"], index: 9, typed: "'R-")
        #expect(home.word == "R-")
        #expect(home.options(["--data"])[1].hasSuffix("/x"))
        #expect(!home.options(["--data"])[1].hasPrefix("~"))
    }

    /// `--experimental-dump-help` of the parser, as far as it is looked at.
    private struct Tree: Decodable {
        struct Command: Decodable {
            let commandName: String
            let shouldDisplay: Bool
            let arguments: [Argument]?
            let subcommands: [Command]?

            /// What its arguments say and how they are completed, each under its path.
            func arguments(under path: String = "") -> [(place: String, argument: Argument)] {
                guard shouldDisplay else { return [] }
                let place = path + commandName + " "
                return (arguments ?? []).map { (place + ($0.valueName ?? ""), $0) }
                    + (subcommands ?? []).flatMap { $0.arguments(under: place) }
            }
        }

        struct Argument: Decodable {
            let valueName: String?
            let abstract: String?
            let completionKind: Kind?
        }

        struct Kind: Decodable {
            struct Nothing: Decodable {}
            let customAsync: Nothing?
        }

        let command: Command
    }

    @Test func `every argument that takes an id or a number offers some`() async throws {
        let told = try await Program.run(["--experimental-dump-help"])
        let tree = try JSONDecoder().decode(Tree.self, from: Data(told.output.utf8))
        let named = tree.command.arguments().filter {
            $0.argument.abstract?.contains(/\bid\b.*\bnumber\b|\bnumber or id\b/) ?? false
        }
        #expect(named.count > 60, "\(named.count)")
        let bare = named.filter { $0.argument.completionKind?.customAsync == nil }.map(\.place)
        #expect(bare == ["pumasi donation erase id", "pumasi person erase id"])
    }
}
