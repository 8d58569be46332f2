import Testing

@testable import pumasi

@Suite struct AccessServiceTests {
    @Test func `while the database is away the access log is tried less and less often`() {
        var pausesMs: [Int] = []
        for _ in 0..<7 {
            let lastMs = pausesMs.last ?? AccessService.pauseMsMin
            pausesMs.append(AccessService.pauseMs(after: lastMs, isWritten: false))
        }
        #expect(pausesMs == [400, 800, 1_600, 3_200, 5_000, 5_000, 5_000])
        #expect(AccessService.pauseMs(after: 5_000, isWritten: true) == 200)
    }
}
