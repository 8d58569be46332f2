import Testing

@testable import Hometown

@Suite struct GovernmentCompletionTests {
    private let registry = SampleRegistry.registry

    private func names(_ typed: String, on day: String) -> [String] {
        registry.completions(
            of: NamePattern(typed), on: SampleRegistry.day(day), rowsMax: 20
        ).map { registry.fullName(of: $0.government).korean }
    }

    @Test(arguments: [
        ("세종", "2023-04-10", ["세종특별자치시"]), ("tpwhd", "2023-04-10", ["세종특별자치시"]),
        ("ㅅㅎㄱ", "2026-07-02", ["인천광역시 서해구"]), ("seohae", "2026-07-02", ["인천광역시 서해구"]),
        (
            "고성", "2023-07-01", ["경상남도 고성군", "강원특별자치도 고성군"]
        ),
        ("경남 고성", "2023-07-01", ["경상남도 고성군"]), ("아틀란티스", "2023-04-10", []),
    ])
    func `what is typed leads to governments of the day, with their parents`(
        typed: String, day: String, expected: [String]
    ) {
        #expect(names(typed, on: day) == expected)
    }

    @Test func `a retired name leads to whoever stands there, with the day`() throws {
        let day = SampleRegistry.day("2024-01-01")
        let found = registry.completions(
            of: NamePattern("경상북도 군위"), on: day, rowsMax: 5)
        let first = try #require(found.first)
        #expect(first.government.code == "27720" && first.insteadOf?.code == "47720")
        #expect(first.changedOn == SampleRegistry.day("2023-07-01"))
    }

    @Test func `a name that is yet to come leads back, each unit once`() throws {
        let day = SampleRegistry.day("2026-06-30")
        let found = registry.completions(of: NamePattern("서해구"), on: day, rowsMax: 5)
        #expect(found.map(\.government.code) == ["28260"])
        #expect(found[0].changedOn == SampleRegistry.day("2026-07-01"))
    }

    @Test func `the whole name comes before its parts, and a province before its towns`() {
        let found = names("광주", on: "2023-04-10")
        #expect(found.first == "광주광역시" && found.contains("경기도 광주시"))
        let few = registry.completions(
            of: NamePattern("구"), on: SampleRegistry.day("2023-04-10"), rowsMax: 3)
        #expect(few.count == 3)
    }
}
