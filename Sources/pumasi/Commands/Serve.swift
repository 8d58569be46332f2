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

    func run() async throws {
        var flags: [String: String] = [:]
        flags[Setting.host.key] = host
        flags[Setting.port.key] = port
        try await Daemon(options.configuration(flags)).run()
    }
}
