import Hometown
import Testing

@Suite struct InstantTests {
    @Test(
        "RFC 3339 is read and written in UTC with six digits",
        arguments: [
            ("2023-04-10T02:15:00Z", "2023-04-10T02:15:00.000000Z"),
            ("2023-04-10T11:15:00+09:00", "2023-04-10T02:15:00.000000Z"),
            ("2023-04-09T21:15:00.5-05:00", "2023-04-10T02:15:00.500000Z"),
            ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000000Z"),
            ("0001-01-02T00:00:00Z", "0001-01-02T00:00:00.000000Z"),
            ("9999-12-31T14:59:59.999999Z", "9999-12-31T14:59:59.999999Z"),
        ])
    func reading(text: String, expected: String) {
        #expect(Instant(text)?.text == expected)
    }

    @Test(
        "Other texts are no instants",
        arguments: [
            "", "2023-04-10", "2023-04-10 02:15:00Z", "2023-04-10T02:15:00", "2023-04-10T24:00:00Z",
            "2023-04-10T02:60:00Z", "2023-04-10T02:15:60Z", "2023-02-29T02:15:00Z",
            "2023-04-10T02:15:00.Z", "2023-04-10T02:15:00.1234567Z", "2023-04-10T02:15:00+9:00",
            "2023-04-10T02:15:00+24:00", "2023-04-10T02:15:00z", "2023-04-10T02:15Z",
            "0001-01-01T00:00:00+09:00", "9999-12-31T15:00:00Z",
        ])
    func noInstant(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `Every microsecond is read back as it is written`() {
        var seed: UInt64 = 7
        let range = UInt64(315_000_000_000_000_000)
        for _ in 0..<2_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let instant = Instant(microseconds: Int64(seed % range) - 62_000_000_000_000_000)
            #expect(Instant(instant.text) == instant)
            #expect(instant.text.utf8.count == 27)
            #expect(Instant(instant.koreanText)?.koreanTime.second == instant.koreanTime.second)
        }
    }

    @Test func `The Korean day begins at three in the afternoon of UTC`() throws {
        let before = try #require(Instant("2024-12-31T14:59:59.999999Z"))
        let after = try #require(Instant("2024-12-31T15:00:00Z"))
        #expect(before.koreanDate.description == "2024-12-31")
        #expect(after.koreanDate.description == "2025-01-01")
        #expect(before < after)
        #expect(after.koreanText == "2025-01-01T00:00:00+09:00")
        #expect(before.koreanTime == (23, 59, 59))
        let early = try #require(Instant("1969-12-31T14:30:00Z"))
        #expect(early.koreanDate.description == "1969-12-31")
        #expect(early.koreanTime == (23, 30, 0))
    }
}
