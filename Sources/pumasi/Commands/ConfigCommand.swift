import ArgumentParser
import Hometown
import Web

/// `pumasi config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: .said("지금 쓰이는 설정.", "The settings in force."),
        subcommands: [ConfigShow.self], defaultSubcommand: ConfigShow.self)
}

/// `pumasi config show`: each setting, its value, and with `--origin` where it came from. Secrets
/// are named but not shown.
struct ConfigShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("설정마다 값을 보입니다.", "Show each setting and its value."))

    @OptionGroup var options: GlobalOptions

    @Flag(name: .long, help: .said("값이 어디에서 왔는지도 보입니다.", "Tell where each value came from."))
    var origin = false

    func run() throws {
        let sources = try options.sources()
        let lines = try Setting.all.map { ConfigurationLine($0, try sources.find($0)) }
        options.say(lines.map(text).joined(separator: "\n")) { writer in
            writer.field("schema", "pumasi/config/1")
            writer.array("settings", lines) { line, writer in
                writer.object { writer in
                    writer.field("key", line.setting.key)
                    writer.field("value", line.value)
                    writer.field("origin", line.origin)
                    writer.field("text", line.setting.text.text(in: options.language))
                }
            }
        }
    }

    private func text(_ line: ConfigurationLine) -> String {
        let value = line.value ?? "-"
        let pair = "\(line.setting.key) = \(value)"
        return origin ? "\(pair)    # \(line.origin ?? "-")" : pair
    }
}

/// One line of `config show`.
struct ConfigurationLine {
    static let hidden = "(hidden)"

    let setting: Setting
    let value: String?
    let origin: String?

    init(_ setting: Setting, _ found: ConfigurationSources.Found?) {
        self.setting = setting
        value = found.map { setting.isSecret ? ConfigurationLine.hidden : $0.value }
        origin = found?.origin
    }
}
