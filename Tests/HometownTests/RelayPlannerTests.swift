import Hometown
import Testing

/// What an edge list comes to, before anything is written.
@Suite struct RelayPlannerTests {
    static let today = SampleRegistry.day("2026-09-01")
    static let header = EdgeList.Column.allCases.map(\.rawValue)

    private static func plan(
        _ rows: [String], known: [RelayHoldings.KnownPerson] = [],
        graph: RelayGraph = RelayGraph(participations: [], nominations: [])
    ) throws(EdgeListFaults) -> RelayPlan {
        let cells = rows.map { row in
            row.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        }
        let list = try EdgeListReader(today: today).read([header] + cells)
        return try RelayPlanner.plan(
            list, for: RelayHoldings(people: known, graph: graph, sources: []), today: today,
            in: SampleRegistry.registry)
    }

    private static func faults(_ rows: [String]) -> [String] {
        do {
            _ = try plan(rows)
            return []
        } catch {
            return error.found.map { "\($0.field) \($0.code)" }
        }
    }

    @Test func `rows become people, participations of a year and nominations`() throws {
        let plan = try Self.plan([
            "갑,세종특별자치시장,을,대전광역시장,2023-03,https://example.org/1",
            "병,제주특별자치도지사,을,대전시장,2023-04,https://example.org/1",
            "을,대전광역시장,정,국회의원(충남 아산시갑),2023-05-02,",
            "을,대전광역시장,갑,세종시장,2024,https://example.org/2",
        ])
        #expect(plan.people.map(\.name) == ["갑", "을", "병", "정"])
        #expect(plan.people[0].office?.government?.code == "36110")
        #expect(plan.people[3].office?.title == "국회의원")
        #expect(plan.people[3].office?.constituency == "충남 아산시갑")
        #expect(plan.runs.map(\.year) == [2023, 2023, 2023, 2024])
        #expect(plan.runs.map(\.generation) == [0, 0, 1, 0])
        #expect(plan.nominations.map(\.answeredBy) == [.new(2), .new(2), nil, nil])
        #expect(plan.sources == ["https://example.org/1", "https://example.org/2"])
        #expect(plan.notices.isEmpty)
    }

    @Test func `a nomination is answered in its year, else in the next, and no later`() throws {
        let plan = try Self.plan([
            "가,,나,,2023-11,", "다,,나,,2022-02,", "라,,나,,2021-02,", "나,,마,,2024-01,",
            "바,,나,,2024-03,",
        ])
        let answers = plan.nominations.map { $0.answeredBy != nil }
        #expect(answers == [true, false, false, false, true])
    }

