import Hometown
import Ledger
import Timetable

extension Phrases {
    /// 실행 구분. What brought a run about.
    func origin(_ origin: RunOrigin) -> String { text(origin.title) }

    /// 원인. Why a period was not filed. What a failure or a check calls itself stays as it is:
    /// people look for it by that name.
    func cause(_ code: String) -> String { SkipCause.title(of: code).map(text) ?? code }
}
