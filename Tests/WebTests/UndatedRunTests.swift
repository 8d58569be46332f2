import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Ledger
@testable import Web

/// By which day somebody is named of whom no day of its own is known, or several are: by the same
/// in the picture, in its table and as JSON, or the one would say whom the other masks.
@Suite struct UndatedRunTests {
    private static let mayor = """
        {"name_ko":"박정직","name_en":"Park Jeong-jik","offices":[
        {"title_ko":"부산광역시장","title_en":"Mayor of Busan","government":"26000",
        "held_from":"2024-01-01","held_to":"2025-01-01"}]}
        """

    @Test(
        arguments: [
            ("2024-06-01", "박정직", "부산광역시장"), ("2025-03-01", "박○직", nil),
        ] as [(String, String, String?)])
    func `a run without a day is named by the first nomination that came of it`(
        day: String, name: String, office: String?
    ) async throws {
        try await LedgerInterface.with { web in
            let mayor = try await web.add("people", Self.mayor, key: "p1")
            let next = try await web.add(
                "people", #"{"name_ko":"이다음","name_en":"Lee Da-eum","offices":[]}"#, key: "p2")
            let relay = try await web.add(
                "relays", #"{"name_ko":"챌린지","name_en":"Challenge"}"#, key: "r")
            let run = try await web.add(
                "relays/\(relay)/participations",
                """
                {"person":"\(mayor)","nominees":[{"person":"\(next)","nominated_on":"\(day)"}],
                "donations":[{"origin":"reported","donor":{"person":"\(mayor)"},
                "recipient":"36110","amount":1000,"donated_on":"2024-05-30"}]}
                """, key: "run")
            let listed = try #require(
                try await web.get("relays/\(relay)/participations").items.first)
            #expect(listed["id"] == .string(run) && listed["participated_on"] == .null)
            let graph = try await web.get("relays/\(relay)/graph").value
            let nodes = graph["nodes"]?.objects.map { JSONValue.object($0) } ?? []
            let node = try #require(nodes.first { $0["kind"] == "participation" })
            let title: JSONValue = office.map { .string($0) } ?? .null
            for told in [listed, node] {
                #expect(told["person.name"] == .string(name))
                #expect(told["person.office"] == title)
            }
            let table = try await web.get("relays/\(relay)/graph?format=table").value
            #expect(table["rows.0.name"] == .string(name))
            #expect(table["rows.0.office"] == .string(office ?? ""))
            // The gift names who gave it: only where the run does, too, they are told of together.
            let gift = try #require(try await web.get("donations").items.first)
            let shown: JSONValue = office == nil ? .null : .string(run)
            #expect(gift["participation_id"] == shown)
            #expect((listed["donation_ids.0"]?.string == nil) == (office == nil))
            let page = try await web.page("/p/relays/\(relay)", as: nil).text
            #expect(page.contains("박정직") == (office != nil))
        }
    }

    @Test func `who was named twice is named by the nomination that can still be answered`()
        throws
    {
        let id = SampleOverview.id(9_000)
        let person = PersonRecord(
            person: RecordedPerson(
                id: id, number: 9_000, recordedAt: SampleOverview.readAt, logIndex: nil,
                nameKorean: "박정직", nameEnglish: "Park Jeong-jik"),
            offices: [
                RecordedOffice(
                    id: SampleOverview.id(9_001), person: id,
                    title: Bilingual("부산광역시장", "Mayor of Busan"), government: nil,
                    constituencyKorean: nil, constituencyEnglish: nil, partyKorean: nil,
                    partyEnglish: nil, heldFrom: CivilDate("2024-01-01"),
                    heldTo: CivilDate("2025-01-01"), knownOn: nil)
            ], claims: [])
        let line = SamplePeople.line(of: 2)
        let replies: [(day: String, reply: Nomination.Reply?)] = [
            ("2024-06-01", .declined), ("2025-03-01", nil),
        ]
        let nominations = replies.enumerated().map { place, call in
            RecordedNomination(
                id: SampleOverview.id(9_010 + UInt64(place)), number: Int64(9_010 + place),
                recordedAt: SampleOverview.readAt, logIndex: nil, relay: line.relay.id,
                participation: line.participations[place].id, nominee: id,
                happenedOn: EventDate(call.day), answeredBy: nil, reply: call.reply)
        }
        let record = SamplePeople.relay(
            line.relay.name, runs: line.participations, nominations: nominations,
            people: [person] + line.people.values, startedBy: nil)
        #expect(record.calls.map(\.id) == [nominations[0].id])
        #expect(record.calls.map(\.shown) == [nominations[1]])
        let export = RelayExport(
            record.published(showing: []), on: SampleOverview.today, SampleOverview.registry,
            for: Reader(language: .korean, role: nil))
        let graph = try JSONReader.read(export.bytes(as: .json))
        let nodes = graph["nodes"]?.objects.map { JSONValue.object($0) } ?? []
        let node = try #require(nodes.first { $0["kind"] == "nominee" })
        #expect(node["person.name"] == "박○직" && node["person.office"] == .null)
        let table = try JSONReader.read(export.bytes(as: .table))
        let rows = table["rows"]?.objects.map { JSONValue.object($0) } ?? []
        let row = try #require(rows.first { $0["id"] == node["id"] })
        #expect(row["name"] == node["person.name"] && row["office"] == "")
        // The row of the first nomination leads to the same node.
        for format in RelayExport.Format.allCases {
            let text = String(decoding: export.bytes(as: format), as: UTF8.self)
            #expect(!text.contains("박정직"), "\(format)")
        }
        let staff = RelayExport(
            record, on: SampleOverview.today, SampleOverview.registry,
            for: Reader(language: .korean, role: .auditor))
        #expect(String(decoding: staff.bytes(as: .csv), as: UTF8.self).contains("박정직"))
    }

    /// Of an unknown day any office would count.
    @Test func `nobody is named beside a nomination without a day whom the run masks`()
        async throws
    {
        try await LedgerInterface.with { web in
            let mayor = try await web.add("people", Self.mayor, key: "p1")
            let first = try await web.add(
                "people", #"{"name_ko":"김처음","name_en":"Kim Cheo-eum","offices":[]}"#, key: "p2")
            let next = try await web.add(
                "people", #"{"name_ko":"이다음","name_en":"Lee Da-eum","offices":[]}"#, key: "p3")
            let relay = try await web.add(
                "relays", #"{"name_ko":"챌린지","name_en":"Challenge"}"#, key: "r")
            let runs = "relays/\(relay)/participations"
            // Named by the one and naming the other, both out of office.
            let before = try await web.add(
                runs,
                """
                {"person":"\(first)","participated_on":"2025-02-01",
                "nominees":[{"person":"\(mayor)"}]}
                """, key: "r1")
            let named = try await web.get("relays/\(relay)/nominations", as: .auditor).items
            let nomination = try #require(named.first?["id"]?.string)
            #expect(named.first?["participation_id"] == .string(before))
            let run = try await web.post(
                runs,
                """
                {"person":"\(mayor)","participated_on":"2025-03-01","answers":["\(nomination)"],
                "nominees":[{"person":"\(next)"}]}
                """, key: "r2")
            #expect(run.status == .created, "\(run.text)")
            for path in ["/p", "/p/relays/\(relay)"] {
                let text = try await web.page(path, as: nil).text
                #expect(text.contains("박○직") && !text.contains("박정직"), "\(path)")
            }
            for list in ["nominations", "participations"] {
                let path = "relays/\(relay)/\(list)"
                let text = try await web.get(path).text
                #expect(text.contains("박○직") && !text.contains("박정직"), "\(path)")
                #expect(try await web.get(path, as: .auditor).text.contains("박정직"), "\(path)")
            }
            for format in RelayExport.Format.allCases {
                let path = "relays/\(relay)/graph?format=\(format)"
                let text = try await web.get(path).text
                #expect(text.contains("박○직") && !text.contains("박정직"), "\(format)")
                let staff = try await web.get(path, as: .auditor).text
                #expect(staff.contains("박정직"), "\(format)")
            }
        }
    }
}
