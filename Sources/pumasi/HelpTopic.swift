import ArgumentParser
import Hometown

/// `pumasi help …`: commands, and topics that are none. The parser's own takes no language, and of
/// what is no command it says nothing and shows the first page.
enum HelpTopic {
    static let discussion = Bilingual(
        "셸의 자동 완성은 pumasi help completion을 보십시오. "
            + "pumasi help manual --to DIR은 man에서 읽는 매뉴얼을 씁니다.",
        "pumasi help completion says how a shell completes commands; pumasi help manual --to DIR "
            + "writes pages for man.")

    private static let exitCodes = "exit-codes"
    private static let completion = "completion"
    private static let manual = "manual"
    private static let topics = [exitCodes, completion, manual]

    /// What is asked: words beside `help`, and where a manual goes.
    private struct Question {
        var names: [String] = []
        var directory: String?
    }

    /// Whether this run makes a manual, for which texts are told in every language.
    static let isManual =
        question(in: CommandLine.arguments.dropFirst())?.names.first == manual

    /// - Parameter arguments: of the program, without its name.
    /// - Returns: `nil` where something else is asked; where it is an option that help has not, the
    ///   parser refuses it.
    /// - Throws: `CommandFailure` 2 for what is no command.
    static func text(for arguments: [String], in language: Language) throws -> String? {
        guard let question = question(in: arguments[...]) else { return nil }
        let names = question.names
        switch names.first {
        case exitCodes: return table(in: language)
        case completion: return installing.text(in: language)
        case manual: return try manual(question, in: language)
        default: break
        }
        let help = Pumasi.helpMessage(
            for: try command(names[...]), columns: HelpText.columns(in: language))
        return HelpText.text(help, in: language)
    }

    private static func command(_ names: ArraySlice<String>) throws -> any ParsableCommand.Type {
        var command: any ParsableCommand.Type = Pumasi.self
        for name in names {
            let known = command.configuration.subcommands
            guard let inner = known.first(where: { $0._commandName == name }) else {
                throw unknown(
                    "help \(name)", nearest: known.map { $0._commandName } + topics, to: name)
            }
            command = inner
        }
        return command
    }

    /// 없는 명령. The first word of a line that names no command where one is due: the parser counts
    /// it with whatever else it cannot place, or stumbles over an option behind it.
    /// - Returns: `nil` where the line names a command, or begins with an option.
    static func stray(in arguments: [String]) -> CommandFailure? {
        var command: any ParsableCommand.Type = Pumasi.self
        for (place, name) in arguments.enumerated() where name != "help" {
            let known = command.configuration.subcommands
            guard !known.isEmpty, !name.hasPrefix("-") else { return nil }
            guard let inner = known.first(where: { $0._commandName == name }) else {
                let path = arguments[..<place].joined(separator: " ")
                let typed = path.isEmpty ? name : "\(path) \(name)"
                return unknown(
                    typed, nearest: known.map { $0._commandName }, to: name, below: path)
            }
            command = inner
        }
        return nil
    }

    /// - Returns: `nil` where something else is asked, or there is any other option. The language
    ///   may stand anywhere.
    private static func question(in arguments: ArraySlice<String>) -> Question? {
        guard arguments.first == "help" else { return nil }
        var (rest, question) = (arguments.dropFirst(), Question())
        while let word = rest.popFirst() {
            switch word {
            case "--lang": _ = rest.popFirst()
            case "--to" where !rest.isEmpty: question.directory = rest.popFirst()
            case _ where word.hasPrefix("--to="): question.directory = String(word.dropFirst(5))
            case _ where word.hasPrefix("--lang="), "help": continue
            case _ where word.hasPrefix("-"): return nil
            default: question.names.append(word)
            }
        }
        guard let directory = question.directory else { return question }
        return !directory.isEmpty && question.names == [manual] ? question : nil
    }

    /// A page, for `man -l -`; none where all of them were written.
    private static func manual(_ question: Question, in language: Language) throws -> String {
        if let directory = question.directory {
            try Manual.write(to: directory)
            return ""
        }
        let names = question.names.dropFirst()
        _ = try command(names)
        // The verbs of a command stand on its page.
        let name = (["pumasi"] + names.prefix(1)).joined(separator: "-")
        return try Manual.pages(in: language).first { $0.name == name }?.text ?? ""
    }

    private static func table(in language: Language) -> String {
        var table = TextTable([("종료값", "EXIT"), ("코드", "CODE"), ("뜻", "MEANING")], in: language)
        for status in ExitStatus.allCases {
            table.add([
                String(status.rawValue), status.code, status.meaning.text(in: language),
            ])
        }
        return Terminal.isShown ? table.aligned(within: Terminal.columns) : table.plain
    }

    /// The scripts are the parser's: pumasi --generate-completion-script SHELL.
    private static let installing = Bilingual(
        """
        셸이 명령, 옵션, 파일, 지자체, 원장에 있는 것의 이름과 번호를 자동 완성합니다.
        쓰는 셸의 두 줄을 실행하십시오.
        \(installation)
        bash에는 bash-completion 패키지가 있어야 하고, zsh는 ~/.zshrc에 이 줄이 있어야 합니다:
          fpath=(~/.zsh/completion $fpath); autoload -U compinit; compinit
        """,
        """
        Lets a shell complete commands, options, files, governments, and names and numbers of what
        the ledger has, by its two lines of these:
        \(installation)
        bash needs the package bash-completion; for zsh, ~/.zshrc needs this line:
          fpath=(~/.zsh/completion $fpath); autoload -U compinit; compinit
        """)

    /// Nobody has such a directory before the first script lies there.
    private static let installation = [
        ("bash", "~/.local/share/bash-completion/completions", "pumasi"),
        ("zsh", "~/.zsh/completion", "_pumasi"),
        ("fish", "~/.config/fish/completions", "pumasi.fish"),
    ].map { shell, directory, file in
        """
          mkdir -p \(directory)
          pumasi --generate-completion-script \(shell) > \(directory)/\(file)
        """
    }.joined(separator: "\n")

    /// - Parameters:
    ///   - typed: as it stood in the line.
    ///   - path: of the command below which it was looked for; empty at the top.
    private static func unknown(
        _ typed: String, nearest known: [String], to name: String, below path: String = ""
    ) -> CommandFailure {
        let nearest = NearestName.of(name, among: known)
        let help = path.isEmpty ? "pumasi help" : "pumasi help \(path)"
        return CommandFailure(
            .usage,
            Bilingual(
                "\(typed): 그런 명령이 없습니다." + (nearest.map { " 혹시 \($0)?" } ?? ""),
                "\(typed): there is no such command."
                    + (nearest.map { " Did you mean \($0)?" } ?? "")),
            hint: Bilingual("\(help)에 명령이 모두 있습니다.", "\(help) shows them all."))
    }
}
