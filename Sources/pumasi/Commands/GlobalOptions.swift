import ArgumentParser
import Foundation
import Hometown

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Flag(name: .long, help: .said("JSON 문서 하나로 답합니다.", "Answer in one JSON document."))
    var json = false

    @Option(
        name: .long,
        help: .said(
            "전용 PostgreSQL의 디렉터리.",
            "The directory of the private PostgreSQL."), completion: .directory)
    var data: String?

    @Option(
        name: .customLong("as"),
        help: .said(
            "일하는 사람의 이름. 없으면 시스템 계정.",
            "Who acts, when it is not the account of the system."))
    var actor: String?

    @Option(name: .long, help: .said("ko나 en. 없으면 로캘에 따릅니다.", "ko or en; else as the locale says."))
    var lang: LanguageOption?

    @Option(
        name: .long,
        help: .said(
            "보통 쓰는 설정 파일 대신 이 파일을 읽습니다.", "Read this file of settings instead of the usual ones."),
        completion: .file())
    var config: String?

    @Option(
        name: .customLong("set"),
        help: .said("설정 하나, 예: --set http.port=9000.", "A setting, as in --set http.port=9000."))
    var settings: [String] = []

    @Flag(
        name: .long,
        help: .said("터미널이 □ ○ ※ ①을 두 칸으로 그립니다.", "The terminal draws □ ○ ※ ① two columns wide."))
    var ambiguousWide = false

    var language: Language {
        lang?.language ?? .ofTerminal
    }

    /// - Parameter more: flags of the command that stand for settings.
    /// - Throws: `CommandFailure` 2 for what no setting is or takes.
    func sources(_ more: [String: String] = [:]) throws -> ConfigurationSources {
        var flags = more
        for setting in settings {
            let sides = setting.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { throw GlobalOptions.noValue(setting) }
            flags[String(sides[0])] = String(sides[1])
        }
        flags["data.directory"] = data ?? flags["data.directory"]
        if ambiguousWide { flags[Setting.ambiguousWide.key] = "true" }
        return try ConfigurationSources(
            flags: flags, environment: ProcessInfo.processInfo.environment, file: config)
    }

    /// The same, read.
    /// - Throws: `CommandFailure` 2.
    func configuration(_ more: [String: String] = [:]) throws -> DaemonConfiguration {
        try DaemonConfiguration(
            sources(more), environment: ProcessInfo.processInfo.environment)
    }

    private static func noValue(_ setting: String) -> CommandFailure {
        CommandFailure(
            .usage,
            Bilingual(
                "--set \(setting): 이름=값으로 쓰십시오.", "--set \(setting): write it as name=value."))
    }
}

/// `--lang ko`.
struct LanguageOption: ExpressibleByArgument {
    let language: Language

    init?(argument: String) {
        guard let language = Language(rawValue: argument) else { return nil }
        self.language = language
    }
}
