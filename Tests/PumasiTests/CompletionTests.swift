import ArgumentParser
import Hometown
import Schema
import Testing

@testable import pumasi

/// What a shell is told when somebody presses the tabulator.
@Suite struct CompletionTests {
    /// As the script of a shell asks: `pumasi ---completion …`.
    static func question(
        _ command: [String], _ argument: String, of word: String
    ) -> [String] {
        let words = ["pumasi"] + command + (argument.hasPrefix("-") ? [argument, word] : [word])
        return ["---completion"] + command
            + ["--", argument, "\(words.count - 1)", "\(word.count)"] + words
    }

    private func offers(
        _ command: [String], _ argument: String, of word: String
    ) throws -> [String] {
        do {
            _ = try Pumasi.parseAsRoot(Self.question(command, argument, of: word))
            Issue.record("it was read as a command")
            return []
        } catch {
            #expect(ExitStatus(parsing: Pumasi.exitCode(for: error)) == .success)
            // To zsh the parser ends with a line of one blank.
            return Pumasi.fullMessage(for: error).split(separator: "\n").map(String.init)
                .filter { $0 != " " }
        }
    }

    @Test func `a government is offered by name, in both languages, and by code`() throws {
        let show = (command: ["government", "show"], argument: "positional@0")
        #expect(try offers(show.command, show.argument, of: "세종") == ["세종특별자치시"])
        #expect(try offers(show.command, show.argument, of: "송파") == ["송파구"])
        #expect(try offers(show.command, show.argument, of: "\"송파") == ["송파구"])
        #expect(try offers(show.command, show.argument, of: "songpa") == ["Songpa-gu"])
        #expect(try offers(show.command, show.argument, of: "3611") == ["36110"])
        #expect(try offers(show.command, show.argument, of: "아틀란").isEmpty)
        let qualified = try offers(show.command, show.argument, of: "서울특별시\\ 송")
        #expect(qualified == ["서울특별시 송파구"])
        #expect(try offers(show.command, show.argument, of: "").count > 200)
    }

    @Test(arguments: [
        ("donation list", "--recipient"), ("donation list", "--giver"),
        ("donation add", "--residence"), ("donation add", "--employer"),
        ("donation add", "--recipient"), ("donation correct", "--recipient"),
        ("donation export", "--recipient"), ("agreement list", "--government"),
        ("exchange list", "--government"), ("exchange matrix", "--government"),
        ("exchange add", "--from"), ("exchange add", "--to"),
    ])
    func `every option that takes a government offers them`(
        command: String, option: String
    ) throws {
        let command = command.split(separator: " ").map(String.init)
        #expect(try offers(command, option, of: "담양") == ["담양군"])
    }

    @Test func `whatever is offered means one government`() throws {
        let governments = try GovernmentRegistry(tsv: Schema.governments)
        let day = try #require(CivilDate("2026-03-02"))
        let standing = governments.inForce(on: day)
        let names = standing.flatMap { [$0.name.korean, $0.name.english] } + ["1", "3", "5"]
        let initials = Set(names.map { String($0.prefix(1)) })
        for initial in initials {
            for name in GovernmentWords.offered(by: governments, beginning: initial, on: day) {
                guard case .one(let found) = governments.resolve(name, on: day) else {
                    Issue.record("\(name) means none or several")
                    continue
                }
                let full = governments.fullName(of: found)
                let written = [found.name, full].flatMap { [$0.korean, $0.english] }
                #expect((written + [found.code]).contains(name))
            }
        }
        let streets = GovernmentWords.offered(by: governments, beginning: "부산광역시 중", on: day)
        #expect(streets == ["부산광역시 중구"])
    }

    @Test(arguments: [CompletionShell.bash, .zsh, .fish])
    func `each shell gets a script that asks for governments`(shell: CompletionShell) {
        let script = Pumasi.completionScript(for: shell)
        #expect(script.contains("---completion government show -- positional@0"))
        #expect(script.contains("---completion donation list -- --recipient"))
        #expect(script.contains("---completion relay show -- positional@0"))
        #expect(script.contains("---completion donation list -- --exchange"))
    }

    @Test func `help says how a shell is taught`() async throws {
        let told = try await Program.run(["help", "completion"])
        #expect(told.status == 0, "\(told.error)")
        for shell in ["bash", "zsh", "fish"] {
            #expect(told.output.contains("--generate-completion-script \(shell) > ~/."))
        }
        // A shell writes into no directory that is not there.
        let lines = told.output.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("  mkdir -p ~/.") } == 3, "\(told.output)")
        let korean = try #require(try HelpTopic.text(for: ["help", "completion"], in: .korean))
        #expect(korean.contains("셸") && korean.contains("--generate-completion-script"))
        let close = try await Program.run(["help", "completoin"])
        #expect(close.error.contains("Did you mean completion?"), "\(close.error)")
    }
}
