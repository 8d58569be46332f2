package import Hometown
package import Timetable

/// Why a schedule cannot be run or changed as asked.
package enum ScheduleProblem: Error, Hashable {
    case unknownSchedule(String)
    case nameTaken(String)
    case fault(ScheduleFault)
    /// Not a key of the schedule's periods; one that is.
    case unknownPeriod(String, example: String)
    /// - `newest`: the key of the newest period that has ended.
    case unfinishedPeriod(String, newest: String)
    /// The last day lies before the first.
    case daysReversed
    /// A backfill of more periods than one may have.
    case tooManyPeriods(max: Int)
    case paused
    case notPaused
    /// It was run before runs kept what they were made from.
    case inputsUnknown
    /// A revision of what has not been filed, or not of the newest.
    case notNewest(revision: Int32?)
    /// Another daemon or command is at it.
    case busy
    /// What it does failed; the history says how.
    case failed
    /// A backfill, a revision or a preview of a check.
    case checksAsOfNow
    /// What is published by Article 13 is a year's.
    case publicationIsYearly
    /// Nobody said whose receipts are to be published.
    case homeMissing
    /// Days off in a row beyond a month, from this one.
    case endlessBreak(CivilDate)
    /// A resident number in a note (R1).
    case residentNumber
}

extension ScheduleProblem {
    /// What is wrong and how to mend it.
    package var text: Bilingual {
        switch self {
        case .unknownSchedule(let name):
            Bilingual(
                "예약 작업 \(name)은 없습니다. 목록에서 이름을 확인하십시오.",
                "There is no schedule \(name). The list has their names.")
        case .nameTaken(let name):
            Bilingual(
                "예약 작업 \(name)은 이미 있습니다. 다른 이름을 쓰거나 그 작업을 바꾸십시오.",
                "There is a schedule \(name) already. Take another name, or change that one.")
        case .fault(let fault): fault.text
        case .unknownPeriod(let text, let example):
            Bilingual(
                "'\(text)'은 이 작업의 기간이 아닙니다. \(example)처럼 쓰십시오.",
                "'\(text)' is no period of this schedule. Write it like \(example).")
        case .unfinishedPeriod(let text, let newest):
            Bilingual(
                "\(text)은 아직 끝나지 않았습니다. 끝난 가장 새 기간은 \(newest)입니다.",
                "\(text) is not over yet. The newest period that has ended is \(newest).")
        case .daysReversed:
            Bilingual(
                "끝 날짜가 시작 날짜보다 앞섭니다. 두 날짜를 바꾸어 쓰십시오.",
                "The last day lies before the first. Swap them.")
        case .tooManyPeriods(let max):
            Bilingual(
                "한 번에 \(max)개 기간까지 채웁니다. 날짜 범위를 나누십시오.",
                "A backfill may have \(max) periods. Split the days.")
        case .paused, .notPaused, .busy, .failed: ofMoment
        case .inputsUnknown, .notNewest, .endlessBreak, .checksAsOfNow, .publicationIsYearly,
            .homeMissing, .residentNumber:
            ofRecord
        }
    }

    private var ofMoment: Bilingual {
        switch self {
        case .paused:
            Bilingual("이미 일시정지한 작업입니다.", "It is paused already.")
        case .notPaused:
            Bilingual("일시정지한 작업이 아닙니다.", "It is not paused.")
        case .busy:
            Bilingual(
                "이 작업을 지금 실행하고 있습니다. 잠시 뒤 다시 하십시오.",
                "The schedule is running at this moment. Try again shortly.")
        default:
            Bilingual(
                "실행하지 못했습니다. 까닭은 실행 기록과 로그에 있습니다.",
                "It failed. The history and the log have the reason.")
        }
    }

    private var ofRecord: Bilingual {
        switch self {
        case .notNewest(let revision?):
            Bilingual(
                "가장 새 수정본은 \(revision)입니다. 그것을 고치십시오.",
                "The newest revision is \(revision). Revise that one.")
        case .notNewest:
            Bilingual(
                "아직 보고하지 않은 기간은 고칠 수 없습니다. 먼저 실행하십시오.",
                "What was never filed cannot be revised. Run it first.")
        case .checksAsOfNow:
            Bilingual(
                "점검은 지금의 원장을 봅니다. 기간을 채우거나 고치거나 미리 볼 것이 없으니 지금 실행하십시오.",
                "A check looks at the ledger as it is now: there is nothing to fill, revise or "
                    + "preview. Run it now.")
        case .publicationIsYearly:
            Bilingual(
                "모금·사용 결과는 해마다 공개합니다. rule을 yearly로 쓰십시오.",
                "Receipts and use are published by the year. Let the rule be yearly.")
        case .homeMissing:
            Bilingual(
                "어느 지자체의 모금·사용 결과인지 정해지지 않았습니다. 설정 home에 이 원장의 지자체 코드(예: 36110)를"
                    + " 적고 다시 시작하십시오.",
                "Whose receipts to publish is not set. Set home to the code of the government "
                    + "whose book this is, such as 36110, and start again.")
        case .residentNumber: Refusal.residentNumberPresent(fields: ["note"]).text
        case .endlessBreak(let date):
            Bilingual(
                "\(date)부터 쉬는 날이 \(WorkingDays.breakDaysMax)일 이상 이어집니다. 목록을 확인하십시오.",
                "From \(date) on \(WorkingDays.breakDaysMax) days off follow one another. Check "
                    + "the list.")
        default:
            Bilingual(
                "이 기간은 만든 조건을 적기 전에 실행했습니다. 비교할 수 없습니다.",
                "It was run before runs kept what they were made from: nothing to compare with.")
        }
    }
}
