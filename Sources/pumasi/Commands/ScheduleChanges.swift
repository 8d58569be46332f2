import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// How a schedule is to be, as options; the same form as the API's reads them.
struct ScheduleOptions: ParsableArguments {
    @Option(
        name: .long,
        help: .said(
            "daily, weekly, monthly, quarterly, yearly 중 하나.",
            "daily, weekly, monthly, quarterly or yearly."))
    var rule: String?

    @Option(
        name: .long,
        help: .said(
            "weekly일 때: 1(월요일)부터 7(일요일).", "Of a weekly one: 1 for Monday to 7 for Sunday."))
    var weekday: Int?

    @Option(
        name: .long,
        help: .said(
            "yearly일 때 1부터 12, quarterly일 때 1부터 3.",
            "Of a yearly one 1 to 12, of a quarterly one 1 to 3."))
    var month: Int?

    @Option(name: .long, help: .said("그달의 날: 1부터 31, 또는 last.", "Of the month: 1 to 31, or last."))
    var day: String?

    @Option(name: .long, help: .said("시각, 예: 09:00.", "The time of day, as in 09:00."))
    var at: String?

    @Option(
        name: .long,
        help: .said(
            "tz 데이터베이스의 이름, 예: Asia/Seoul.", "A name of the tz database, as in Asia/Seoul."))
    var zone: String?

    @Option(
        name: .long,
        help: .said(
            "놓친 기간: all, latest, none.", "What becomes of missed periods: all, latest or none."))
    var misfire: String?

    @Option(
        name: .long,
        help: .said(
            "실행 중에 다시 때가 되면: skip, buffer_one, allow.",
            "While it is running: skip, buffer_one or allow."))
    var overlap: String?

    @Option(
        name: .long,
        help: .said(
            "놓친 기간을 어디까지 거슬러 실행할지(초).", "How far back missed periods are caught up, in seconds."))
    var window: Int?

    @Flag(
        inversion: .prefixedNo,
        help: .said("공휴일이면 다음 근무일로 미룹니다.", "Move days off to the next working day."))
    var workingDays: Bool?

    @Flag(inversion: .prefixedEnableDisable, help: .said("켜거나 끕니다.", "Switch it on or off."))
    var schedule: Bool?

    @Option(name: .long, help: .said("사유. 이력에 남습니다.", "Why; stands in the history."))
    var note: String?

    func form(name: String?, job: String? = nil) throws -> ScheduleForm {
        var writer = JSONWriter()
        writer.object { writer in
            for (member, value) in [
                ("name", name), ("job", job), ("rule", rule), ("day", day), ("at", at),
                ("zone", zone),
                ("misfire", misfire), ("overlap", overlap), ("note", note),
            ] where value != nil {
                writer.field(member, value)
            }
            for (member, value) in [
                ("weekday", weekday), ("month", month), ("catch_up_seconds", window),
            ] where value != nil {
                writer.field(member, value)
            }
            if let workingDays { writer.field("on_working_days", workingDays) }
            if let schedule { writer.field("is_on", schedule) }
        }
        return try ScheduleForm(
            FormBody(Array(writer.bytes)), today: HostClock.now.koreanDate, isNew: name != nil)
    }
}

extension GlobalOptions {
    /// A verification reads over several.
    private static let checkConnectionsMax = 4

    /// Changes the timetable as whoever acts, and shows how the schedule now is.
    fileprivate func change(
        _ body: @escaping @Sendable (Ledger, SummaryDesk) async throws -> RecordedSchedule
    ) async throws {
        let (recorded, now) = try await withDesk { ledger, desk in
            (try await body(ledger, desk), try await ledger.now())
        }
        try say(words: .schedule) { recorded.write(to: &$0, at: now) }
    }

