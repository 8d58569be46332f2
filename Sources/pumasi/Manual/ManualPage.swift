import Hometown
import Timetable

/// 매뉴얼 한 쪽. Of the program, or of one command of it with all its verbs. Heads are English in
/// both languages: mdoc(7) knows the sections by them.
struct ManualPage {
    /// `pumasi-donation`.
    let name: String
    private let program: CommandTree.Command
    /// `nil` on the page of the program.
    private let command: CommandTree.Command?
    /// What every command takes, which is told on the page of the program alone.
    private let common: [CommandTree.Argument]
    private let language: Language
    private var page = ManualText()

    var text: String { page.lines.joined(separator: "\n") }

    init(
        of command: CommandTree.Command?, under program: CommandTree.Command,
        _ common: [CommandTree.Argument], in language: Language
    ) {
        self.program = program
        self.command = command
        self.common = common
        self.language = language
        name = [program.commandName, command?.commandName].compactMap(\.self)
            .joined(separator: "-")
        begin()
        if command == nil { tellProgram() } else { tellCommand() }
        tellExamples()
        page.macro("Sh", "SEE ALSO")
        let others = command == nil ? program.verbs.map(reference).sorted() : [reference(nil)]
        for (index, other) in others.enumerated() {
            page.macro(other + (index + 1 < others.count ? " ," : ""))
        }
    }

    private mutating func begin() {
        // 10 April 2023 is April 10, 2023 to mdoc(7).
        let day = Notation.date(HostClock.now.koreanDate, in: .english).split(separator: " ")
        page.macro("Dd", "\(day[1]) \(day[0]), \(day[2])")
        page.macro("Dt", ManualText.word(name.uppercased()) + " 1")
        page.macro("Os", "Pumasi " + Version.text)
        page.macro("Sh", "NAME")
        page.macro("Nm", ManualText.word(name))
        let abstract = said((command ?? program).abstract)
        let title = abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
        page.macro("Nd", ManualText.words(title))
        page.macro("Sh", "SYNOPSIS")
    }

    // MARK: The program

    private mutating func tellProgram() {
        page.macro("Nm", ManualText.word(name))
        page.macro("Ar", place("<subcommand>"))
        page.macro("Op", "Ar " + place("<options>"))
        page.macro("Sh", "DESCRIPTION")
        page.say(said(program.abstract))
        page.macro("Pp")
        page.say(HelpTopic.discussion.text(in: language))
        page.macro("Sh", "COMMANDS")
        let language = language
        page.list(program.verbs, tag: reference) { command, page in
            page.say(HelpText.said(command.abstract, in: language))
            let verbs = command.verbs.map { ManualText.word($0.commandName) }
            if !verbs.isEmpty { page.macro("Cm", verbs.joined(separator: " , ")) }
        }
        page.macro("Sh", "OPTIONS")
        say("모든 명령에 씁니다.", "Every command takes these.")
        tell(common)
        tellSettings()
        page.macro("Sh", "EXIT STATUS")
        page.list(
            ExitStatus.allCases, tag: { ManualText.words("\($0.rawValue) \($0.code)") }
        ) { status, page in
            page.say(status.meaning.text(in: language) + ".")
        }
    }

    private mutating func tellSettings() {
        let language = language
        page.macro("Sh", "ENVIRONMENT")
        say(
            "설정은 환경 변수나 아래의 파일로 정합니다. 비밀이 아니면 --set으로도 됩니다.",
            "A setting stands in a variable, in a file below or, unless it is secret, in --set.")
        page.list(
            Setting.all,
            tag: { "Ev " + ManualText.word(ConfigurationSources.variable(for: $0.key)) }
        ) { setting, page in
            var values: [String] = []
            switch setting.kind {
            case .choice(let choices), .choices(let choices): values = choices
            default: break
            }
            let hint = HelpText.hint(values, initial: setting.initial, in: language)
            page.say("\(setting.key): \(setting.text.text(in: language)).\(hint)")
        }
        page.macro("Sh", "FILES")
        say("설정 파일. 앞의 것이 이깁니다.", "Files of settings, of which the first one counts.")
        page.macro("Bl", "-enum -compact")
        for path in ConfigurationSources.paths(nil, ["HOME": "~"], ".") {
            page.macro("It")
            page.macro("Pa", ManualText.word(path))
        }
        page.macro("El")
    }

