import Hometown
import Synchronization
import Testing
import Timetable

/// A clock that shows what a test sets.
final class SetClock: Sendable {
    private let reading: Mutex<ClockReading>

    init(wall: Int64 = 0, uptime: Int64 = 0, boot: Int64 = 0) {
        reading = Mutex(
            ClockReading(
                wall: Instant(microseconds: wall * 1_000_000),
                uptimeNanoseconds: uptime * 1_000_000_000, bootNanoseconds: boot * 1_000_000_000))
    }

    /// Moves each clock by seconds.
    func advance(wall: Double, uptime: Double, boot: Double) {
        reading.withLock { old in
            old = ClockReading(
                wall: Instant(microseconds: old.wall.microseconds + Int64(wall * 1e6)),
                uptimeNanoseconds: old.uptimeNanoseconds + Int64(uptime * 1e9),
                bootNanoseconds: old.bootNanoseconds + Int64(boot * 1e9))
        }
    }

    var clock: HostClock {
        HostClock { self.reading.withLock { $0 } }
    }
}

@Suite struct ClockTests {
    private func events(wall: Double, uptime: Double, boot: Double) -> [ClockEvent] {
        let set = SetClock(wall: 1_000_000, uptime: 500, boot: 500)
        var watch = ClockWatch()
        #expect(watch.observe(set.clock.read()) == [])
        set.advance(wall: wall, uptime: uptime, boot: boot)
        return watch.observe(set.clock.read())
    }

    @Test func `Time that passes is no event`() {
        #expect(events(wall: 30, uptime: 30, boot: 30) == [])
        #expect(events(wall: 30.9, uptime: 30, boot: 30) == [])
        #expect(events(wall: 29.1, uptime: 30, boot: 30) == [])
    }

    @Test func `A clock that was set shows its sign and size`() {
        #expect(events(wall: 3630, uptime: 30, boot: 30) == [.set(microseconds: 3_600_000_000)])
        #expect(events(wall: -3570, uptime: 30, boot: 30) == [.set(microseconds: -3_600_000_000)])
    }

    @Test func `Sleep is told apart from setting the clock`() {
        #expect(events(wall: 7230, uptime: 30, boot: 7230) == [.slept(microseconds: 7_200_000_000)])
        #expect(
            events(wall: 10_830, uptime: 30, boot: 7230) == [
                .set(microseconds: 3_600_000_000), .slept(microseconds: 7_200_000_000),
            ])
    }

    @Test func `The host's clocks go forward`() {
        let first = HostClock.system.read()
        let second = HostClock.system.read()
        #expect(second.uptimeNanoseconds >= first.uptimeNanoseconds)
        #expect(second.bootNanoseconds >= first.bootNanoseconds)
        #expect(first.wall > Instant(microseconds: 1_700_000_000_000_000))
    }
}
