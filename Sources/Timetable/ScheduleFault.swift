package import Hometown

/// 잘못된 예약. Why a schedule cannot be as somebody wrote it, and how to mend it.
package enum ScheduleFault: Error, Hashable {
    case name(String)
    case time(String)
    case weekday(Int)
    case month(Int, max: Int)
    /// - `month`: `nil` when it is not one month's question.
    case day(Int, month: Int?, max: Int)
    /// A name that the tz database does not know, or one that hides an offset.
    case zone(String, nearest: String?)
    case catchUp(seconds: Int64)
    /// A window that reaches back before the calendar.
    case window(seconds: Int64)

    /// The member of a schedule that it is about.
    package var field: String {
        switch self {
        case .name: "name"
        case .time: "at"
        case .weekday: "weekday"
        case .month: "month"
        case .day: "day"
        case .zone: "zone"
        case .catchUp, .window: "catch_up_seconds"
        }
    }

    package var text: Bilingual {
        switch self {
        case .name(let name):
            Bilingual(
                "이름 '\(name)'은 쓸 수 없습니다. 영문 소문자로 시작해 소문자, 숫자, -로 63자까지 쓰십시오.",
                "'\(name)' is no name. Begin with a small letter; small letters, digits and - "
                    + "follow, 63 in all.")
        case .time(let text):
            Bilingual(
                "시각 '\(text)'을 읽지 못했습니다. 00:00부터 23:59까지, 09:00처럼 쓰십시오.",
                "'\(text)' is no time of day. Write 00:00 to 23:59, like 09:00.")
        case .weekday(let number):
            Bilingual(
                "요일 \(number)은 없습니다. 월요일 1부터 일요일 7까지 쓰십시오.",
                "There is no weekday \(number). Write 1 for Monday to 7 for Sunday.")
        case .month(let number, let max):
            Bilingual(
                "\(number)번째 달은 없습니다. 1부터 \(max)까지 쓰십시오.",
                "There is no month \(number) here. Write 1 to \(max).")
        case .day(let number, let month?, let max):
            Bilingual(
                "\(month)월 \(number)일은 없습니다. 1부터 \(max)까지, 또는 말일이면 last를 쓰십시오.",
                "Month \(month) never has a day \(number). Write 1 to \(max), or last for its "
                    + "last day.")
        case .day(let number, nil, let max):
            Bilingual(
                "\(number)일은 없습니다. 1부터 \(max)까지, 또는 말일이면 last를 쓰십시오.",
                "No month has a day \(number). Write 1 to \(max), or last for its last day.")
        case .zone, .catchUp, .window: limits
        }
    }

    private var limits: Bilingual {
        switch self {
        case .zone(let name, let nearest):
            let example = nearest ?? Schedule.zoneNameDefault
            return Bilingual(
                "시간대 '\(name)'을 알지 못합니다. \(example)처럼 지역 이름으로 쓰십시오"
                    + "(+09:00 같은 시차는 받지 않습니다).",
                "'\(name)' is no time zone. Write a name of the tz database like \(example); an "
                    + "offset like +09:00 would be wrong after the next change of law.")
        case .catchUp(let seconds):
            return Bilingual(
                "따라잡기 범위 \(seconds)초는 너무 짧습니다. \(Schedule.catchUpSecondsMin)초 이상 쓰십시오.",
                "A window of \(seconds) s is too short. Write \(Schedule.catchUpSecondsMin) s or "
                    + "more.")
        default:
            return Bilingual(
                "따라잡기 범위는 \(Schedule.catchUpSecondsMax)초까지입니다.",
                "A window may have \(Schedule.catchUpSecondsMax) s.")
        }
    }
}
