import Hometown
import Testing

private let registry = SampleRegistry.registry
private func unit(_ code: String) -> Government { SampleRegistry.unit(code) }
private func day(_ text: String) -> CivilDate { SampleRegistry.day(text) }

/// What a text resolves to, in codes: `one`, `any of`, `gone … now`, `unknown`.
private func found(_ text: String, _ date: String) -> String {
    switch registry.resolve(text, on: day(date)) {
    case .one(let government): government.code
    case .ambiguous(let governments):
        "any " + governments.map(\.code).joined(separator: " ")
    case .notInForce(let government, let inForce):
        ([government.code, "then"] + inForce.map(\.code)).joined(separator: " ")
    case .unknown: "unknown"
    }
}

@Suite struct GovernmentRegistryTests {
    @Test(
        "A written name means one government, several, one that is gone, or none",
        arguments: [
            ("44000", "2023-04-10", "44000"),
            ("４４０００", "2023-04-10", "44000"),
            ("충청남도", "2023-04-10", "44000"),
            ("충남", "2023-04-10", "44000"),
            ("충북", "2023-04-10", "43000"),
            ("경남", "2023-04-10", "48000"),
            ("서울시", "2023-04-10", "11000"),
            (" 서울\u{200B} ", "2023-04-10", "11000"),
            ("세종", "2023-04-10", "36110"),
            ("아산시", "2023-04-10", "44200"),
            ("충남 아산시", "2023-04-10", "44200"),
            ("충청남도아산시", "2023-04-10", "44200"),
            ("아산시갑", "2023-04-10", "unknown"),
            ("충남 아산시갑", "2023-04-10", "unknown"),
            ("서울 중구", "2023-04-10", "11140"),
            ("서울시 중구", "2023-04-10", "11140"),
            ("서울특별시중구", "2023-04-10", "11140"),
            ("Jung-gu, Seoul", "2023-04-10", "11140"),
            ("중구", "2023-04-10", "any 11140 26110 27110 28110 30140 31110"),
            ("중구", "2026-07-01", "any 11140 26110 27110 30140 31110"),
            ("인천 중구", "2026-06-30", "28110"),
            ("인천 중구", "2026-07-01", "28110 then 28125 28155"),
            ("고성군", "2023-04-10", "any 42820 48820"),
            ("강원 고성군", "2023-06-10", "42820"),
            ("강원 고성군", "2023-06-11", "51820"),
            ("경남 고성", "2023-06-11", "48820"),
            ("강원도", "2023-06-10", "42000"),
            ("강원도", "2023-06-11", "42000 then 51000"),
            ("강원특별자치도", "2023-04-10", "51000 then 42000"),
            ("전북", "2024-01-17", "45000"),
            ("전북", "2024-01-18", "52000"),
            ("광주", "2023-04-10", "any 29000 41610"),
            ("광주", "2026-07-01", "any 12000 41610"),
            ("광주시", "2023-04-10", "41610"),
            ("경기 광주", "2026-07-01", "41610"),
            ("광주광역시", "2023-04-10", "29000"),
            ("광주광역시", "2026-07-01", "29000 then 12000"),
            ("광주특별시", "2026-07-01", "12000"),
            ("광주 서구", "2026-06-30", "29140"),
            ("광주 서구", "2026-07-01", "12240"),
            ("46110", "2026-07-01", "46110 then 12110"),
            ("군위군", "2023-06-30", "47720"),
            ("군위군", "2023-07-01", "27720"),
            ("전남", "2026-07-01", "46000 then 12000"),
            ("남구청", "2023-04-10", "unknown"),
            ("", "2023-04-10", "unknown"),
        ])
    func resolution(text: String, date: String, expected: String) {
        #expect(found(text, date) == expected)
    }

