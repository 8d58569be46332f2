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