    /// Runs a command that files or changes as whoever acts.
    /// - Throws: what `body` throws; `CommandFailure` 2 for a `home` that is no government; else as
    ///   `withLedger`.
    func withDesk<Value: Sendable>(
        _ body: @escaping @Sendable (Ledger, SummaryDesk) async throws -> Value
    ) async throws -> Value {
        let actor = try actorName()
        let configuration = try configuration()
        return try await withLedger(
            "schedule", connectionsMax: GlobalOptions.checkConnectionsMax
        ) { ledger in
            if configuration.home != nil {
                try configuration.checkHome(try await ledger.governments())
            }
            let author = try await ledger.author(.account, name: actor)
            return try await body(ledger, try SummaryDesk(author: author, configuration))
        }
    }
}

/// `pumasi schedule add`.
struct ScheduleAdd: AsyncParsableCommand {
    private static let jobs = Job.allCases.map(\.rawValue).joined(separator: ", ")

    static let configuration = CommandConfiguration(
        commandName: "add", abstract: .said("예약 작업을 만듭니다.", "Make a schedule."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var settings: ScheduleOptions

    @Argument(help: .said("이름: 소문자, 숫자, 붙임표.", "Its name: small letters, digits and -."))
    var name: String

    @Option(
        name: .long,
        help: .said("하는 일: \(ScheduleAdd.jobs).", "What it does: \(ScheduleAdd.jobs)."))
    var job: String?

    func run() async throws {
        let form = try settings.form(name: name, job: job)
        let name = name
        try await options.change { ledger, desk in
            try await ledger.makeSchedule(
                name, form.draft, note: form.note, author: desk.author)
        }
    }
}

/// `pumasi schedule set`: moves it, or switches it on and off.
struct ScheduleSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: .said("예약 작업을 바꿉니다.", "Change a schedule."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var settings: ScheduleOptions

    @Argument(
        help: .said("예약 작업의 이름.", "The name of the schedule."), completion: .name(of: .schedule))
    var name: String

    func run() async throws {
        let form = try settings.form(name: nil)
        guard !form.draft.isEmpty else {
            throw CommandFailure(
                .usage, Bilingual("바꿀 것이 없습니다.", "There is nothing to change."),
                hint: Bilingual("pumasi schedule set --help", "pumasi schedule set --help"))
        }
        let name = name
        try await options.change { ledger, desk in
            try await ledger.changeSchedule(
                name, form.draft, note: form.note, author: desk.author)
        }
    }
}

/// `pumasi schedule pause`.
struct SchedulePause: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: .said("다시 시작할 때까지 예약 작업을 일시정지합니다.", "Stop a schedule until it is resumed."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("예약 작업의 이름.", "The name of the schedule."), completion: .name(of: .schedule))
    var name: String

    @Option(name: .long, help: .said("사유. 이력에 남습니다.", "Why; stands in the history."))
    var note: String

    func validate() throws {
        guard note.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError(.said("--note: 몇 마디로 쓰십시오.", "--note takes a few words."))
        }
        try WrittenText.check(note, "--note")
    }

    func run() async throws {
        let (name, note) = (name, note)
        try await options.change { ledger, desk in
            try await ledger.pauseSchedule(name, note: note, author: desk.author)
        }
    }
}

/// `pumasi schedule resume`.
struct ScheduleResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: .said(
            "다시 시작합니다. 쉬는 동안의 기간은 --catch-up이 없으면 건너뜁니다.",
            "Go on; what came due during the pause is skipped unless --catch-up."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("예약 작업의 이름.", "The name of the schedule."), completion: .name(of: .schedule))
    var name: String

    @Flag(name: .long, help: .said("쉬는 동안 놓친 기간도 실행합니다.", "Run what came due during the pause."))
    var catchUp = false

    @Option(name: .long, help: .said("사유. 이력에 남습니다.", "Why; stands in the history."))
    var note: String?

    func validate() throws {
        try WrittenText.check(note, "--note")
    }

    func run() async throws {
        let (name, note, catchUp) = (name, note, catchUp)
        try await options.change { ledger, desk in
            try await ledger.resumeSchedule(name, catchingUp: catchUp, note: note, desk)
        }
    }
}
