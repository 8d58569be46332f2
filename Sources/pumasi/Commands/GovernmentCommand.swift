import ArgumentParser
import Hometown
import Interchange
import Schema
import Timetable
import Web

/// `pumasi government`: the registry that this program carries; no ledger is needed.
struct GovernmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "government", abstract: .said("날짜별 지자체.", "Local governments (지자체) on a day."),
        subcommands: [GovernmentList.self, GovernmentShow.self])
}

/// `pumasi government list`.
struct GovernmentList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .said("그날 있는 지자체의 목록.", "List the governments in force on a day."))

    @OptionGroup var output: OutputOptions

    @Option(
        name: .long,
        help: .said("날짜, 예: 2023-04-10. 없으면 오늘.", "The day, as in 2023-04-10; else today."))
    var on: String?

    func validate() throws {
        if let on, CivilDate(on) == nil {
            throw ValidationError(
                .said(
                    "\(on): 날짜가 아닙니다. 2023-04-10처럼 쓰십시오.",
                    "\(on) is no day; write it like 2023-04-10."))
        }
    }

    func run() async throws {
        let day = on.flatMap { CivilDate($0) } ?? HostClock.now.koreanDate
        let governments = try GovernmentRegistry(tsv: Schema.governments)
        let inForce = governments.inForce(on: day)
        let reader = options.reader
        var table = TextTable(
            [
                ("코드", "CODE"), ("이름", "NAME"), ("단계", "LEVEL"),
            ], in: options.language)
        for government in inForce {
            table.add(
                [
                    government.code, reader.name(of: government, governments),
                    government.level.rawValue,
                ], said: ["LEVEL": government.level.title],
                exactly: ["CODE": .text(government.code)])
        }
        try output.say(table, items: inForce) { $0.write(to: &$1, governments, for: reader) }
    }
}

/// `pumasi government show`.
struct GovernmentShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .said("지자체 하나를 보입니다. 폐지된 곳도 보입니다.", "Show a government, in force or not."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("코드나 이름.", "Its code or its name."), completion: .governments)
    var government: String

    func run() async throws {
        let governments = try GovernmentRegistry(tsv: Schema.governments)
        let found = try governments.meant(by: government, on: HostClock.now.koreanDate)
            .found(government)
        try options.say(words: .government) {
            found.write(to: &$0, governments, for: options.reader)
        }
    }
}
