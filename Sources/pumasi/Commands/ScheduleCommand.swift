import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi schedule`.
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "What runs on time.",
        subcommands: [
            ScheduleList.self, ScheduleShow.self, ScheduleAdd.self, ScheduleSet.self,
            ScheduleRun.self, SchedulePause.self, ScheduleResume.self, ScheduleBackfill.self,
            ScheduleRuns.self,
        ])
}

/// `pumasi schedule list`: each schedule, its last run and its next.
struct ScheduleList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the schedules.")

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
        var table = TextTable(["NAME", "JOB", "ON", "ZONE", "LAST", "STATE", "NEXT", "DUE"])
        for (recorded, run) in zip(schedules, runs) {
            let next = recorded.schedule.next(after: now)
            table.add([
                recorded.name, recorded.job.rawValue, recorded.standing,
                recorded.schedule.zone.name,
                run?.period ?? "-", run?.state.rawValue ?? "-", next.period.text,
                next.scheduledFor.koreanText,
            ])
        }
        try output.say(table, items: schedules) { $0.write(to: &$1, at: now) }
    }
}

extension RecordedSchedule {
    fileprivate var standing: String {
        guard isOn else { return "off" }
        return schedule.pause == nil ? "on" : "paused"
    }
}

/// `pumasi schedule show`: how it is, and who made it so.
struct ScheduleShow: AsyncParsableCommand {
    private static let changesMax = 50

    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a schedule and its changes.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The name of the schedule.")
    var name: String

    func run() async throws {
        let name = name
        let (recorded, changes, now) = try await options.withLedger("schedule") { ledger in
            let recorded = try await ledger.schedule(name).found(name)
            let changes = try await ledger.changes(
                of: recorded, rowsMax: ScheduleShow.changesMax)
            return (recorded, changes, try await ledger.now())
        }
        try options.say { recorded.write(to: &$0, at: now, changes: changes) }
    }
}

/// `pumasi schedule runs`: the history, newest first.
struct ScheduleRuns: ListCommand {
    private static let limitMax = 1_000

    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List the runs of a schedule, newest first.")

    @OptionGroup var output: OutputOptions

    @Argument(help: "The name of the schedule.")
    var name: String

    @Option(name: .long, help: "How many, 1000 at most.")
    var limit = 50

    func validate() throws {
        guard (1...ScheduleRuns.limitMax).contains(limit) else {
            throw ValidationError("--limit takes 1 to \(ScheduleRuns.limitMax).")
        }
    }

    func run() async throws {
        let (name, limit) = (name, limit)
        let runs = try await options.withLedger("schedule") { ledger in
            _ = try await ledger.schedule(name).found(name)
            return try await ledger.runs(of: name, rowsMax: limit)
        }
        var table = TextTable([
            "PERIOD", "REV", "STATE", "CAUSE", "ORIGIN", "DUE", "LAG s", "TOOK ms", "TRIES",
            "REPORT",
        ])
        for run in runs {
            table.add([
                run.period, "\(run.revision)", run.state.rawValue, run.cause ?? "-",
                run.origin.rawValue, run.scheduledFor.koreanText, "\(run.lagSeconds)",
                "\(run.durationMicroseconds / 1000)", "\(run.attempts)",
                run.summary?.description ?? "-",
            ])
        }
        try output.say(table, items: runs) { $0.write(to: &$1) }
    }
}
