import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi schedule`.
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: .said("때가 되면 실행하는 예약 작업.", "What runs on time."),
        subcommands: [
            ScheduleList.self, ScheduleShow.self, ScheduleAdd.self, ScheduleSet.self,
            ScheduleRun.self, SchedulePause.self, ScheduleResume.self, ScheduleBackfill.self,
            ScheduleRuns.self,
        ])
}

/// `pumasi schedule list`: each schedule, its last run and its next.
struct ScheduleList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("예약 작업 목록.", "List the schedules."))

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (now, schedules, runs) = try await options.withLedger("schedule") { ledger in
            let schedules = try await ledger.schedules()
            var runs: [RecordedRun?] = []
            for recorded in schedules {
                runs.append(try await ledger.runs(of: recorded.name, rowsMax: 1).first)
            }
            return (try await ledger.now(), schedules, runs)
        }
        var table = TextTable(
            [
                ("이름", "NAME"), ("하는 일", "JOB"), ("켬", "ON"), ("시간대", "ZONE"), ("마지막", "LAST"),
                ("상태", "STATE"), ("다음", "NEXT"), ("예정", "DUE"),
            ], in: options.language)
        for (recorded, run) in zip(schedules, runs) {
            let next = recorded.schedule.next(after: now)
            table.add(
                [
                    recorded.name, recorded.job.rawValue, recorded.standing.rawValue,
                    recorded.schedule.zone.name,
                    run?.period ?? "-", run?.state.rawValue ?? "-", next.period.text,
                    next.scheduledFor.koreanText,
                ],
                said: [
                    "JOB": recorded.job.title, "ON": recorded.standing.title,
                    "STATE": run?.state.title,
                ])
        }
        try output.say(table, items: schedules) { $0.write(to: &$1, at: now) }
    }
}

/// `pumasi schedule show`: how it is, and who made it so.
struct ScheduleShow: AsyncParsableCommand {
    private static let changesMax = 50

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .said("예약 작업과 변경 기록을 보입니다.", "Show a schedule and its changes."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("예약 작업의 이름.", "The name of the schedule."), completion: .name(of: .schedule))
    var name: String

    func run() async throws {
        let name = name
        let (recorded, changes, now) = try await options.withLedger("schedule") { ledger in
            let recorded = try await ledger.schedule(name).found(name)
            let changes = try await ledger.changes(
                of: recorded, rowsMax: ScheduleShow.changesMax)
            return (recorded, changes, try await ledger.now())
        }
        try options.say(words: .schedule) { recorded.write(to: &$0, at: now, changes: changes) }
    }
}

/// `pumasi schedule runs`: the history, newest first.
struct ScheduleRuns: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: .said("예약 작업의 실행 기록, 새것부터.", "List the runs of a schedule, newest first."))

    @OptionGroup var output: OutputOptions

    @Argument(
        help: .said("예약 작업의 이름.", "The name of the schedule."), completion: .name(of: .schedule))
    var name: String

    @OptionGroup var list: ListOptions

    func run() async throws {
        let (name, rowsMax) = (name, list.rowsMax)
        let runs = try await options.withLedger("schedule") { ledger in
            _ = try await ledger.schedule(name).found(name)
            return try await ledger.runs(of: name, rowsMax: rowsMax)
        }
        var table = TextTable(
            [
                ("기간", "PERIOD"), ("판", "REV"), ("상태", "STATE"), ("원인", "CAUSE"), ("구분", "ORIGIN"),
                ("예정", "DUE"), ("늦음(초)", "LAG s"), ("걸린 시간(ms)", "TOOK ms"), ("시도", "TRIES"),
                ("요약 보고", "REPORT"),
            ], in: options.language)
        for run in list.shown(runs) {
            table.add(
                [
                    run.period, "\(run.revision)", run.state.rawValue, run.cause ?? "-",
                    run.origin.rawValue, run.scheduledFor.koreanText, "\(run.lagSeconds)",
                    "\(run.durationMicroseconds / 1000)", "\(run.attempts)",
                    run.summary?.description ?? "-",
                ],
                said: [
                    "STATE": run.state.title, "ORIGIN": run.origin.title,
                    "CAUSE": run.cause.flatMap { SkipCause.title(of: $0) },
                ])
        }
        try output.say(table, items: runs, upTo: list) { $0.write(to: &$1) }
    }
}
