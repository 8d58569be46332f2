import Hometown
import Timetable

/// A daemon that lives a schedule's life on a clock of its own: rows in memory, decisions by the
/// code of the real one.
struct SimulatedDaemon {
    let life: LifeOfASchedule
    private(set) var rows: [LifeOfASchedule.Row] = []
    private var settled: Set<String> = []
    private var executions: [Range<Instant>] = []
    /// Whatever came due up to here has its row.
    private var settledThrough: Instant?
    private var resumed: Set<LifeOfASchedule.Pause> = []

    init(_ life: LifeOfASchedule) {
        self.life = life
    }

    mutating func live() {
        var now = life.schedule.knownSince.seconds
        while true {
            now = up(from: now)
            guard now <= life.end else { return }
            resume(at: now)
            if let after = pass(at: now) {
                now = after
            } else {
                guard let next = wake(after: now) else { return }
                now = next
            }
        }
    }

    /// - Returns: when the next pass begins at once; `nil` when there is nothing more to do.
    private mutating func pass(at now: Int64) -> Int64? {
        var schedule = life.schedule
        if let pause = life.pauses.first(where: { $0.span.contains(now) }) {
            schedule.pause = Schedule.Pause(
                since: Instant(seconds: pause.span.lowerBound), note: "점검")
        }
        let instant = Instant(seconds: now)
        let due = Array(schedule.due(at: instant, after: settledThrough))
        let open = due.filter { !settled.contains($0.period.text) }
        guard let first = open.first else {
            settledThrough = max(settledThrough ?? schedule.knownSince, instant)
            return nil
        }
        executions.removeAll { $0.upperBound < first.scheduledFor }
        let decided = schedule.dispositions(of: open, at: instant, during: executions)
        for (occurrence, disposition) in decided {
            guard case .skip(let cause) = disposition else { continue }
            settle(occurrence, cause.rawValue, at: now)
        }
        return run(decided.filter { $0.disposition == .run }.map(\.occurrence), from: now)
    }

    private mutating func run(_ occurrences: [Occurrence], from now: Int64) -> Int64? {
        var clock = now
        let cut = life.outages.first { $0.lowerBound > now }?.lowerBound
        for occurrence in occurrences {
            let finish = clock + duration(of: occurrence.period)
            // Nothing is left of a run that an outage meets.
            if let cut, finish >= cut { return cut }
            settle(occurrence, "filed", at: clock)
            if finish > clock {
                executions.append(Instant(seconds: clock)..<Instant(seconds: finish))
            }
            clock = finish
        }
        return clock > now ? clock : nil
    }

    private mutating func settle(_ occurrence: Occurrence, _ state: String, at now: Int64) {
        settled.insert(occurrence.period.text)
        rows.append(
            LifeOfASchedule.Row(
                period: occurrence.period.text, scheduledFor: occurrence.scheduledFor.seconds,
                state: state, at: now))
    }

    /// Pauses that have ended by now skip what they kept from coming due.
    private mutating func resume(at now: Int64) {
        for pause in life.pauses where pause.span.upperBound <= now {
            guard resumed.insert(pause).inserted, !pause.catchesUp else { continue }
            var paused = life.schedule
            paused.pause = Schedule.Pause(
                since: Instant(seconds: pause.span.lowerBound), note: "점검")
            let end = pause.span.upperBound
            for missed in paused.missedByPause(until: Instant(seconds: end))
            where !settled.contains(missed.period.text) {
                settle(missed, "paused", at: end)
            }
        }
    }

    private func up(from now: Int64) -> Int64 {
        life.outages.first { $0.contains(now) }?.upperBound ?? now
    }

    /// When something is due next, or an outage or a pause is over.
    private func wake(after now: Int64) -> Int64? {
        let ends = life.outages.map(\.upperBound) + life.pauses.map(\.span.upperBound)
        let next = life.schedule.next(after: Instant(seconds: now)).scheduledFor.seconds
        return (ends.filter { $0 > now } + [next]).min().flatMap { $0 <= life.end ? $0 : nil }
    }

    private func duration(of period: PeriodKey) -> Int64 {
        let sum = period.text.utf8.reduce(Int64(0)) { $0 + Int64($1) }
        return sum * 7919 % 97 * life.taking / 97
    }
}
