import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi schedule run`: runs a finished period by hand.
struct ScheduleRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: .said(
            "끝난 기간을 지금 실행합니다. 이미 보고한 것은 다시 만들어 견줍니다.",
            "Run a finished period now; one that is filed is made again and compared."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("예약 작업의 이름.", "The name of the schedule."), completion: .name(of: .schedule))
    var name: String

    @Option(
        name: .long,
        help: .said(
            "기간, 예: 2026-11-20. 없으면 가장 최근에 끝난 것.",
            "The period, as in 2026-11-20; else the newest that has ended."))
    var period: String?

    @Option(
        name: .long,
        help: .said(
            "직접 실행하는 사유. 이력에 남습니다. 모의 실행에는 필요 없습니다.",
            "Why it is run by hand; stands in the history. A dry run needs none."))
    var reason: String?

    @Option(
        name: .long,
        help: .said(
            "이 판을 고친 새 판을 보고합니다, 예: --revise 0.",
            "File another revision after this one, as in --revise 0."))
    var revise: Int32?

    @Flag(
        name: .long,
        help: .said("보고할 내용을 보이고 보고하지 않습니다.", "Show what would be filed, and file nothing."))
    var dryRun = false

    func validate() throws {
        try ScheduleRun.check(reason, isDryRun: dryRun)
    }

    /// To look at it beforehand needs no reason: nothing is written down.
    /// - Throws: `ValidationError`.
    static func check(_ reason: String?, isDryRun: Bool) throws {
        guard reason != nil || isDryRun else {
            throw ValidationError(
                .said(
                    "사유를 --reason으로 쓰거나 --dry-run으로 먼저 보십시오.",
                    "Say why with --reason, or look at it first with --dry-run."))
        }
        guard reason?.contains(where: { !$0.isWhitespace }) != false else {
            throw ValidationError(.said("--reason: 몇 마디로 쓰십시오.", "--reason takes a few words."))
        }
        try WrittenText.check(reason, "--reason")
    }

    func run() async throws {
        let (name, period, reason, revise) = (name, period, reason, revise)
        guard !dryRun else {
            let foresight = try await options.withDesk { ledger, desk in
                try await ledger.foreseeRun(
                    name, period: period, reason: reason, revising: revise, desk)
            }
            return say(foresight)
        }
        let (outcome, record) = try await options.withDesk { ledger, desk in
            let outcome = try await ledger.runNow(
                name, period: period, reason: reason ?? "", revising: revise, desk)
            guard case .filed(let run) = outcome else { return (outcome, RunRecord?.none) }
            return (outcome, try await ledger.run(run.id))
        }
        switch outcome {
        case .filed(let run):
            if let record, let finding = record.finding { return try say(finding, of: record) }
            guard !options.json else { return Terminal.say { run.write(to: &$0) } }
            Terminal.say("\(run.period)\t\(run.summary?.description ?? "-")")
        case .rechecked(let recheck):
            try say(recheck)
        }
    }

    /// What it would come to. A dry run says first and last that it is one.
    private func say(_ foresight: RunForesight) {
        let (reader, language) = (options.reader, options.language)
        guard !options.json else {
            return Terminal.say { foresight.write(to: &$0, for: reader) }
        }
        Terminal.complain(GlobalOptions.nothingIsRecorded, language)
        switch foresight {
        case .files(let report):
            let title = report.rendered.title.text(in: language)
            let log = Bilingual("원장 크기 \(report.logSize)", "log size \(report.logSize)")
            let line = [report.period, title, log.text(in: language)].joined(separator: "\t")
            Terminal.say(
                [line, report.text(for: reader)].compactMap(\.self).joined(separator: "\n\n"))
        case .stands(let run):
            let stands = Bilingual(
                "이미 보고했습니다. 실행해도 새로 보고하는 것은 없습니다.",
                "It is filed already: running it files nothing new.")
            Terminal.say("\(run.period)\t\(stands.text(in: language))")
        }
        Terminal.complain(GlobalOptions.nothingIsRecorded, language)
    }

    /// What a check found; ends with 7 when something is wrong.
    private func say(_ finding: RunFinding, of record: RunRecord) throws {
        let reader = options.reader
        if options.json {
            Terminal.say { record.write(to: &$0, for: reader) }
        } else {
            let lines = ["\(record.run.period)\t\(finding.text.text(in: options.language))"]
            Terminal.say((lines + finding.items).joined(separator: "\n"))
        }
        if finding.fault != nil { throw ExitCode(ExitStatus.integrity.rawValue) }
    }

    private func say(_ recheck: Recheck) throws {
        if recheck.verdict == .different {
            let names = recheck.differing.joined(separator: ", ")
            throw CommandFailure(
                .integrity,
                Bilingual(
                    "\(recheck.text.korean) (\(names))", "\(recheck.text.english) (\(names))"),
                hint: Bilingual("pumasi ledger verify", "pumasi ledger verify"))
        }
        let reader = options.reader
        guard !options.json else {
            return Terminal.say { recheck.write(to: &$0, for: reader) }
        }
        Terminal.say(recheck.text.text(in: options.language))
    }
}

/// `pumasi schedule backfill`: files past periods, in order.
struct ScheduleBackfill: AsyncParsableCommand {
    /// Between two looks at what others may be at.
    private static let pauseMs = 200

    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract: .said("두 날짜 사이의 기간을 모두 보고합니다(기간 채우기).", "File every period from a day to a day."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("예약 작업의 이름.", "The name of the schedule."), completion: .name(of: .schedule))
    var name: String

    @Option(name: .long, help: .said("첫날, 예: 2026-11-01.", "The first day, as in 2026-11-01."))
    var from: String

    @Option(name: .long, help: .said("마지막 날.", "The last day."))
    var to: String

    @Option(
        name: .long,
        help: .said(
            "사유. 이력에 남습니다. 모의 실행에는 필요 없습니다.", "Why; stands in the history. A dry run needs none."))
    var reason: String?

    @Flag(name: .long, help: .said("기간의 목록만 보입니다.", "Only list the periods."))
    var dryRun = false

    func validate() throws {
        for text in [from, to] where CivilDate(text) == nil {
            throw ValidationError(
                .said(
                    "\(text): 날짜가 아닙니다. 2026-11-01처럼 쓰십시오.",
                    "\(text) is no day. Write it like 2026-11-01."))
        }
        try ScheduleRun.check(reason, isDryRun: dryRun)
    }

    func run() async throws {
        guard let first = CivilDate(from), let last = CivilDate(to) else { return }
        let (name, reason, dryRun) = (name, reason ?? "", dryRun)
        let backfill = try await options.withDesk { ledger, desk in
            let backfill = try await ledger.backfill(
                name, from: first, to: last, reason: reason, isRehearsal: dryRun, desk)
            guard !dryRun else { return backfill }
            // A daemon may be at it too: whoever commits a period first has it.
            while try await ledger.settleRequests(of: name, desk) != nil {
                try await Task.sleep(for: .milliseconds(ScheduleBackfill.pauseMs))
            }
            return backfill
        }
        guard !options.json else {
            return Terminal.say { backfill.write(to: &$0, isRehearsal: dryRun) }
        }
        if dryRun { Terminal.complain(GlobalOptions.nothingIsRecorded, options.language) }
        Terminal.say(backfill.periods.map(\.text).joined(separator: "\n"))
    }
}
