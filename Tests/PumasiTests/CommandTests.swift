import ArgumentParser
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