    @Test func `Decomposed Hangul resolves like composed`() {
        #expect(
            found("\u{110B}\u{1161}\u{1109}\u{1161}\u{11AB}\u{1109}\u{1175}", "2023-04-10")
                == "44200")
    }

    @Test(.timeLimit(.minutes(1)))
    func `A text of any length is no name, and quickly none`() {
        #expect(found(String(repeating: "서울", count: 200_000), "2023-04-10") == "unknown")
    }

    @Test func `An unknown name suggests what begins it`() {
        guard
            case .unknown(let suggestions) = registry.resolve(
                "충남 아산시갑", on: day("2023-04-10"))
        else { return #expect(Bool(false), "a constituency is no government") }
        #expect(suggestions.first?.code == "44200")
    }

    @Test func `Old codes lead to their successors by the table and never by their digits`() {
        let after = day("2026-07-01")
        let table = [
            ("29110", ["12210"]), ("29140", ["12240"]), ("46110", ["12110"]),
            ("46770", ["12740"]), ("28110", ["28125", "28155"]), ("28140", ["28125"]),
            ("28260", ["28275", "28290"]), ("29000", ["12000"]), ("46000", ["12000"]),
            ("42820", ["51820"]), ("44200", ["44200"]),
        ]
        for (code, expected) in table {
            #expect(registry.successors(of: unit(code), on: after).map(\.code) == expected)
        }
        #expect(registry.successors(of: unit("12110"), on: day("2026-06-30")).isEmpty)
        #expect(
            registry.predecessors(of: unit("12000"), on: day("2026-06-30")).map(\.code)
                == ["29000", "46000"])
    }

    @Test func `A retired government is in force until the day before its end`() {
        #expect(unit("46000").isInForce(on: day("2026-06-30")))
        #expect(!unit("46000").isInForce(on: day("2026-07-01")))
        #expect(!unit("46000").isInForce(throughout: day("2026-06-30")...day("2026-07-01")))
    }

    @Test func `There are seventeen metropolitan governments, since July 2026 sixteen`() {
        for (date, count) in [
            ("2023-01-01", 17), ("2023-06-11", 17), ("2024-01-18", 17), ("2026-06-30", 17),
            ("2026-07-01", 16),
        ] {
            let standing = registry.inForce(on: day(date)).filter { $0.level == .metropolitan }
            #expect(standing.count == count)
        }
    }

    @Test func `A basic government is named after its parent`() {
        let name = registry.fullName(of: unit("44200"))
        #expect(name.korean == "충청남도 아산시")
        #expect(name.english == "Asan-si, Chungcheongnam-do")
        #expect(registry.parent(of: unit("27720"))?.code == "27000")
    }

    @Test(
        "A bad table is refused with line and column",
        arguments: [
            ("1\t11000\t서울\tSeoul\tmetropolitan\t\t1988-13-01\t\t\t", "valid_from"),
            ("x\t11000\t서울\tSeoul\tmetropolitan\t\t1988-04-23\t\t\t", "id"),
            ("1\t1100\t서울\tSeoul\tmetropolitan\t\t1988-04-23\t\t\t", "code"),
            ("1\t11000\t\tSeoul\tmetropolitan\t\t1988-04-23\t\t\t", "name_ko"),
            ("1\t11000\t서울\t\tmetropolitan\t\t1988-04-23\t\t\t", "name_en"),
            ("1\t11000\t서울\tSeoul\tcity\t\t1988-04-23\t\t\t", "level"),
            ("1\t11000\t서울\tSeoul\tbasic\t\t1988-04-23\t\t\t", "parent_code"),
            ("1\t11000\t서울\tSeoul\tmetropolitan\t99000\t1988-04-23\t\t\t", "parent_code"),
            ("1\t11000\t서울\tSeoul\tmetropolitan\t\t1988-04-23\t1988-04-23\t\t", "valid_to"),
            ("1\t11000\t서울\tSeoul\tmetropolitan\t\t1988-04-23\t2020-01-01\t\t", "successor_codes"),
            ("1\t11000\t서울", "name_ko"),
        ])
    func refusedTable(line: String, column: String) {
        let header = GovernmentRegistry.columns.joined(separator: "\t")
        #expect {
            try GovernmentRegistry(tsv: header + "\n" + line + "\n")
        } throws: { error in
            guard let error = error as? GovernmentTableError else { return false }
            return error.line == 2 && error.column == column
        }
    }

    @Test func `A table without its header, or with a code twice, is refused`() {
        #expect(throws: GovernmentTableError.self) { try GovernmentRegistry(tsv: "") }
        let twice = SampleRegistry.table + "\n999\t11000\tㄱ\tx\tmetropolitan\t\t1988-04-23\t\t\t"
        #expect(throws: GovernmentTableError.self) { try GovernmentRegistry(tsv: twice) }
    }
}
