import Hometown
import Ledger
import Timetable

/// 예약 작업을 말로. 매주 월요일 09:00, 서울 시각; every Monday at 09:00 in Seoul.
struct ScheduleSentence {
    let text: String

    init(_ recorded: RecordedSchedule, _ say: Phrases) {
        let schedule = recorded.schedule
        let zone =
            schedule.zone.name == Schedule.zoneNameDefault
            ? say("서울 시각", "Seoul time") : schedule.zone.name
        let when = ScheduleSentence.days(schedule.rule, say)
        let moved =
            schedule.workingDays == nil
            ? "" : say(", 쉬는 날이면 다음 근무일", ", on the next working day after a holiday")
        text = say(
            "\(when) \(schedule.at.text), \(zone)\(moved)",
            "\(when) at \(schedule.at.text), \(zone)\(moved)")
    }

    private static func days(_ rule: Schedule.Rule, _ say: Phrases) -> String {
        switch rule {
        case .daily: return say("매일", "Every day")
        case .weekly(let weekday):
            let place = min(max(weekday, 1), 7) - 1
            return say("매주 \(korean[place])요일", "Every \(english[place])")
        case .monthly(let day):
            return say("매월 \(name(day, say))", "On \(name(day, say)) of every month")
        case .quarterly(let month, let day):
            let place = min(max(month, 1), 3) - 1
            return say(
                "매 분기 \(koreanPlaces[place]) 달 \(name(day, say))",
                "On \(name(day, say)) of the \(englishPlaces[place]) month of every quarter")
        case .yearly(let month, let day):
            let place = min(max(month, 1), 12) - 1
            let english = Notation.englishMonths[place]
            return say(
                "매년 \(month)월 \(name(day, say))",
                day.number.map { "Every year on \($0) \(english)" }
                    ?? "Every year on \(name(day, say)) of \(english)")
        }
    }

    private static func name(_ day: Schedule.Rule.DayOfMonth, _ say: Phrases) -> String {
        guard let number = day.number else { return say("말일", "the last day") }
        return say("\(number)일", "day \(number)")
    }

    private static let koreanPlaces = ["첫째", "둘째", "셋째"]
    private static let englishPlaces = ["first", "second", "third"]

    private static let korean = ["월", "화", "수", "목", "금", "토", "일"]
    private static let english = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}

extension Chip {
    init(_ recorded: RecordedSchedule, _ say: Phrases) {
        let kind =
            switch recorded.standing {
            case .on: "standing"
            case .off: "skipped"
            case .paused: "paused"
            }
        self.init(kind, say.text(recorded.standing.title))
    }

    init(_ state: RunState, _ say: Phrases) {
        self.init(state.rawValue, say.text(state.title))
    }
}

/// 실행 칸. The last runs as cells, oldest first: a letter as well as a colour, and the sentence for
/// whoever sees neither.
struct RunCells: Part {
    let runs: [RecordedRun]
    let visitor: Visitor

    func write(to writer: inout MarkupWriter) {
        let say = visitor.say
        writer.element("p", ["class": "runs"]) { writer in
            for run in runs.reversed() {
                let isLate = run.origin == .catchUp && run.state == .filed
                let (letter, word) =
                    switch run.state {
                    case .filed where isLate: (say("놓", "C"), say("놓침, 따라잡음", "caught up"))
                    // F would be read as a failure.
                    case .filed: (say("성", "D"), say("성공", "done"))
                    case .skipped: (say("건", "S"), say("건너뜀", "skipped"))
                    case .failed: (say("실", "X"), say("실패", "failed"))
                    }
                let label = "\(run.period) \(word)"
                writer.element(
                    "a",
                    [
                        "class": isLate ? "late" : run.state.rawValue,
                        "href": visitor.path("/runs/\(run.id)"), "title": label,
                        "aria-label": label,
                    ]
                ) { $0.text(letter) }
            }
        }
        writer.raw("\n")
    }
}
