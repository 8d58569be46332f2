import Hometown
import Testing
import Timetable

@Suite struct RetryTests {
    @Test func `The wait doubles from five seconds to a quarter of an hour`() {
        let full = (1...10).map { Retry.delayMicroseconds(after: $0, jitter: 1) / 1_000_000 }
        #expect(full == [5, 10, 20, 40, 80, 160, 320, 640, 900, 900])
        #expect(Retry.delayMicroseconds(after: 1, jitter: 0) == 2_500_000)
        #expect(Retry.delayMicroseconds(after: 1_000_000, jitter: 0) == 450_000_000)
    }

    @Test func `Every daemon waits for the same instant and every schedule for its own`() {
        let failed = Instant(microseconds: 1_000_000_000)
        let instants = (0..<100).map { key in
            Retry.instant(afterFailureAt: failed, attempts: 3, key: "daily/\(key)")
        }
        #expect(
            instants[7] == Retry.instant(afterFailureAt: failed, attempts: 3, key: "daily/7"))
        #expect(Set(instants).count > 95)
        for instant in instants {
            let wait = instant.microseconds - failed.microseconds
            #expect((10_000_000...20_000_000).contains(wait))
        }
    }
}

@Suite struct ClockTrustTests {
    private let second: Int64 = 1_000_000

    @Test func `Time that passes, sleep, and a clock set back are believed at once`() {
        var trust = ClockTrust()
        #expect(trust.believes(Instant(microseconds: 100 * second), bootNanoseconds: 0))
        #expect(
            trust.believes(
                Instant(microseconds: 7_300 * second), bootNanoseconds: 7_200_000_000_000))
        #expect(
            trust.believes(Instant(microseconds: -86_400 * second), bootNanoseconds: 7_230_000_000))
    }

    @Test func `A leap forward is believed when two passes agree`() {
        var trust = ClockTrust()
        #expect(trust.believes(Instant(microseconds: 0), bootNanoseconds: 0))
        let leap = 400 * 86_400 * second
        #expect(!trust.believes(Instant(microseconds: leap), bootNanoseconds: 0))
        #expect(
            trust.believes(
                Instant(microseconds: leap + 30 * second), bootNanoseconds: 30_000_000_000))
        // One that comes and goes again between two passes leaves nothing behind.
        #expect(
            !trust.believes(Instant(microseconds: 3 * leap), bootNanoseconds: 60_000_000_000))
        #expect(
            trust.believes(
                Instant(microseconds: leap + 90 * second), bootNanoseconds: 90_000_000_000))
        #expect(
            !trust.believes(Instant(microseconds: 3 * leap), bootNanoseconds: 120_000_000_000))
    }
}
