import Hometown
import Ledger

extension Phrases {
    /// 예약 작업의 이름. What people call the schedules that every ledger begins with; whoever makes
    /// another calls it as it is to be called.
    func schedule(_ name: String) -> String {
        switch name {
        case "daily": self("일일 요약 보고", "Daily summary")
        case "weekly": self("주간 요약 보고", "Weekly summary")
        case "monthly": self("월간 요약 보고", "Monthly summary")
        case "quarterly": self("분기 요약 보고", "Quarterly summary")
        case "yearly": self("연간 요약 보고", "Yearly summary")
        case "publication": self("모금·사용 결과 공개", "Publication of receipts and use")
        case "publication-reminder-1": self("공개 기한 알림 1차", "First reminder of the publication")
        case "publication-reminder-15": self("공개 기한 알림 2차", "Second reminder of the publication")
        case "publication-reminder-25": self("공개 기한 알림 3차", "Third reminder of the publication")
        case "relay-state": self("릴레이 현황", "State of the relays")
        case "unanswered": self("답례 대기 현황", "Exchanges that wait")
        case "roll-up": self("집계 점검", "Check of the roll-up")
        case "verify": self("원장 검증", "Verification of the ledger")
        case "access-retention": self("접속기록 보존 점검", "Retention of the access log")
        default: name
        }
    }

    /// The name by which commands and addresses have it, where people call it otherwise.
    func scheduleHint(_ name: String) -> String? {
        schedule(name) == name ? nil : name
    }

    /// 늦음. How late a run began that came due by itself; of one that somebody asked for it says
    /// nothing.
    func lateness(_ run: RecordedRun) -> String? {
        switch run.origin {
        case .scheduled, .catchUp: duration(run.lagSeconds)
        case .manual, .backfill: nil
        }
    }

    /// 40초, 5분, 7시간, 3일: whole units, of all but seconds two at least.
    func duration(_ seconds: Int64) -> String {
        let (minute, hour, day): (Int64, Int64, Int64) = (60, 3_600, 86_400)
        if seconds < 2 * minute { return self("\(number(seconds))초", "\(number(seconds)) s") }
        if seconds < 2 * hour {
            return self("\(number(seconds / minute))분", "\(number(seconds / minute)) min")
        }
        if seconds < 2 * day {
            return self("\(number(seconds / hour))시간", "\(number(seconds / hour)) hours")
        }
        return self("\(number(seconds / day))일", "\(number(seconds / day)) days")
    }
}
