import Hometown
import Testing
import Timetable

/// A schedule's life as an oracle wrote it (`Tests/oracle/schedule_runs.py`): how it is, when the
/// daemon was away, and which row each period must end with.
struct LifeOfASchedule {
    /// One row of a period; instants are seconds since 1970.
    struct Row: Hashable, CustomStringConvertible {
        let period: String
        let scheduledFor: Int64
        /// `filed`, or why it was skipped.
        let state: String
        let at: Int64

        var description: String { "\(period) due \(scheduledFor) \(state) at \(at)" }
    }

    struct Pause: Hashable {
        let span: Range<Int64>
        let catchesUp: Bool
    }

    let name: String
    var schedule: Schedule
    /// How long a run takes grows with this.
    let taking: Int64
    let end: Int64
    /// In years.
    let span: Double
    var outages: [Range<Int64>] = []
    var pauses: [Pause] = []
    /// What the oracle says.
    var rows: [Row] = []

    /// Reads the lives of a file.
    static func lives(_ text: String) throws -> [LifeOfASchedule] {
        var lives: [LifeOfASchedule] = []
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: "\t").map(String.init)
            let last = lives.count - 1
            switch cells[0] {
            case "S": lives.append(try LifeOfASchedule(cells))
            case "O": lives[last].outages.append(try seconds(cells[1])..<seconds(cells[2]))
            case "P":
                lives[last].pauses.append(
                    Pause(
                        span: try seconds(cells[1])..<seconds(cells[2]),
                        catchesUp: cells[3] == "1"))
            default:
                lives[last].rows.append(
                    Row(
                        period: cells[1], scheduledFor: try seconds(cells[2]), state: cells[3],
                        at: try seconds(cells[4])))
            }
        }
        return lives
    }

    private static func seconds(_ text: String) throws -> Int64 { try #require(Int64(text)) }

    private init(_ cells: [String]) throws {
        let numbers = cells.map { Int($0) ?? 0 }
        name = cells[1]
        let cadence = try #require(Cadence(rawValue: cells[2]))
        let day: Schedule.Rule.DayOfMonth = numbers[5] == 0 ? .last : .number(numbers[5])
        let rule =
            switch cadence {
            case .daily: Schedule.Rule.daily
            case .weekly: Schedule.Rule.weekly(weekday: numbers[3])
            case .monthly: Schedule.Rule.monthly(day: day)
            case .quarterly: Schedule.Rule.quarterly(month: numbers[4], day: day)
            case .yearly: Schedule.Rule.yearly(month: numbers[4], day: day)
            }
        schedule = try Schedule(
            name: "s\(name)", rule: rule, at: TimeOfDay(minuteOfDay: numbers[6]),
            zone: Zone(named: cells[7]), knownSince: Instant(seconds: Int64(numbers[8])),
            catchUpSeconds: Int64(numbers[11]))
        schedule.misfire = try #require(Schedule.Misfire(rawValue: cells[9]))
        schedule.overlap = try #require(Schedule.Overlap(rawValue: cells[10]))
        if numbers[12] == 1 {
            let days = cells[16].split(separator: ",").compactMap { CivilDate(String($0)) }
            schedule.workingDays = WorkingDays(holidays: Set(days))
        }
        taking = Int64(numbers[13])
        end = Int64(numbers[14])
        span = Double(cells[15]) ?? 0
    }
}

extension Instant {
    init(seconds: Int64) { self.init(microseconds: seconds * 1_000_000) }

    var seconds: Int64 { microseconds / 1_000_000 }
}
