import ArgumentParser
import Hometown
import Testing

@testable import pumasi

@Suite struct CommandTests {
    @Test(arguments: [
        ["serev"], ["serve", "--bad"], ["config", "show", "more"], ["serve", "--port"],
        ["serve", "--lang", "fr"],
    ])
    func `a command that cannot be read ends with two`(arguments: [String]) {
        do {
            _ = try Pumasi.parseAsRoot(arguments)
            Issue.record("it was read")
        } catch {
            #expect(ExitStatus(parsing: Pumasi.exitCode(for: error)) == .usage)
        }
    }

    @Test(arguments: [
        "donation add", "donation correct D", "donation restore D", "donation import f",
        "donation erase D --reason r", "person erase H --reason r", "person join H --donor-key d",
        "person part H J", "import reverse I --reason r", "relay import f --relay r",
        "exchange add",
    ])
    func `a request's own id is held to what the API takes`(command: String) throws {
        let arguments = command.split(separator: " ").map(String.init)
        _ = try Pumasi.parseAsRoot(arguments + ["--key", "k-1"])
        for key in ["한글 키", "", String(repeating: "k", count: 256)] {
            #expect(throws: (any Error).self, "\(key)") {
                try Pumasi.parseAsRoot(arguments + ["--key", key])
            }
        }
    }

    @Test func `help tells the exit codes, and what is no command is said to be none`()
        async throws
    {
        let told = try await Program.run(["help", "exit-codes"])
        #expect(told.status == 0, "\(told.error)")
        let codes = told.output.split(separator: "\n").compactMap { line in
            line.split(separator: "\t").first.flatMap { Int32($0) }
        }
        #expect(codes == [0, 1, 2, 3, 4, 5, 6, 7, 75, 130])
        for (name, word) in [("nonsense", "pumasi help"), ("donatoin", "Did you mean donation?")] {
            let unknown = try await Program.run(["help", name])
            #expect(unknown.status == 2)
            #expect(unknown.error.contains(word), "\(unknown.error)")
        }
        let verb = try await Program.run(["help", "donation", "lst"])
        #expect(verb.status == 2)
        #expect(verb.error.contains("Did you mean list?"), "\(verb.error)")
        #expect(try await Program.run(["help", "donation", "--nonsense"]).status == 2)
        for words in [["donation", "list"], ["donation"], []] {
            let option = try await Program.run(words + ["--help"])
            #expect(option.output.hasPrefix("OVERVIEW: "))
            for language in [["--lang", "en"], ["--lang=en"]] {
                let told = try await Program.run(["help"] + language + words)
                #expect(told.output == option.output, "\(words): \(told.error)")
            }
        }
        let early = try await Program.run(["help", "--lang", "en", "exit-codes"])
        #expect(early.output == told.output)
    }

    /// Told by the parser, by a check of its values, by the settings, by the help.
    @Test(arguments: [
        ["donation", "list", "--nonsense"], ["exchange", "list", "--state", "late"],
        ["config", "show", "--set", "nonsense=1"], ["help", "nonsense"],
    ])
    func `with JSON a command that cannot be read is one document`(arguments: [String])
        async throws
    {
        let told = try await Program.run(arguments + ["--json"])
        #expect(told.status == 2, "\(told.error)")
        #expect(
            told.output.hasPrefix(#"{"refusals":[{"code":"usage","field":null,"text":""#),
            "\(told.output)")
        #expect(told.output.hasSuffix("}]}\n"))
        #expect(!told.output.contains("Usage:"))
        #expect(!told.error.isEmpty)
    }

    @Test(arguments: [["--help"], ["--version"], ["serve", "--help"]])
    func `help and version end with zero`(arguments: [String]) {
        do {
            var command = try Pumasi.parseAsRoot(arguments)
            try command.run()
            Issue.record("it ran")
        } catch {
            #expect(ExitStatus(parsing: Pumasi.exitCode(for: error)) == .success)
        }
    }
}
