import Hometown
import Postgres
import Timetable

extension Ledger {
    /// Entries get their place within a second; a minute means that nobody seals.
    private static let unsealedSecondsMax: Int64 = 60

    /// 점검. How the book stands: its database, its seals, its schedules and its outbox.
    /// - Parameter overdueAfterSeconds: how late a period may be before it is told.
    /// - Returns: one line a thing; a database that is away is a line, too.
    package func checkup(overdueAfterSeconds: Int64) async -> [CheckupLine] {
        do {
            let state = try await databaseState()
            let figures = try await ask(ReadCheckupFigures())[0]
            let overdue = try await overduePeriods(afterSeconds: overdueAfterSeconds)
            let schedules = try await schedules()
            let last = try await runs(of: nil, rowsMax: 1).first
            return [
                Self.database(figures, state), Self.schema(state), Self.durability(state),
                Self.seal(figures), Self.signature(figures),
                Self.timetable(schedules, overdue), Self.last(last), Self.outbox(figures),
            ]
        } catch {
            return [
                CheckupLine(
                    "database", Checkup.database, .failing,
                    Bilingual("응답하지 않습니다", "does not answer"),
                    hint: Bilingual(
                        "PostgreSQL이 켜져 있는지, 설정의 주소가 맞는지 보십시오.",
                        "See whether PostgreSQL runs and whether the settings name it rightly."))
            ]
        }
    }

    private static func database(
        _ figures: CheckupFigures, _ state: DatabaseState
    ) -> CheckupLine {
        let size = figures.databaseBytes >> 20
        let value = "PostgreSQL \(figures.serverVersion), \(size) MiB"
        guard state.isStandby else {
            return CheckupLine("database", Checkup.database, .ok, Bilingual(value, value))
        }
        return CheckupLine(
            "database", Checkup.database, .failing,
            Bilingual("\(value), 대기 서버", "\(value), a standby"),
            hint: Bilingual(
                "대기 서버에는 적을 수 없습니다. 주 서버의 주소를 설정하십시오.",
                "A standby takes no writes. Set the address of the primary."))
    }

    private static func schema(_ state: DatabaseState) -> CheckupLine {
        state.hasKnownSchema
            ? CheckupLine(
                "schema", Checkup.schema, .ok, Bilingual("이 판의 스키마", "the schema of this version"))
            : CheckupLine(
                "schema", Checkup.schema, .failing,
                Bilingual("이 판의 스키마가 아님", "not the schema of this version"),
                hint: Bilingual(
                    "소유자로 pumasi db migrate를 실행하십시오.", "Run pumasi db migrate as the owner."))
    }

    private static func durability(_ state: DatabaseState) -> CheckupLine {
        guard let fault = state.durabilityFault else {
            return CheckupLine(
                "durability", Checkup.durability, .ok, Bilingual("안전하게 설정됨", "safely set"))
        }
        return CheckupLine(
            "durability", Checkup.durability, .failing, Bilingual(fault, fault),
            hint: state.durabilityRemedy)
    }

    private static func seal(_ figures: CheckupFigures) -> CheckupLine {
        let (count, seconds) = (figures.unsealed, figures.unsealedSeconds)
        let isLate = seconds > unsealedSecondsMax
        return CheckupLine(
            "seal", Checkup.seal, isLate ? .failing : .ok,
            Bilingual(
                "원장 크기 \(figures.logSize), 기다리는 기록 \(count)건, 가장 오래된 것 \(seconds)초",
                "log size \(figures.logSize), \(count) waiting, the oldest for \(seconds) s"),
            hint: isLate
                ? Bilingual(
                    "봉인하는 데몬이 없습니다. pumasi serve가 켜져 있는지 보십시오.",
                    "No daemon seals. See whether pumasi serve runs.") : nil)
    }

    private static func signature(_ figures: CheckupFigures) -> CheckupLine {
        let (signed, size) = (figures.signedSize ?? 0, figures.logSize)
        return CheckupLine(
            "signature", Checkup.signature, signed < size ? .warning : .ok,
            Bilingual("\(size)건 가운데 \(signed)건까지", "\(signed) of \(size) entries"),
            hint: signed < size
                ? Bilingual(
                    "잠시 뒤 다시 보십시오. 그대로면 로그의 log-fork 알림을 찾으십시오.",
                    "Look again shortly. If it stays, search the log for log-fork.") : nil)
    }

    private static func timetable(
        _ schedules: [RecordedSchedule], _ overdue: [OverduePeriod]
    ) -> CheckupLine {
        let running = schedules.count { $0.isOn && $0.schedule.pause == nil }
        guard let first = overdue.first else {
            return CheckupLine(
                "timetable", Checkup.timetable, .ok,
                Bilingual("켜진 작업 \(running)개, 놓친 기간 없음", "\(running) on, nothing overdue"))
        }
        let name = name(first.schedule, first.period)
        return CheckupLine(
            "timetable", Checkup.timetable, .failing,
            Bilingual(
                "놓친 기간 \(overdue.count)개, 첫째는 \(name.korean)",
                "\(overdue.count) overdue, first \(name.english)"),
            hint: Bilingual(
                "예약 작업 화면에서 원인을 보고 다시 실행하십시오.",
                "See the cause under Schedules and run it again."))
    }

    /// `daily 2026. 11. 20.`
    private static func name(_ schedule: String, _ period: String) -> Bilingual {
        func text(_ language: Language) -> String {
            "\(schedule) \(PeriodKey.days(of: period, in: language))"
        }
        return Bilingual(text(.korean), text(.english))
    }

    private static func last(_ run: RecordedRun?) -> CheckupLine {
        guard let run else {
            return CheckupLine(
                "last_run", Checkup.lastRun, .ok, Bilingual("아직 없음", "none yet"))
        }
        let name = name(run.schedule, run.period)
        let (day, time) = (run.filedAt.koreanDate, Notation.time(run.filedAt))
        return CheckupLine(
            "last_run", Checkup.lastRun, run.state == .failed ? .failing : .ok,
            Bilingual(
                "\(name.korean), \(Notation.date(day, in: .korean)) \(time)",
                "\(name.english), \(Notation.date(day, in: .english)), \(time) in Korea"),
            hint: run.state == .failed
                ? Bilingual("원인을 고치고 다시 실행하십시오.", "Mend the cause and run it again.") : nil)
    }

    private static func outbox(_ figures: CheckupFigures) -> CheckupLine {
        let (waiting, givenUp) = (figures.deliveriesWaiting, figures.deliveriesGivenUp)
        return CheckupLine(
            "outbox", Checkup.outbox, givenUp > 0 ? .warning : .ok,
            Bilingual(
                "보낼 것 \(waiting)건, 그만둔 것 \(givenUp)건",
                "\(waiting) waiting, \(givenUp) given up"),
            hint: givenUp > 0
                ? Bilingual(
                    "설정 화면의 발송 목록에서 까닭을 보고 다시 보내십시오.",
                    "See why under Settings and send them again.") : nil)
    }
}

/// What the lines of a checkup are called.
private enum Checkup {
    static let database = Bilingual("데이터베이스", "Database")
    static let schema = Bilingual("스키마", "Schema")
    static let durability = Bilingual("내구성 설정", "Durability")
    static let seal = Bilingual("봉인", "Sealing")
    static let signature = Bilingual("서명", "Signature")
    static let timetable = Bilingual("예약 작업", "Schedules")
    static let lastRun = Bilingual("마지막 실행", "Last run")
    static let outbox = Bilingual("발송함", "Outbox")
}
