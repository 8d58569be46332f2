import Foundation
import Hometown
import TestSupport
import Testing

@testable import pumasi

/// Pages for man(1), against what the help says.
@Suite struct ManualTests {
    /// The pages as the program writes them, by their paths.
    private static func written() async throws -> [String: String] {
        let directory = TestDirectory()
        defer { withExtendedLifetime(directory) {} }
        let made = try await Program.run(["help", "manual", "--to", directory.path])
        #expect(made.status == 0 && made.output.isEmpty && made.error.isEmpty, "\(made)")
        var pages: [String: String] = [:]
        for folder in ["man1", "ko/man1"] {
            let path = directory.path + "/" + folder
            for name in try FileManager.default.contentsOfDirectory(atPath: path) {
                pages["\(folder)/\(name)"] =
                    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
            }
        }
        return pages
    }

    /// Commands and options of the help in one language.
    private static func tree(in language: Language) async throws -> CommandTree.Command {
        let told = try await Program.run(["--experimental-dump-help"], in: language)
        return try JSONDecoder().decode(CommandTree.self, from: Data(told.output.utf8)).command
    }

    /// What stands of a page between two macros as text, in one line.
    private static func running(_ page: String) -> String {
        page.split(separator: "\n").filter { !$0.hasPrefix(".") }.joined(separator: " ")
            .replacing(#"\&"#, with: "")
    }

    private static func printed(_ text: String) -> String {
        ManualText.escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    @Test func `every command and option stands in the manual, in both languages`() async throws {
        let pages = try await Self.written()
        for language in Language.allCases {
            let folder = language == .english ? "man1" : "ko/man1"
            let program = try await Self.tree(in: language)
            let first = try #require(pages[folder + "/pumasi.1"])
            #expect(program.verbs.count > 25)
            #expect(pages.keys.count { $0.hasPrefix(folder) } == program.verbs.count + 1)
            for command in program.verbs {
                let path = "\(folder)/pumasi-\(command.commandName).1"
                let page = try #require(pages[path], "\(path)")
                #expect(first.contains(".It Xr pumasi\\-\(ManualText.word(command.commandName)) 1"))
                for verb in [command] + command.verbs {
                    let text = Self.printed(try #require(verb.abstract))
                    #expect(Self.running(page).contains(text), "\(path): \(text)")
                    if verb.commandName != command.commandName {
                        #expect(page.contains("\n.Ss pumasi \(command.commandName) "), "\(path)")
                    }
                    for argument in verb.shown where verb.verbs.isEmpty {
                        expect(argument, in: [page, first], of: path, language)
                    }
                }
            }
        }
    }

    /// That a page names the argument and says of it what the help says.
    private func expect(
        _ argument: CommandTree.Argument, in pages: [String], of path: String, _ language: Language
    ) {
        let names = (argument.names ?? []).map { "Fl " + ManualText.word($0.typed.dropFirst()) }
        let tags = names.isEmpty ? ["Ar " + ManualText.word(argument.valueName ?? "")] : names
        let text = Self.printed(HelpText.said(argument.abstract, in: language))
        let isTold = pages.contains { page in
            let heads = page.split(separator: "\n").filter { $0.hasPrefix(".It ") }
            return tags.allSatisfy { tag in heads.contains { $0.contains(tag) } }
                && Self.running(page).contains(text)
        }
        #expect(isTold && !text.isEmpty, "\(path): \(tags) \(text)")
    }

    @Test func `pages are whole: exit codes, settings, examples and nothing of two languages`()
        async throws
    {
        let pages = try await Self.written()
        let (korean, english) = (pages["ko/man1/pumasi.1"] ?? "", pages["man1/pumasi.1"] ?? "")
        for (page, language) in [(korean, Language.korean), (english, .english)] {
            for status in ExitStatus.allCases {
                #expect(page.contains("\n.It \(status.rawValue) "), "\(status)")
                let meaning = Self.printed(status.meaning.text(in: language))
                #expect(Self.running(page).contains(meaning), "\(meaning)")
            }
            for setting in Setting.all {
                let name = ConfigurationSources.variable(for: setting.key)
                #expect(page.contains("\n.It Ev \(name)\n"), "\(name)")
                let text = Self.printed("\(setting.key): \(setting.text.text(in: language)).")
                #expect(Self.running(page).contains(text), "\(text)")
            }
            for file in ["./pumasi.yaml", "/etc/pumasi/config.yaml"] {
                #expect(page.contains("\n.Pa \(file)\n"))
            }
            #expect(page.contains("\n.Dl pumasi relay import list.csv \\-\\-relay "))
        }
        #expect(korean.contains("(기본: 8080)") && english.contains("(default: 8080)"))
        #expect(!Self.running(english).contains(/종료값|설정/))
        for (path, page) in pages {
            #expect(!page.contains("\u{1F}"), "\(path)")
            #expect(page.contains(/[가-힣]/) || path.hasPrefix("man1"), "\(path)")
            for line in page.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                #expect(!line.isEmpty && line.first != "'", "\(path): \(line)")
            }
        }
    }

    @Test func `what roff would read stands for itself`() {
        var page = ManualText()
        page.say(".TH 'x' \"y\" a\\b --dry-run `~^ e.g. so.  No.\n\n'quoted\n\n")
        #expect(
            page.lines == [
                #"\&.TH \(aqx\(aq \(dqy\(dq a\eb \-\-dry\-run \(ga\(ti\(ha e.g."#, "so.", "No.",
                ".Pp", #"\(aqquoted"#,
            ])
        #expect(ManualText.words("In No . - ( 7 a -x 가") == #"\&In \&No \&. \&\- \&( 7 a \-x 가"#)
    }

    @Test func `a page is printed in the language of whoever asks`() async throws {
        let english = try await Program.run(["help", "manual"])
        #expect(english.output.contains("\n.Dt PUMASI 1\n.Os Pumasi \(Version.text)\n"))
        let korean = try await Program.run(["help", "manual", "tax-credit"], in: .korean)
        #expect(korean.status == 0, "\(korean.error)")
        #expect(korean.output.contains("\n.Dt PUMASI\\-TAX\\-CREDIT 1\n"))
        #expect(korean.output.contains("\n.Nd 한 해 기부의 세액공제 예상액을 계산합니다\n"))
        let verb = try await Program.run(["help", "manual", "user", "add"])
        #expect(verb.output.contains("\n.Dt PUMASI\\-USER 1\n"), "\(verb.error)")
    }

    @Test func `what is no page and no directory is refused`() async throws {
        let unknown = try await Program.run(["help", "manual", "donatoin"])
        #expect(unknown.status == 2 && unknown.error.contains("Did you mean donation?"))
        let verb = try await Program.run(["help", "manual", "user", "ad"])
        #expect(verb.status == 2 && verb.error.contains("Did you mean add?"), "\(verb.error)")
        let file = try await Program.run(["help", "manual", "--to", "/dev/null"])
        #expect(file.status == 1 && file.error.contains("/dev/null"), "\(file.error)")
        let refusals = [
            ["help", "--to", "x"], ["help", "manual", "relay", "--to=x"],
            // Of a variable that is not set: no reason to write below the root.
            ["help", "manual", "--to="],
        ]
        for arguments in refusals {
            let refused = try await Program.run(arguments)
            #expect(refused.status == 2, "\(refused.output)")
        }
    }
}
