import Hometown
import Testing
import Timetable

@Suite struct ClockTrustTests {
    /// Whether passes at these seconds of the database's clock and of the host's may act.
    private func believed(_ passes: [(now: Int64, boot: Int64)]) -> [Bool] {
        var trust = ClockTrust()
        return passes.map { now, boot in
            trust.believes(
                Instant(microseconds: now * 1_000_000), bootNanoseconds: boot * 1_000_000_000)
        }
    }

    private let leap: Int64 = 400 * 86_400

    @Test func `Time that passes, sleep, and a clock set back are believed at once`() {
        #expect(
            believed([(100, 0), (7_300, 7_200), (-86_400, 7_230), (-86_370, 7_260)])
                == [true, true, true, true])
    }

    @Test func `A leap forward is believed when two passes agree`() {
        #expect(
            believed([(0, 0), (leap, 0), (leap + 30, 30), (leap + 60, 60)])
                == [true, false, true, true])
    }

    @Test func `A leap that is gone by the next pass leaves nothing behind`() {
        #expect(
            believed([(0, 0), (leap, 30), (60, 60), (leap, 90), (2 * leap, 120), (150, 150)])
                == [true, false, true, false, false, true])
    }
}
