import ArgumentParser
import Hometown

/// `pumasi serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run the daemon.")

    @OptionGroup var options: GlobalOptions

    @Option(name: .long, help: "The address to listen on.")
    var host: String?

    @Option(name: .long, help: "The port to listen on; 0 takes a free one.")
    var port: String?

    @Flag(name: .long, help: "Bring the schema of a database that is not ours up to date.")
    var migrate = false

    @Flag(name: .long, help: "Load the facts of the two founding articles into an empty ledger.")
    var sample = false

    @Flag(name: .long, help: "Print a manager's token if the ledger has none; --sample does too.")
    var firstToken = false

    func run() async throws {
        var flags: [String: String] = [:]
        flags[Setting.host.key] = host
        flags[Setting.port.key] = port
        let wishes = Daemon.Wishes(
            migrates: migrate, loadsSample: sample, makesFirstToken: firstToken || sample)
        try await Daemon(options.configuration(flags), wishes, language: options.language)
            .untilStopped()
    }
}
