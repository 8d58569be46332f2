/// 달력 파일. Whole days as iCalendar (RFC 5545), for calendars that subscribe: lines end in CRLF and
/// are folded at 75 octets, never within a character.
package struct CalendarFile: Sendable {
    /// 하루. An event of one whole day.
    package struct Event: Hashable, Sendable {
        /// The same for ever; by it a calendar knows the event again.
        package let id: String
        package let year: Int
        package let month: Int
        package let day: Int
        package let summary: String
        package let description: String?
        package let address: String?
        /// When it was written down, in UTC: `20230410T021500Z`.
        package let stamp: String

        package init(
            id: String, year: Int, month: Int, day: Int, summary: String,
            description: String? = nil, address: String? = nil, stamp: String
        ) {
            self.id = id
            self.year = year
            self.month = month
            self.day = day
            self.summary = summary
            self.description = description
            self.address = address
            self.stamp = stamp
        }
    }

    /// RFC 5545, 3.1: octets of a line without its end.
    static let lineOctetsMax = 75

    private let name: String
    private let events: [Event]

    /// - Parameter name: what a calendar calls it.
    package init(name: String, events: [Event]) {
        self.name = name
        self.events = events
    }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func line(_ name: String, _ value: String) {
            bytes += CalendarFile.folded("\(name):\(value)")
        }
        line("BEGIN", "VCALENDAR")
        line("VERSION", "2.0")
        line("PRODID", "-//Pumasi//Pumasi//KO")
        line("X-WR-CALNAME", CalendarFile.escaped(name))
        for event in events {
            line("BEGIN", "VEVENT")
            line("UID", CalendarFile.escaped(event.id))
            line("DTSTAMP", event.stamp)
            line("DTSTART;VALUE=DATE", CalendarFile.date(event))
            line("SUMMARY", CalendarFile.escaped(event.summary))
            if let text = event.description {
                line("DESCRIPTION", CalendarFile.escaped(text))
            }
            if let address = event.address { line("URL", address) }
            line("TRANSP", "TRANSPARENT")
            line("END", "VEVENT")
        }
        line("END", "VCALENDAR")
        return bytes
    }

    private static func date(_ event: Event) -> String {
        [(event.year, 4), (event.month, 2), (event.day, 2)].map { number, width in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }.joined()
    }

    /// RFC 5545, 3.3.11. Control characters have no form there.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                escaped.unicodeScalars.append("\\")
                escaped.unicodeScalars.append(scalar)
            case "\n": escaped += "\\n"
            default:
                if scalar.value >= 0x20, scalar.value != 0x7F {
                    escaped.unicodeScalars.append(scalar)
                }
            }
        }
        return escaped
    }

    private static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > lineOctetsMax {
                bytes += [0x0D, 0x0A, 0x20]
                octets = 1
            }
            bytes += UTF8.encode(scalar).map { Array($0) } ?? []
            octets += width
        }
        return bytes + [0x0D, 0x0A]
    }
}
