package import Hometown

/// 예약 작업. When something is due, as a value: stored in a row, decided by the database's clock.
/// Timers only ask; this answers.
package struct Schedule: Hashable, Sendable {
    /// What becomes of periods whose time passed while nobody was there.
    package enum Misfire: String, Sendable, CaseIterable {
        /// Every missed period, oldest first.
        case all
        /// The newest only; the others are superseded.
        case latest
        /// Nothing that is more than `Schedule.lateSecondsMax` late.
        case none
    }

    /// What becomes of a period that comes due while the same schedule is running. The runs of one
    /// catching up go in their order and are no overlap.
    package enum Overlap: String, Sendable, CaseIterable {
        case skip
        /// One waits; a newer one takes its place.
        case bufferOne = "buffer_one"
        case allow
    }

    /// 일시정지. Somebody stopped the schedule, with a reason that stands in the ledger.
    package struct Pause: Hashable, Sendable {
        package let since: Instant
        package let note: String

        package init(since: Instant, note: String) {
            self.since = since
            self.note = note
        }
    }

    package static let zoneNameDefault = "Asia/Seoul"
    /// More than a year, so that even a yearly summary is caught up after a long absence.
    package static let catchUpDaysDefault = 400
    /// Below ten seconds a late timer alone could make a period fall out of its window.
    package static let catchUpSecondsMin: Int64 = 10
    /// A century: more than any office is away.
    package static let catchUpSecondsMax: Int64 = 36_525 * 86_400
    /// What still counts as on time under `Misfire.none`.
    package static let lateSecondsMax: Int64 = 60
    private static let nameBytesMax = 63

    package let name: String
    package let rule: Rule
    package let at: TimeOfDay
    package let zone: Zone
    /// Nothing at or before this instant was ever due.
    package let knownSince: Instant
    package var misfire = Misfire.all
    package var overlap = Overlap.allow
    /// How far back a missed period is still caught up, in seconds.
    package let catchUpSeconds: Int64
    /// What falls on another day comes due on the next of these; `nil` where every day will do.
    package var workingDays: WorkingDays?
    package var pause: Pause?

    /// - Throws: `ScheduleFault` for what no calendar and no clock knows.
    package init(
        name: String, rule: Rule, at: TimeOfDay, zone: Zone, knownSince: Instant,
        catchUpSeconds: Int64 = Int64(catchUpDaysDefault) * 86_400
    ) throws(ScheduleFault) {
        guard Schedule.isName(name) else { throw .name(name) }
        guard at.isOnTheClock else { throw .time(at.text) }
        try rule.check()
        guard catchUpSeconds >= Schedule.catchUpSecondsMin else {
            throw .catchUp(seconds: catchUpSeconds)
        }
        guard catchUpSeconds <= Schedule.catchUpSecondsMax else {
            throw .window(seconds: catchUpSeconds)
        }
        self.name = name
        self.rule = rule
        self.at = at
        self.zone = zone
        self.knownSince = knownSince
        self.catchUpSeconds = catchUpSeconds
    }

    /// As the constraint `schedule_name_form` has it: it stands in addresses and file names.
    private static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
            bytes.count <= nameBytesMax
        else { return false }
        return bytes.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
    }
}

extension Schedule.Misfire: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .all: Bilingual("놓친 기간을 모두 만듦", "every missed period is made")
        case .latest: Bilingual("가장 나중 것만 만듦", "only the newest is made")
        case .none: Bilingual("만들지 않음", "nothing is made")
        }
    }
}

extension Schedule.Overlap: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .skip: Bilingual("건너뜀", "skipped")
        case .bufferOne: Bilingual("하나만 기다림", "one waits")
        case .allow: Bilingual("함께 실행", "both run")
        }
    }
}
