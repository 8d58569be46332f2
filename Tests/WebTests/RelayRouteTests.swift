import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct RelayRouteTests {
    private static func person(_ name: String) -> String {
        """
        {"name_ko":"\(name)","name_en":"Person \(name.utf8.count)",
        "offices":[{"title_ko":"군수","title_en":"Governor","government":"46710",
        "known_on":"2026-03-05"}]}
        """
    }

    @Test func `who holds no public office is masked for everybody and named to staff`()
        async throws
    {
        try await LedgerInterface.with { web in
            let relay = try await web.add(
                "relays", #"{"name_ko":"챌린지","name_en":"Challenge"}"#, key: "r")
            let head = try await web.add("people", Self.person("최민호"), key: "p1")
            let citizen = try await web.add(
                "people", #"{"name_ko":"홍길동","name_en":"Hong Gil-dong","offices":[]}"#,
                key: "p2")
            let other = try await web.add(
                "people", #"{"name_ko":"홍갑동","name_en":"Hong Gap-dong","offices":[]}"#,
                key: "p3")
            let run = try await web.post(
                "relays/\(relay)/participations",
                """
                {"person":"\(head)","participated_on":"2026-03-05","origin":true,
                "nominees":[{"person":"\(citizen)"},{"person":"\(other)"}]}
                """, as: .coordinator)
            #expect(run.status == .created, "\(run.text)")
            for path in ["/p", "/p/relays/\(relay)"] {
                let text = try await web.page(path, as: nil).text
                #expect(text.contains("최민호"), "\(path)")
                #expect(text.contains("홍○동"), "\(path)")
                #expect(!text.contains("홍길동"), "\(path)")
            }
            let api = "relays/\(relay)"
            for format in ["json", "csv", "graphml", "dot", "svg", "timeline", "table"] {
                let path = "\(api)/graph?format=\(format)"
                let text = try await web.get(path).text
                #expect(!text.contains("홍길동") && !text.contains(citizen), "\(format)")
                let staff = try await web.get(path, as: .auditor)
                #expect(staff.text.contains("홍길동"), "\(format)")
            }
            // Two who look alike behind their masks are not told apart by their numbers.
            #expect(!(try await web.get("\(api)/graph?format=csv")).text.contains("H-"))
            let told = try await web.get("\(api)/nominations").items
            #expect(told.first?["nominee.name"] == "홍○동")
            #expect(told.first?["nominee.id"] == .null)
            let known = try await web.get("\(api)/nominations", as: .auditor).items
            #expect(known.first?["nominee.name"] == "홍길동")
            #expect(known.first?["nominee.id"]?.string == citizen)
        }
    }

    @Test func `a run before the nomination it answers is recorded with a warning`() async throws {
        try await LedgerInterface.with { web in
            let relay = try await web.add(
                "relays", #"{"name_ko":"챌린지","name_en":"Challenge"}"#, key: "r")
            let first = try await web.add("people", Self.person("가"), key: "p1")
            let second = try await web.add("people", Self.person("나나"), key: "p2")
            _ = try await web.post(
                "relays/\(relay)/participations",
                """
                {"person":"\(first)","participated_on":"2026-03-05",
                "nominees":[{"person":"\(second)","nominated_on":"2026-03-06"}]}
                """, key: "1")
            let nominations = try await web.get("relays/\(relay)/nominations").items
            let nomination = try #require(nominations.first?["id"]?.string)
            let answer = try await web.post(
                "relays/\(relay)/participations",
                """
                {"person":"\(second)","participated_on":"2026-03-05",
                "answers":["\(nomination)"]}
                """, key: "2")
            #expect(answer.status == .created, "\(answer.text)")
            #expect(try answer.value["warnings.0"] == "participation_before_nomination")
        }
    }

    @Test func `a relay is recorded from run to run`() async throws {
        try await LedgerInterface.with { web in
            let relay = try await web.add(
                "relays",
                #"{"name_ko":"챌린지","name_en":"Challenge","nominations_per_participation":2}"#,
                key: "r")
            let first = try await web.add("people", Self.person("가"), key: "p1")
            let second = try await web.add("people", Self.person("나나"), key: "p2")
            let run = try await web.post(
                "relays/\(relay)/participations",
                """
                {"person":"\(first)","participated_on":"2026-03-05","origin":true,
                "proof":{"link":"https://example.org/a"},"comment":"함께 합니다",
                "nominees":[{"person":"\(second)"}],
                "donations":[{"origin":"reported","donor":{"person":"\(first)"},
                "recipient":"46820","donated_on":"2026-03-04"}]}
                """, as: .coordinator)
            #expect(run.status == .created, "\(run.text)")
            let nominations = try await web.get("relays/\(relay)/nominations").items
            #expect(nominations.count == 1)
            #expect(nominations[0]["nominee.id"]?.string == second)
            #expect(nominations[0]["nominee.office"] == "군수")
            #expect(nominations[0]["nominated_on"] == "2026-03-05")
            #expect(nominations[0]["state"] == "open")
            let nomination = try #require(nominations[0]["id"]?.string)
            let answer = try await web.post(
                "relays/\(relay)/participations",
                #"{"person":"\#(second)","answers":["\#(nomination)"]}"#, key: "2")
            #expect(answer.status == .created, "\(answer.text)")
            let runs = try await web.get("relays/\(relay)/participations?limit=1").value
            #expect(runs["items.0.comment"] == .null)
            #expect(runs["items.0.proof_link"] == "https://example.org/a")
            #expect(runs["items.0.donation_ids.0"]?.string != nil)
            let cursor = try #require(runs["next"]?.string)
            let rest = try await web.get(
                "relays/\(relay)/participations?cursor=\(cursor)", as: .auditor
            ).items
            #expect(rest.count == 1)
            #expect(rest[0]["answers.0"]?.string == nomination)
            let shown = try await web.get("relays/\(relay)").value
            #expect(shown["figures.participations"] == 2)
            #expect(shown["figures.answered"] == 1)
            #expect(shown["nominations_per_participation"] == 2)
        }
    }

    @Test func `a coordinator records with a run what its runner is reported to have given only`()
        async throws
    {
        try await LedgerInterface.with { web in
            let relay = try await web.add(
                "relays", #"{"name_ko":"챌린지","name_en":"Challenge"}"#, key: "r")
            let first = try await web.add("people", Self.person("가"), key: "p1")
            let second = try await web.add("people", Self.person("나나"), key: "p2")
            let runs = "relays/\(relay)/participations"
            let told = #""recipient":"46820","donated_on":"2026-03-04"}"#
            let own = #"{"origin":"reported","donor":{"person":"\#(first)"},"# + told
            let intake = DonationRouteTests.body {
                $0.replace(#""key":"d-1","name":"홍길동""#, with: #""person":"\#(first)""#)
            }
            func run(_ donations: String) -> String {
                #"{"person":"\#(first)","participated_on":"2026-03-05","#
                    + #""donations":[\#(donations)]}"#
            }
            let others = [
                #"{"origin":"reported","donor":{"person":"\#(second)"},"# + told,
                #"{"origin":"reported","donor":{"key":"d-1","name":"홍길동"},"# + told,
                intake, DonationRouteTests.body,
            ]
            for (index, other) in others.enumerated() {
                for donations in [other, own + "," + other] {
                    let answer = try await web.post(
                        runs, run(donations), as: .coordinator,
                        key: "\(index)-\(donations.utf8.count)")
                    #expect(answer.status == .forbidden, "\(answer.text)")
                    #expect(try answer.code == "forbidden")
                }
            }
            #expect(try await web.get(runs).items.isEmpty)
            #expect(try await web.get("donations", as: .manager).items.isEmpty)
            let taken = try await web.post(runs, run(intake), as: .manager, key: "taken")
            #expect(taken.status != .forbidden, "\(taken.text)")
        }
    }

    @Test func `a donation leads to its run however many the donor made since`() async throws {
        try await LedgerInterface.with { web in
            let person = try await web.add("people", Self.person("가가"), key: "p")
            let gift =
                #"{"origin":"reported","donor":{"person":"\#(person)"},"recipient":"46820","#
                + #""donated_on":"2026-03-04"}"#
            var pages: [String] = []
            for index in 0...Visit.rowsMax {
                let relay = try await web.add(
                    "relays", #"{"name_ko":"챌린지 \#(index)","name_en":"Challenge \#(index)"}"#,
                    key: "r\(index)")
                let donations = index == 0 ? gift : ""
                let run = try await web.add(
                    "relays/\(relay)/participations",
                    #"{"person":"\#(person)","participated_on":"2026-03-05","#
                        + #""donations":[\#(donations)]}"#, key: "run\(index)")
                pages.append("/relays/\(relay)/participations/\(run)")
            }
            let donation = try #require(try await web.get("donations", as: .auditor).items.first)
            let id = try #require(donation["id"]?.string)
            let page = try await web.page("/donations/\(id)", as: .auditor)
            #expect(page.text.contains("href=\"\(pages[0])\""))
        }
    }

    @Test func `what breaks a relay is refused`() async throws {
        try await LedgerInterface.with { web in
            let relay = try await web.add(
                "relays", #"{"name_ko":"챌린지","name_en":"Challenge"}"#, key: "r")
            let person = try await web.add("people", Self.person("가"), key: "p1")
            let runs = "relays/\(relay)/participations"
            let run = try await web.add(
                runs, #"{"person":"\#(person)","participated_on":"2026-03-05"}"#, key: "1")
            let faults = [
                (runs, #"{}"#, "person value_missing"),
                (runs, #"{"person":"7"}"#, "person value_invalid"),
                (runs, #"{"person":"\#(run)"}"#, "person reference_unknown"),
                (
                    runs, #"{"person":"\#(person)","participated_on":"2026-04-05"}"#,
                    "person participation_duplicate"
                ),
                (
                    runs, #"{"person":"\#(person)","participated_on":"2999-04-05"}"#,
                    "participated_on participation_in_future"
                ),
                (
                    runs, #"{"person":"\#(person)","proof":{"link":"file:///etc"}}"#,
                    "proof.link value_invalid"
                ),
                (
                    "relays/\(relay)/nominations",
                    #"{"participation_id":"\#(run)","nominee":"\#(person)"}"#,
                    "nominee nomination_to_self"
                ),
            ]
            for (index, (path, body, fault)) in faults.enumerated() {
                let answer = try await web.post(path, body, key: "f\(index)")
                let found = try answer.faults
                #expect(found.contains(fault), "\(found) \(answer.text)")
            }
            #expect(try await web.get(runs).items.count == 1)
        }
    }

    @Test func `people may be named, and what a name leaves open is asked back`() async throws {
        try await LedgerInterface.with { web in
            let relay = try await web.add(
                "relays", #"{"name_ko":"챌린지","name_en":"Challenge"}"#, key: "r")
            let office = { (title: String, government: String) in
                #"{"title_ko":"\#(title)","title_en":"Head","government":"\#(government)","#
                    + #""held_from":"2023-01-01"}"#
            }
            for (key, name, offices) in [
                ("a", "가나", [office("고흥군수", "46770")]),
                ("b", "가나", [office("담양군수", "46710")]),
                ("c", "다라", [office("해남군수", "46820"), office("구례군수", "46730")]),
            ] {
                _ = try await web.add(
                    "people",
                    #"{"name_ko":"\#(name)","name_en":"\#(key)","#
                        + #""offices":[\#(offices.joined(separator: ","))]}"#,
                    key: key)
            }
            let runs = "relays/\(relay)/participations"
            for (key, body, fault) in [
                ("1", #"{"person_name":"마바"}"#, "person_name person_unknown"),
                ("2", #"{"person_name":"가나"}"#, "person_name person_ambiguous"),
                (
                    "3", #"{"person_name":"다라","participated_on":"2026-03-05"}"#,
                    "office office_ambiguous"
                ),
                (
                    "4",
                    #"{"person_name":"가나","person_office":"담양군수","#
                        + #""nominees":[{"person_name":"가나"}]}"#,
                    "nominees[0].person_name person_ambiguous"
                ),
                (
                    "5",
                    #"{"person_name":"다라","person_office":"해남군수","#
                        + #""nominees":[{"person_name":"다라","person_office":"구례군수"}]}"#,
                    "nominee nomination_to_self"
                ),
            ] {
                let answer = try await web.post(runs, body, key: key)
                #expect(try answer.faults.contains(fault), "\(answer.text)")
            }
            #expect(try await web.get(runs).items.isEmpty)
            let body =
                #"{"person_name":"가나","person_office":"담양군수","participated_on":"2026-03-05"}"#
            let run = try await web.add(runs, body, key: "6")
            #expect(try await web.add(runs, body, key: "6") == run)
            let named = try await web.post(
                "relays/\(relay)/nominations",
                #"{"participation_id":"\#(run)","nominee_name":"다라","nominee_office":"구례군수"}"#,
                key: "7")
            #expect(named.status == .created, "\(named.text)")
            let unclear = try await web.post(
                "relays/\(relay)/nominations",
                #"{"participation_id":"\#(run)","nominee_name":"다라"}"#, key: "8")
            #expect(unclear.text.contains("해남군수") && unclear.text.contains("구례군수"))
        }
    }

    @Test func `the sample's relay has two nominators into Choi and one open nominee out`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            let relay = try #require(try await web.get("relays").items.first?["id"]?.string)
            let graph = try await web.get("relays/\(relay)/graph", language: "en").value
            let nodes = graph["nodes"]?.objects.map { JSONValue.object($0) } ?? []
            let edges = graph["edges"]?.objects.map { JSONValue.object($0) } ?? []
            #expect(nodes.count == 4)
            let choi = try #require(nodes.first { $0["person.name"] == "Choi Min-ho" })
            #expect(choi["date_precision"] == "on_or_before")
            #expect(choi["person.office"] == "Mayor of Sejong")
            let into = edges.filter { $0["to"] == choi["id"] }
            #expect(into.count == 2)
            #expect(into.allSatisfy { $0["state"] == "answered" })
            let out = edges.filter { $0["from"] == choi["id"] }
            #expect(out.count == 1)
            #expect(out[0]["state"] == "open")
            let nominee = try #require(nodes.first { $0["id"] == out[0]["to"] })
            #expect(nominee["kind"] == "nominee")
            let implied = nodes.filter { $0["implied"] == true }
            #expect(implied.count == 2)
        }
    }

    @Test func `the sample's figures are three runs, two nominators into one and an open baton`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            let relay = try #require(try await web.get("relays").items.first?["id"]?.string)
            let figures = try await web.get("relays/\(relay)/figures").value
            let expected: [(String, JSONValue)] = [
                ("participations", 3), ("people", 4), ("runners", 3), ("nominations", 3),
                ("open", 1), ("answered", 2), ("accepted", 0), ("declined", 0), ("lapsed", 0),
                ("origins", 2), ("multi_nominator", 1), ("repeat_people", 0), ("depth", 1),
                ("longest_chain", 2), ("fan_out_mean", 1), ("interval_days.median", .null),
                ("interval_days.known", 0), ("governments", 3), ("regions", 3), ("ends", 0),
                ("open_by_age.days_over_90", 1), ("generations.0.reproduction", .number("0.5")),
            ]
            for (name, value) in expected { #expect(figures[name] == value, "\(name)") }
            let shown = try await web.get("relays/\(relay)").value
            #expect(shown["figures"] == figures)
            // The page says the same: the starter stands before 1세대.
            let page = try await web.page("/p/relays/\(relay)", as: nil).text
            let cells = [("참여", "2"), ("지명", "2"), ("응답", "2"), ("재생산수", "0.5")].map {
                #"<td class="number" data-label="\#($0)">\#($1)</td>"#
            }
            #expect(page.contains("1세대</th>" + cells.joined()))
            let open = #"90일 초과</th><td class="number" data-label="지명">1</td>"#
            #expect(page.contains(open))
        }
    }

    @Test(arguments: ["relays/7", "relays/01890000-0000-7000-8000-000000000001/graph"])
    func `a relay that is not there is 404`(path: String) async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.get(path)
            #expect(answer.status == .notFound)
            #expect(try answer.code == "not-found")
        }
    }
}
