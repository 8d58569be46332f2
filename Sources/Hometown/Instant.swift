/// 시각. A point in time: microseconds since 1970-01-01T00:00:00Z, PostgreSQL's own resolution.
package struct Instant: Hashable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package static let microsecondsPerDay: Int64 = 86_400_000_000

    /// Korea Standard Time is UTC+09:00 for every date the law of this ledger knows (since 2023).
    package static let koreaOffset: Int64 = 9 * 3_600_000_000

    /// 한국 날짜. The calendar day in Korea at this instant.
    package var koreanDate: CivilDate {
        date(offset: Instant.koreaOffset)
    }

    /// - Parameter offset: of the zone, in microseconds east of UTC.
    package func date(offset: Int64) -> CivilDate {
        CivilDate(daysSinceEpoch: Int(Instant.floor(microseconds + offset)))
    }

    private static func floor(_ microseconds: Int64) -> Int64 {
        let days = microseconds / microsecondsPerDay
        return microseconds % microsecondsPerDay < 0 ? days - 1 : days
    }

    /// `2023-04-10T02:15:00.000000Z`: always UTC, always six digits (entry bytes version 1).
    package var text: String {
        format(offset: 0, fraction: true, zone: "Z")
    }

    /// `2023-04-10T11:15:00+09:00`: Korean time to the second, as the interface shows times.
    package var koreanText: String {
        format(offset: Instant.koreaOffset, fraction: false, zone: "+09:00")
    }

    /// Hours, minutes and seconds of the day in Korea.
    package var koreanTime: (hour: Int, minute: Int, second: Int) {
        let local = microseconds + Instant.koreaOffset
        let ofDay = Int((local - Instant.floor(local) * Instant.microsecondsPerDay) / 1_000_000)
        return (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
    }

    /// `text` behind what is there.
    func append(to digits: inout [UInt8]) {
        append(offset: 0, fraction: true, zone: "Z", to: &digits)
    }

    private func format(offset: Int64, fraction: Bool, zone: StaticString) -> String {
        String(digits: { append(offset: offset, fraction: fraction, zone: zone, to: &$0) })
    }

    private func append(
        offset: Int64, fraction: Bool, zone: StaticString, to digits: inout [UInt8]
    ) {
        let local = microseconds + offset
        let days = Instant.floor(local)
        let rest = Int(local - days * Instant.microsecondsPerDay)
        CivilDate(daysSinceEpoch: Int(days)).append(to: &digits)
        digits.append(UInt8(ascii: "T"))
        CivilDate.append(rest / 3_600_000_000, width: 2, to: &digits)
        digits.append(UInt8(ascii: ":"))
        CivilDate.append(rest / 60_000_000 % 60, width: 2, to: &digits)
        digits.append(UInt8(ascii: ":"))
        CivilDate.append(rest / 1_000_000 % 60, width: 2, to: &digits)
        if fraction {
            digits.append(UInt8(ascii: "."))
            CivilDate.append(rest % 1_000_000, width: 6, to: &digits)
        }
        zone.withUTF8Buffer { digits.append(contentsOf: $0) }
    }
}

extension Instant: Comparable {
    package static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension Instant: LosslessStringConvertible {
    /// Accepts RFC 3339 date-times: a fraction of at most six digits, `Z` or `±hh:mm`. What has
    /// no day in the years 1 to 9999, in UTC or in Korea, is refused.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"),
            let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = CivilDate.number(bytes[11..<13]), hour < 24,
            let minute = CivilDate.number(bytes[14..<16]), minute < 60,
            let second = CivilDate.number(bytes[17..<19]), second < 60
        else { return nil }
        var rest = bytes[19...]
        guard let fraction = Instant.takeFraction(&rest), let offset = Instant.offset(rest)
        else { return nil }
        let seconds = Int64(date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second)
        self.init(microseconds: seconds * 1_000_000 + fraction - offset * 60_000_000)
        guard Instant.bounds.contains(self) else { return nil }
    }

    package var description: String { text }

    /// What has a day in the years 1 to 9999, in UTC and in Korea.
    package static let bounds = first...last
    /// 0001-01-01T00:00:00Z.
    private static let first = Instant(microseconds: -62_135_596_800_000_000)
    /// 9999-12-31T14:59:59.999999Z: the last moment of the last year in Korea.
    private static let last = Instant(microseconds: 253_402_268_399_999_999)

    private static func takeFraction(_ bytes: inout ArraySlice<UInt8>) -> Int64? {
        guard bytes.first == UInt8(ascii: ".") else { return 0 }
        let digits = bytes.dropFirst().prefix { CivilDate.number([$0]) != nil }
        guard (1...6).contains(digits.count), let value = CivilDate.number(digits)
        else { return nil }
        bytes = bytes[digits.endIndex...]
        return (digits.count..<6).reduce(Int64(value)) { scaled, _ in scaled * 10 }
    }

    /// Minutes east of UTC.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
        if bytes.elementsEqual("Z".utf8) { return 0 }
        let zone = Array(bytes)
        guard zone.count == 6, zone[3] == UInt8(ascii: ":"),
            zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"),
            let hours = CivilDate.number(zone[1..<3]), hours < 24,
            let minutes = CivilDate.number(zone[4..<6]), minutes < 60
        else { return nil }
        let value = Int64(hours * 60 + minutes)
        return zone[0] == UInt8(ascii: "-") ? -value : value
    }
}
