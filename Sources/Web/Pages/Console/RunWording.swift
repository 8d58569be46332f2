import Hometown
import Ledger
import Timetable

extension Phrases {
    /// 실행 구분. What brought a run about.
    func origin(_ origin: RunOrigin) -> String {
        switch origin {
        case .scheduled: self("예약", "on schedule")
        case .catchUp: self("따라잡음", "caught up")
        case .manual: self("직접 실행", "by hand")
        case .backfill: self("기간 채우기", "backfill")
        }
    }

    /// 원인. Why a period was not filed. What a failure or a check calls itself stays as it is:
    /// people look for it by that name.
    func cause(_ code: String) -> String {
        switch SkipCause(rawValue: code) {
        case .misfire: self("제때가 지나 만들지 않음", "its time was over")
        case .superseded: self("더 새 기간만 만듦", "only the newest is made")
        case .window: self("따라잡는 기간을 벗어남", "beyond the time to catch up")
        case .overlap: self("앞선 실행과 겹침", "the run before it was still going")
        case .paused: self("일시정지 중", "paused at the time")
        case .done: self("이미 끝난 일", "there was nothing left to do")
        case nil: code
        }
    }
}
