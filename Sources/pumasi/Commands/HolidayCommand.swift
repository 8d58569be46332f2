import ArgumentParser
import Foundation
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi holiday`: the days that schedules on working days go around.
struct HolidayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holiday",
        abstract: .said("해마다 정해지는 공휴일.", "Days off, set by decree each year."),
        subcommands: [HolidayList.self, HolidayLoad.self])
}

/// `pumasi holiday list`.
struct HolidayList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("공휴일 목록.", "List the days off."))

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let days = try await options.withLedger("holiday") { try await $0.holidays() }
        var table = TextTable([("날짜", "DAY"), ("이름", "NAME")], in: options.language)
        for day in days { table.add([day.on.description, day.name]) }
        try output.say(table, items: days) { $0.write(to: &$1) }
    }
}

/// `pumasi holiday load`: replaces every year that the file names.
struct HolidayLoad: AsyncParsableCommand {
    private static let bytesMax = 256 * 1024

    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: .said(
            "공휴일을 올립니다. 한 줄에 하나: 2027-01-01,신정. 목록에 있는 해는 통째로 바뀝니다.",
            "Load days off, a line each: 2027-01-01,신정. Years named are replaced."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("파일. -는 표준 입력.", "The file; - reads standard input."), completion: .file())
    var file: String

    func run() async throws {
        let days = try read()
        let count = try await options.withDesk { ledger, desk in
            try await ledger.loadHolidays(days, author: desk.author)
            return days.count
        }
        options.say("\(count)") { $0.field("loaded", count) }
    }

    private func read() throws -> [Holiday] {
        let bytes = try Terminal.contents(of: file, bytesMax: HolidayLoad.bytesMax)
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            throw CommandFailure(
                .failure,
                Bilingual(
                    "\(file) 파일을 UTF-8로 읽을 수 없습니다.",
                    "The file \(file) cannot be read as UTF-8."),
                hint: Bilingual("UTF-8로 저장하십시오.", "Save it as UTF-8."))
        }
        var seen: Set<CivilDate> = []
        return try text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .compactMap { index, line in
                let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
                guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
                let cells = line.split(separator: ",", maxSplits: 1).map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                guard cells.count == 2, let day = CivilDate(cells[0]), !cells[1].isEmpty,
                    cells[1].unicodeScalars.count <= 200,
                    HiddenCharacter(in: cells[1]) == nil, seen.insert(day).inserted
                else { throw wrong(index + 1) }
                return Holiday(on: day, name: cells[1])
            }
    }

    private func wrong(_ line: Int) -> CommandFailure {
        CommandFailure(
            .usage,
            Bilingual(
                "\(file) \(line)행: 2027-01-01,신정처럼, 하루를 한 번만 쓰십시오. 올린 것은 없습니다.",
                "\(file), line \(line): write it like 2027-01-01,신정, each day once. "
                    + "Nothing was loaded."))
    }
}