    // MARK: A command

    private mutating func tellCommand() {
        guard let command else { return }
        for verb in verbs { tellUsage(of: verb) }
        page.macro("Sh", "DESCRIPTION")
        page.say(said(command.abstract))
        if command.verbs.isEmpty {
            tellMore(of: command)
        } else {
            for verb in verbs {
                page.macro("Ss", ManualText.words(verb.line))
                page.say(said(verb.command.abstract))
                tellMore(of: verb.command)
            }
        }
        page.macro("Sh", "EXIT STATUS")
        say("종료값과, 모든 명령에 쓰는 옵션:", "These, and the options that every command takes:")
        page.macro(reference(nil))
    }

    /// With what it cannot do without.
    private mutating func tellUsage(of verb: Verb) {
        page.macro("Nm", ManualText.words(verb.line))
        for argument in own(verb.command) where argument.kind == .positional || !argument.isOptional
        {
            page.macro((argument.isOptional ? "Op " : "") + argument.usage)
        }
        page.macro("Op", "Ar " + place("<options>"))
    }

    private mutating func tellMore(of command: CommandTree.Command) {
        let more = HelpText.parts(of: said(command.discussion)).text
        if !more.isEmpty {
            page.macro("Pp")
            page.say(more)
        }
        tell(own(command))
    }

    // MARK: Both

    private mutating func tell(_ arguments: [CommandTree.Argument]) {
        let language = language
        page.list(arguments, tag: \.tag) { argument, page in
            let hint = HelpText.hint(
                argument.allValues ?? [], initial: argument.defaultValue, in: language)
            page.say(HelpText.said(argument.abstract, in: language) + hint)
        }
    }

    private mutating func tellExamples() {
        let examples = (command.map { [$0] } ?? program.verbs)
            .flatMap { [$0] + $0.verbs }
            .flatMap { HelpText.parts(of: said($0.discussion)).examples }
        guard !examples.isEmpty else { return }
        page.macro("Sh", "EXAMPLES")
        for example in examples { page.macro("Dl", ManualText.words(example)) }
    }

    private mutating func say(_ korean: String, _ english: String) {
        page.say(Bilingual(korean, english).text(in: language))
    }

    private func said(_ text: String?) -> String { HelpText.said(text, in: language) }

    /// A placeholder of the parser's: `<options>`.
    private func place(_ name: String) -> String {
        ManualText.word(HelpText.text(name, in: language).dropFirst().dropLast())
    }

    /// The page of a command; `nil`: of the program.
    private func reference(_ command: CommandTree.Command?) -> String {
        let name = [program.commandName, command?.commandName].compactMap(\.self)
        return "Xr " + ManualText.word(name.joined(separator: "-")) + " 1"
    }

    /// As the help has them: what has no name before what has one.
    private func own(_ command: CommandTree.Command) -> [CommandTree.Argument] {
        command.shown.filter { $0.kind == .positional }
            + command.shown.filter { argument in
                argument.kind != .positional
                    && !common.contains { $0.preferredName == argument.preferredName }
            }
    }

    private typealias Verb = (line: String, command: CommandTree.Command)

    /// What is typed up to the first option; the command itself where it has no verbs.
    private var verbs: [Verb] {
        guard let command else { return [] }
        let line = program.commandName + " " + command.commandName
        guard !command.verbs.isEmpty else { return [(line, command)] }
        return command.verbs.map { (line + " " + $0.commandName, $0) }
    }
}

extension CommandTree.Argument {
    /// In the line of a command: `Fl \-reason Ar reason`.
    fileprivate var usage: String {
        let flag = preferredName.map { ["Fl " + $0.behindFlag] } ?? []
        return (flag + value).joined(separator: " ")
    }

    /// With all its names: `Fl \-output , Fl o Ar output`.
    fileprivate var tag: String {
        let flags = (names ?? []).map { "Fl " + $0.behindFlag }.joined(separator: " , ")
        return ([flags].filter { !$0.isEmpty } + value).joined(separator: " ")
    }

    private var value: [String] {
        guard kind != .flag else { return [] }
        return ["Ar " + ManualText.word(valueName ?? "") + (isRepeating ? " ..." : "")]
    }
}

extension CommandTree.Argument.Name {
    /// The macro puts one hyphen itself.
    fileprivate var behindFlag: String { ManualText.word(typed.dropFirst()) }
}
