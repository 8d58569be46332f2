import Testing

@testable import pumasi

/// What of a command line goes into the access log, for years.
@Suite struct ScopeTests {
    @Test(arguments: [
        ("donation list --limit 1", "pumasi donation list --limit"),
        ("donation show D-2026-000123 --as 감사인", "pumasi donation show D-2026-000123 --as"),
        ("donation show d-2026-000123", "pumasi donation show d-2026-000123"),
        ("donation list --query 홍길동", "pumasi donation list --query"),
        (
            "person show 01890000-0000-7000-8000-000000000001 --json",
            "pumasi person show 01890000-0000-7000-8000-000000000001 --json"
        ),
        ("donation list --set database.url=postgres://u:pw@h/d", "pumasi donation list --set"),
        ("donation list --set=database.url=postgres://u:pw@h/d", "pumasi donation list --set"),
        (
            "donation list --donor-key 01890000-0000-7000-8000-000000000001",
            "pumasi donation list --donor-key"
        ),
        ("donation export --reason D-2026-000123 -o x", "pumasi donation export --reason -o"),
        ("donation export -o/home/kim/list.csv", "pumasi donation export -o"),
        ("홍길동", "pumasi"),
    ])
    func `it names noun, verb, ids and options, and nothing that was typed freely`(
        typed: String, kept: String
    ) {
        #expect(GlobalOptions.scope(of: typed.split(separator: " ").map(String.init)) == kept)
    }
}
