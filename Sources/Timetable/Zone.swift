import Foundation
package import Hometown

/// 시간대. A zone by its name, never by an offset: an offset would be wrong for ever after the next
/// change of the law.
package struct Zone: Hashable, Sendable {
    /// As in the tz database: `Asia/Seoul`.
    package let name: String
    private let zone: TimeZone

    /// `nil` for a name the tz database does not know, and for one that hides an offset
    /// (`Etc/GMT-9`, `GMT+0900`).
    package init?(_ name: String) {
        guard name == "UTC" || name.contains("/"), !name.hasPrefix("Etc/"),
            let zone = TimeZone(identifier: name)
        else { return nil }
        self.name = name
        self.zone = zone
    }

    /// - Throws: `ScheduleFault` with the nearest name there is.
    package init(named name: String) throws(ScheduleFault) {
        guard let zone = Zone(name) else {
            throw .zone(name, nearest: Zone.nearest(to: name))
        }
        self = zone
    }

    /// The city decides: `Seoul` and `Asia/Soul` both mean `Asia/Seoul`.
    private static func nearest(to name: String) -> String? {
        let city = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let candidates = TimeZone.knownTimeZoneIdentifiers.map { known in
            let end = known.split(separator: "/").last.map { $0.lowercased() } ?? known
            return (known, end.difference(from: city).count)
        }
        return candidates.min { ($0.1, $0.0) < ($1.1, $1.0) }
            .flatMap { $0.1 <= 3 && Zone($0.0) != nil ? $0.0 : nil }
    }

    package static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// Seconds east of UTC at a second since 1970.
    private func offset(at second: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }

    /// The local day at an instant.
    package func date(at instant: Instant) -> CivilDate {
        let microseconds = instant.microseconds
        let second = microseconds / 1_000_000 - (microseconds % 1_000_000 < 0 ? 1 : 0)
        return instant.date(offset: Int64(offset(at: Int(second))) * 1_000_000)
    }

    /// The instant of a local time. A time that a change of the clocks leaves out is the first
    /// instant after the gap; one that happens twice is the earlier.
    package func instant(of date: CivilDate, hour: Int = 0, minute: Int = 0) -> Instant {
        let local = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60
        return Instant(microseconds: Int64(second(ofLocal: local)) * 1_000_000)
    }

    /// - Parameter local: seconds since 1970-01-01T00:00 of the zone's own calendar.
    private func second(ofLocal local: Int) -> Int {
        // No offset is larger than 16 hours, and no zone changed twice within these three days.
        let before = offset(at: local - 36 * 3600)
        let after = offset(at: local + 36 * 3600)
        let earlier = local - max(before, after)
        let later = local - min(before, after)
        for second in [earlier, later] where second + offset(at: second) == local {
            return second
        }
        // A gap: the change lies between the two, where the offset becomes the later one.
        var (low, high) = (earlier, later)
        while high - low > 1 {
            let middle = (low + high) / 2
            if offset(at: middle) == after { high = middle } else { low = middle }
        }
        return high
    }

    /// The first instant that bears the date, and the first of the next: a day may have 23, 23½, 25
    /// hours, or none at all.
    package func bounds(of date: CivilDate) -> Range<Instant> {
        instant(of: date)..<instant(of: date.adding(days: 1))
    }
}
