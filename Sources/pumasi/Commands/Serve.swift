import ArgumentParser
import Hometown

/// `pumasi serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said("데몬을 실행합니다.", "Run the daemon."))

    @OptionGroup var options: GlobalOptions

    @Option(name: .long, help: .said("듣는 주소.", "The address to listen on."))
    var host: String?

    @Option(
        name: .long,
        help: .said("듣는 포트. 0이면 빈 포트.", "The port to listen on; 0 takes a free one."))
    var port: String?

    @Flag(
        name: .long,
        help: .said(
            "따로 둔 데이터베이스의 스키마도 최신으로 올립니다.",
            "Bring the schema of a database that is not ours up to date."))
    var migrate = false

    @Flag(
        name: .long,
        help: .said(
            "빈 원장에 두 기사의 사실을 넣습니다.",
            "Load the facts of the two founding articles into an empty ledger."))
    var sample = false

    @Flag(
        name: .long,
        help: .said(
            "토큰이 없으면 관리자의 토큰을 보입니다. --sample도 그렇습니다.",
            "Print a manager's token if the ledger has none; --sample does too."))
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