    @Test func `naming back is no loop where the next year has a participation`() throws {
        let plan = try Self.plan(["가,,나,,2023-03,", "나,,가,,2023-09,", "가,,다,,2024-01,"])
        #expect(plan.nominations[1].answeredBy == .new(2))
        #expect(
            Self.faults(["가,,나,,2023-03,", "나,,가,,2023-09,"])
                == ["rows[3].to_person nomination_cycle"])
    }

    @Test func `a loop is refused with its way`() {
        do {
            _ = try Self.plan(["가,,나,,2023,", "나,,다,,2023,", "다,,가,,2023,"])
            Issue.record("the loop was not seen")
        } catch {
            #expect(
                error.found.map(\.text.korean) == [
                    "행 4: 지명 관계가 순환합니다(가(2023) → 나(2023) → 다(2023) → 가(2023)). "
                        + "참여와 지명을 확인해 주십시오."
                ])
        }
    }

    @Test(arguments: [
        (["가,,가,,2023,"], "rows[2].to_person nomination_to_self"),
        (["가,,나,,2023-01,", "가,,나,,2023-02,"], "rows[3].to_person nomination_duplicate"),
        (["가,,나,,2026-10,"], "rows[2].date_or_month participation_in_future"),
        (["가,,나,,2023-13,"], "rows[2].date_or_month date_invalid"),
        (["가,,나,,0023-03,"], "rows[2].date_or_month date_invalid"),
        (["가,,나,,,"], "rows[2].date_or_month value_missing"),
        ([",,나,,2023,"], "rows[2].from_person value_missing"),
        (["가,,나,,2023,file:///x"], "rows[2].source_url value_invalid"),
        (["가,990101-1234567,나,,2023,"], "rows[2].from_office resident_number_present"),
        (["가,,나,,2023"], "rows[2].cells value_invalid"),
        (["가,,나\u{202E},,2023,"], "rows[2].to_person value_invalid"),
        (["가,시\t장,나,,2023,"], "rows[2].from_office value_invalid"),
        (
            ["e\(String(repeating: "\u{301}", count: 201)),,나,,2023,"],
            "rows[2].from_person value_too_long"
        ),
        (
            ["가,세종시장,나,,2023-03-01,", "가,대전시장,다,,2023-03-01,"],
            "rows[3].from_person office_ambiguous"
        ),
        (
            ["가,세종시장,나,,2023-03,", "가,대전시장,다,,2023-04,", "가,,라,,2023-05,"],
            "rows[4].from_person person_ambiguous"
        ),
        ([], "rows too_few"),
    ])
    func `what is wrong is said with its row`(rows: [String], fault: String) {
        #expect(Self.faults(rows) == [fault])
    }

    @Test func `a header that lacks a column says what it has`() {
        do {
            _ = try EdgeListReader(today: Self.today).read([["from_person", "누구"]])
            Issue.record("the header was taken")
        } catch {
            #expect(error.found[0].code == "column_missing")
            #expect(error.found[0].text.english.contains("It has: from_person, 누구."))
        }
    }

    @Test func `a number that was struck out is nobody's name`() {
        #expect(
            Self.faults(["******-*******,,을,대전시장,2023-03,"]) == [
                "rows[2].from_person value_invalid"
            ])
    }

    @Test func `namesakes and successive holders are pointed out and kept apart`() throws {
        let plan = try Self.plan([
            "가,세종특별자치시장,나,대전광역시장,2023-03,", "가,대전광역시장,다,국회의원,2024-03,",
        ])
        #expect(plan.people.count == 4)
        #expect(
            plan.notices.map(\.code) == ["same_name_other_office", "same_office_other_name"])
    }

    @Test func `people on record are found by name and office, or by their number`() throws {
        let mayor = RelayHoldings.KnownPerson(
            id: Identifier(high: 1, low: 1), no: "H-2026-000012", name: Bilingual("갑", "Gap"),
            offices: [
                Office(
                    title: Bilingual("세종특별자치시장", "Mayor"),
                    government: SampleRegistry.registry[code: "36110"]?.id)
            ])
        let plan = try Self.plan(
            [
                "갑,세종시장,을,,2023-03,", "Gap,세종시장,병,,2023-03,",
                "H-2026-000012,,정,,2024,", "H-2026-000012,,무,,2024,",
                "갑,대전시장,기,,2025,",
            ], known: [mayor])
        #expect(plan.runs.map(\.person).prefix(2) == [.known(mayor.id), .known(mayor.id)])
        #expect(plan.runs.map(\.year) == [2023, 2024, 2025])
        let stranger = plan.people.firstIndex { $0.name == "갑" }
        #expect(plan.runs[2].person == stranger.map { .new($0) })
        #expect(plan.notices.map(\.code) == ["same_name_other_office"])
    }

    @Test func `what the relay holds is not planned again, and is answered where it waits`() throws
    {
        let ids = (1...9).map { Identifier(high: 7, low: UInt64($0)) }
        let people = ["가", "나", "다"].enumerated().map { place, name in
            RelayHoldings.KnownPerson(
                id: ids[place], no: "H-2026-00000\(place)", name: Bilingual(name, name),
                offices: [])
        }
        let graph = RelayGraph(
            participations: [
                Participation(id: ids[3], person: ids[0]),
                Participation(id: ids[4], person: ids[1], participatedOn: EventDate("2023")),
            ],
            nominations: [
                Nomination(
                    id: ids[5], nominator: ids[3], nominee: ids[1],
                    nominatedOn: EventDate("2023-03"), answeredBy: ids[4]),
                Nomination(
                    id: ids[6], nominator: ids[4], nominee: ids[2],
                    nominatedOn: EventDate("2023-04")),
            ])
        let same = ["가,,나,,2023-03,", "나,,다,,2023-04,"]
        let nothing = try Self.plan(same, known: people, graph: graph)
        #expect(nothing.isEmpty)
        #expect(nothing.knownRowCount == 2)
        let more = try Self.plan(["다,,라,,2024-01,"], known: people, graph: graph)
        #expect(more.answers.map(\.nomination) == [ids[6]])
        #expect(more.answers.map(\.run) == [.new(0)])
    }
}
