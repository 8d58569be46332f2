import Hometown
import Ledger
import Testing
import TestSupport

@Suite struct PeopleTests {
    @Test func `a person has a name in both languages and offices by their dates`() async throws {
        try await TestLedger.with { test in
            let person = try await test.person(
                "가나다",
                OfficeDraft(
                    title: Bilingual("시장", "Mayor"), government: "36110",
                    heldFrom: CivilDate("2022-07-01")),
                OfficeDraft(
                    title: Bilingual("의원", "Member"), constituency: Bilingual("갑", "A"),
                    party: Bilingual("당", "Party"), heldFrom: CivilDate("2016-05-30"),
                    heldTo: CivilDate("2020-05-30")))
            let record = try #require(
                try await test.ledger.people(ids: [person]).first)
            #expect(record.person.name == Bilingual("가나다", "가나다"))
            #expect(record.person.no.hasPrefix("H-20"))
            #expect(record.offices.map(\.title.english) == ["Member", "Mayor"])
            #expect(record.offices[0].heldTo == CivilDate("2020-05-30"))
            #expect(record.offices[0].party?.english == "Party")
        }
    }

    @Test func `a further office is an entry of its own`() async throws {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            let office = OfficeDraft(
                title: Bilingual("시장", "Mayor"), government: "세종특별자치시",
                knownOn: CivilDate("2023-04-10"))
            let answer = try await test.ledger.record(
                office, of: person, request: test.request("office"))
            #expect(answer.receipt?.kind == .office)
            let record = try #require(
                try await test.ledger.people(ids: [person]).first)
            let code = try await test.ledger.governments()[id: record.offices[0].government ?? 0]
            #expect(code?.code == "36110")
        }
    }

    @Test func `an office without any date or of no government is refused whole`() async throws {
        try await TestLedger.with { test in
            let title = Bilingual("시장", "Mayor")
            let undated = PersonDraft(
                name: Bilingual("가", "Ga"),
                offices: [OfficeDraft(title: title, government: "36110")])
            let nowhere = PersonDraft(
                name: Bilingual("가", "Ga"),
                offices: [
                    OfficeDraft(
                        title: title, government: "아틀란티스", knownOn: CivilDate("2024-01-01"))
                ])
            let before = try await test.count("entry")
            #expect(
                try await test.ledger.record(undated, request: test.request("1")).reasons
                    == ["known_on field_missing"])
            #expect(
                try await test.ledger.record(nowhere, request: test.request("1")).reasons
                    == ["government government_unknown"])
            #expect(try await test.count("entry") == before)
            #expect(try await test.count("person") == 0)
        }
    }

    @Test func `an office of nobody is refused`() async throws {
        try await TestLedger.with { test in
            let office = OfficeDraft(
                title: Bilingual("시장", "Mayor"), knownOn: CivilDate("2023-04-10"))
            let nobody = Identifier(high: 1, low: 2)
            let answer = try await test.ledger.record(
                office, of: nobody, request: test.request("office"))
            #expect(answer.reasons == ["person reference_unknown"])
        }
    }

    @Test func `people come in pages by number of entry`() async throws {
        try await TestLedger.with { test in
            for name in ["가", "나", "다"] { _ = try await test.person(name) }
            let first = try await test.ledger.people(rowsMax: 2)
            let last = try #require(first.last)
            let rest = try await test.ledger.people(after: last.person.number, rowsMax: 2)
            #expect((first + rest).map { $0.person.name?.korean } == ["가", "나", "다"])
        }
    }
}
