import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi schedule`.
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "What runs on time.",
        subcommands: [ScheduleList.self, ScheduleRun.self])
}

/// `pumasi schedule list`: each schedule, its last run and its next.
struct ScheduleList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the schedules.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let (now, schedules, runs) = try await options.withLedger("schedule") { ledger in
            let schedules = try await ledger.schedules()
            var runs: [RecordedRun?] = []
            for recorded in schedules {
                runs.append(try await ledger.runs(of: recorded.schedule.name, rowsMax: 1).first)
            }
            return (try await ledger.now(), schedules, runs)
        }
        var table = TextTable(["NAME", "ZONE", "LAST", "STATE", "NEXT", "DUE"])
        for (recorded, run) in zip(schedules, runs) {
            let next = recorded.schedule.next(after: now)
            table.add([
                recorded.schedule.name, recorded.schedule.zone.name, run?.period ?? "-",
                run?.state.rawValue ?? "-", next.period.text, next.scheduledFor.koreanText,
            ])
        }
        options.say(table.text()) { writer in
            writer.array("items", schedules) { $0.write(to: &$1, at: now) }
        }
    }
}

/// `pumasi schedule run`: runs a finished period by hand.
struct ScheduleRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a finished period now.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The name of the schedule.")
    var name: String

    @Option(name: .long, help: "The period, as in 2026-11-20; else the newest that has ended.")
    var period: String?

    @Option(name: .long, help: "Why it is run by hand; stands in the history.")
    var reason: String

    func validate() throws {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--reason takes a few words.")
        }
    }

    func run() async throws {
        let (name, period, reason) = (name, period, reason)
        let actor = try options.actorName()
        let run = try await options.withLedger("schedule") { ledger in
            let author = try await ledger.author(.account, name: actor)
            let desk = try SummaryDesk(
                author: author, daemon: Randomness.system.identifier(at: HostClock.now))
            return try await ledger.runNow(name, period: period, reason: reason, desk)
        }
        guard let run else { throw settled }
        guard options.json else {
            return Terminal.say("\(run.period)\t\(run.summary?.description ?? "-")")
        }
        Terminal.say { run.write(to: &$0) }
    }

    private var settled: CommandFailure {
        CommandFailure(
            .conflict,
            Bilingual("이 기간은 이미 실행했습니다.", "This period has been run before."),
            hint: Bilingual("pumasi report list", "pumasi report list"))
    }
}
