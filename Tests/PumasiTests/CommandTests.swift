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
