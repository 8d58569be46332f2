import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// 이름 가리기. The name of a private donor is for whoever takes donations in; everybody else sees it
/// masked (홍○동), guests not at all. Every address that can be read is read.
@Suite struct NameMaskingTests {
    private static let name = "박한별"
    /// What a later name and a reason would give away.
    private static let secrets = [name, "박한솔"]

    /// A donation with a name, corrected to another for a reason that says both.
    private func filled(
        _ body: (LedgerInterface, _ ids: [String]) async throws -> Void
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let first = try await web.add(
                "donations", DonationRouteTests.body { $0.replace("홍길동", with: "박한별") },
                key: "k")
            let correction = try await web.correct(
                first,
                """
                {"action":"amend","reason":"박한별이 아니라 박한솔입니다",
                "changes":{"donor":{"name":"박한솔"}}}
                """, tag: "\"0\"")
            #expect(correction.status == .created, "\(correction.text)")
            _ = try await web.test.publish()
            let shown = try await web.get("donations/\(first)", as: .manager).value
            let second = try #require(shown["replaced_by"]?.string, "\(shown)")
            try await body(web, [first, second])
        }
    }

    @Test func `whoever takes donations in sees the name, others a part of it, guests none`()
        async throws
    {
        try await filled { web, ids in
            for (role, expected) in [
                (Role.clerk, "박한솔"), (.manager, "박한솔"), (.auditor, "박○솔"),
                (.coordinator, "박○솔"),
            ] {
                let answer = try await web.get("donations/\(ids[1])", as: role).value
                #expect(answer["donor.name"]?.string == expected, "\(role)")
                let page = try await web.page("/donations/\(ids[1])", as: role)
                #expect(page.text.contains(expected), "\(role)")
            }
            for role in [Role?.none, .operator] {
                let answer = try await web.get("donations/\(ids[1])", as: role)
                #expect(answer.status == .notFound)
            }
        }
    }

    @Test(arguments: [Role.auditor, .coordinator, .operator, nil])
    func `no address gives the whole name to somebody who has no need of it`(role: Role?)
        async throws
    {
        try await filled { web, ids in
            var read = 0
            for route in web.interface.parts.table.routes
            where route.method == .get && route.path != LiveRoutes.path {
                for id in ids {
                    let path = route.path.replacing("{id}", with: id)
                        .replacing("{entry}", with: id).replacing("{code}", with: "36110")
                        .replacing("{name}", with: "daily").replacing("{pid}", with: id)
                        .replacing("**", with: "0/000")
                    let address =
                        path.hasSuffix("bundle.zip")
                        ? path + "?from=2020-01-01&to=2199-12-31&reason=x" : path
                    let answer =
                        if route.language == nil {
                            try await web.interface.ask(.get, address, as: role)
                        } else {
                            try await web.page(address, as: role)
                        }
                    let text = answer.text
                    for secret in NameMaskingTests.secrets {
                        #expect(!text.contains(secret), "\(address) as \(String(describing: role))")
                    }
                    if answer.status == .ok { read += 1 }
                }
            }
            #expect(read > 30)
        }
    }

    @Test func `whoever is masked for everybody has no id there, and is not asked for by one`()
        async throws
    {
        try await LedgerInterface.with { web in
            let person = try await web.add(
                "people", #"{"name_ko":"박정직","name_en":"Park Jeong-jik","offices":[]}"#,
                key: "p")
            let gift = try await web.post(
                "donations",
                """
                {"origin":"reported","donor":{"person":"\(person)"},"recipient":"36110",
                "amount":1000,"donated_on":"2026-03-02"}
                """)
            #expect(gift.status == .created, "\(gift.text)")
            let name = "%EB%B0%95%EC%A0%95%EC%A7%81"
            for role in [Role?.none, .operator] {
                let list = try await web.get("donations", as: role)
                #expect(try list.items.first?["donor.name"] == "박○직")
                #expect(try list.items.first?["donor.person"] == .null)
                #expect(!list.text.contains(person))
                let asked = try await web.get("donations?person=\(person)", as: role)
                #expect(asked.status == .badRequest)
                #expect(try asked.faults == ["person unknown"])
                let named = try await web.get("donations?q=\(name)", as: role)
                #expect(named.status == .ok)
                #expect(try named.items.isEmpty)
            }
            #expect(try await web.get("donations?q=\(name)", as: .coordinator).items.count == 1)
            let known = try await web.get("donations?person=\(person)", as: .coordinator).items
            #expect(known.first?["donor.person"]?.string == person)
        }
    }

    @Test func `a guest finds by name what he reads the name in, and nothing outside the term`()
        async throws
    {
        try await LedgerInterface.with { web in
            let person = try await web.add(
                "people",
                """
                {"name_ko":"박정직","name_en":"Park Jeong-jik","offices":[
                {"title_ko":"부산광역시장","title_en":"Mayor of Busan","government":"26000",
                "held_from":"2024-01-01","held_to":"2025-01-01"}]}
                """, key: "p")
            // The year counts by its last day, on which the term is over.
            let days = [(1_000, "2024-12-31"), (2_000, "2025-01-01"), (3_000, "2024-03")]
            for (won, day) in days + [(4_000, "2025")] {
                let gift = try await web.post(
                    "donations",
                    """
                    {"origin":"reported","donor":{"person":"\(person)"},"recipient":"36110",
                    "amount":\(won),"donated_on":"\(day)"}
                    """, key: "\(won)")
                #expect(gift.status == .created, "\(gift.text)")
            }
            let name = "%EB%B0%95%EC%A0%95%EC%A7%81"
            func amounts(_ query: String, as role: Role? = nil) async throws -> [JSONValue?] {
                try await web.get("donations?q=\(query)", as: role).items.map { $0["amount"] }
            }
            for role in [Role?.none, .operator] {
                #expect(try await amounts(name, as: role) == [3_000, 1_000])
                #expect(try await amounts("by:\(name)", as: role) == [3_000, 1_000])
                // Left out by name would be found by name.
                #expect(try await amounts("-\(name)", as: role) == [4_000, 2_000])
                #expect(try await amounts("\(name)%202000", as: role) == [])
                let found = try await web.get("donations?q=\(name)&totals=true", as: role)
                #expect(try found.value["totals.rows"] == 2)
                for item in try found.items { #expect(item["donor.name"] == "박정직") }
            }
            #expect(try await amounts(name, as: .coordinator) == [4_000, 3_000, 2_000, 1_000])
        }
    }

    /// Two runs of a mayor, in office and after it, each with a gift from within the term and one
    /// from outside it; by the won they come to.
    private func ran(
        _ body: (LedgerInterface, _ relay: String, _ runs: [String], _ gifts: [Int64: String])
            async throws -> Void
    ) async throws {
        try await LedgerInterface.with { web in
            let person = try await web.add(
                "people",
                """
                {"name_ko":"박정직","name_en":"Park Jeong-jik","offices":[
                {"title_ko":"부산광역시장","title_en":"Mayor of Busan","government":"26000",
                "held_from":"2024-01-01","held_to":"2025-01-01"}]}
                """, key: "p")
            let relay = try await web.add(
                "relays", #"{"name_ko":"챌린지","name_en":"Challenge"}"#, key: "r")
            let days = [
                ("2024-06-01", (1_000, "2024-05-30"), (2_000, "2023-12-01")),
                ("2025-03-01", (3_000, "2024-12-31"), (4_000, "2025-02-01")),
            ]
            for (day, inOffice, outside) in days {
                let gifts = [inOffice, outside].map { won, day in
                    let recipient = [1_000, 4_000].contains(won) ? "36110" : "46820"
                    return """
                        {"origin":"reported","donor":{"person":"\(person)"},
                        "recipient":"\(recipient)","amount":\(won),"donated_on":"\(day)"}
                        """
                }
                let run = try await web.post(
                    "relays/\(relay)/participations",
                    """
                    {"person":"\(person)","participated_on":"\(day)",
                    "donations":[\(gifts.joined(separator: ","))]}
                    """, key: day)
                #expect(run.status == .created, "\(run.text)")
            }
            let runs = try await web.get("relays/\(relay)/participations").items
            var gifts: [Int64: String] = [:]
            for item in try await web.get("donations", as: .manager).items {
                guard case .integer(let won)? = item["amount"] else { continue }
                gifts[won] = item["id"]?.string
            }
            #expect(gifts.count == 4)
            try await body(web, relay, runs.compactMap { $0["id"]?.string }, gifts)
        }
    }

    @Test(arguments: [Role?.none, .operator])
    func `nobody follows a run to a gift, or a gift to a run, that masks whom the other names`(
        role: Role?
    ) async throws {
        try await ran { web, relay, runs, gifts in
            let told = try await web.get("relays/\(relay)/participations", as: role)
            #expect(try told.items.map { $0["person.name"] } == ["박정직", "박○직"])
            let graph = try await web.get("relays/\(relay)/graph", as: role)
            for (won, id) in gifts {
                let isTied = won == 1_000 || won == 4_000
                #expect(told.text.contains(id) == isTied, "\(won)")
                #expect(graph.text.contains(id) == isTied, "\(won)")
                let shown = try await web.get("donations/\(id)", as: role).value
                let run: JSONValue = isTied ? .string(runs[won == 1_000 ? 0 : 1]) : .null
                #expect(shown["participation_id"] == run, "\(won)")
            }
            let list = try await web.get("donations", as: role).items
            #expect(list.map { $0["amount"] } == [4_000, 3_000, 2_000, 1_000])
            #expect(
                list.map { $0["participation_id"] } == [
                    .string(runs[1]), .null, .null, .string(runs[0]),
                ])
        }
    }

    @Test func `nobody is told where a gift of a run went that masks whom the run names`()
        async throws
    {
        try await ran { web, relay, _, _ in
            let paths = ["table", "svg"].map {
                "/api/v1/relays/\(relay)/graph?format=\($0)"
            }
            for path in paths + ["/p/relays/\(relay)"] {
                let told = try await web.interface.ask(.get, path).text
                #expect(told.contains("기부 세종") && !told.contains("해남"), "\(path)")
            }
            let known = try await web.get("relays/\(relay)/graph?format=table", as: .auditor).text
            #expect(known.contains("세종") && known.contains("해남"))
        }
    }

    @Test func `a relay that is kept at hand is kept for staff and for everybody apart`()
        async throws
    {
        try await ran { web, relay, _, _ in
            let id = try #require(Identifier(relay))
            for isPublished in [false, true, false] {
                let kept = try #require(
                    try await web.test.ledger.figuredRelay(id, isPublished: isPublished)
                ).record
                #expect(kept.isPublished == isPublished)
                #expect(kept.participations.flatMap(\.donations).count == (isPublished ? 2 : 4))
            }
        }
    }

    @Test func `no page says of a gift that a run showed it where that says whose it is`()
        async throws
    {
        try await ran { web, _, runs, _ in
            let ledger = web.test.ledger
            func shown(_ donations: [RecordedDonation]) -> [String?] {
                donations.map { $0.participation?.description }
            }
            let published = try await ledger.donations(
                filter: DonationFilter(isPublished: true), rowsMax: 9)
            let all = try await ledger.donations(rowsMax: 9)
            let overview = try await ledger.overview()
            #expect(shown(published) == [runs[1], nil, nil, runs[0]])
            #expect(shown(overview.donations) == shown(published))
            #expect(shown(all) == [runs[1], runs[1], runs[0], runs[0]])
        }
    }

    @Test func `gifts of a run are found by it where everybody is told whose they are`()
        async throws
    {
        try await ran { web, relay, runs, _ in
            func amounts(_ query: String, as role: Role?) async throws -> [JSONValue?] {
                let found = try await web.get("donations?totals=true&\(query)", as: role)
                let items = try found.items
                #expect(try found.value["totals.rows"] == .integer(Int64(items.count)))
                return items.map { $0["amount"] }
            }
            for role in [Role?.none, .operator] {
                #expect(try await amounts("participation=\(runs[0])", as: role) == [1_000])
                #expect(try await amounts("participation=\(runs[1])", as: role) == [4_000])
                #expect(try await amounts("relay=\(relay)", as: role) == [4_000, 1_000])
            }
            let all: [JSONValue?] = [4_000, 3_000, 2_000, 1_000]
            #expect(try await amounts("relay=\(relay)", as: .coordinator) == all)
            #expect(
                try await amounts("participation=\(runs[0])", as: .auditor) == [2_000, 1_000])
            let known = try await web.get("relays/\(relay)/participations", as: .auditor).items
            for run in known { #expect(run["donation_ids.1"]?.string != nil) }
        }
    }

    /// A mayor under a donor's key, with a gift of 5,000 won in private and one of 1,000 that was
    /// reported.
    private func gave(
        _ body: (LedgerInterface, _ person: String, _ inPrivate: String) async throws -> Void
    ) async throws {
        try await LedgerInterface.with { web in
            let person = try await web.add(
                "people",
                """
                {"name_ko":"박정직","name_en":"Park Jeong-jik","donor_key":"홍길동","offices":[
                {"title_ko":"부산광역시장","title_en":"Mayor of Busan","government":"26000",
                "held_from":"2024-01-01"}]}
                """, key: "p")
            let mayor = web.test.ledger.secret.donor("홍길동")
            var gift = web.test.intake(5_000)
            gift.donor = .keyed(mayor)
            let inPrivate = try await web.test.ledger.record(
                gift, content: gift.canonical.bytes,
                request: Request(author: web.test.author, key: "private")
            ).receipt
            let told = try await web.post(
                "donations",
                """
                {"origin":"reported","donor":{"person":"\(person)"},"recipient":"36110",
                "amount":1000,"donated_on":"2026-03-02"}
                """)
            #expect(told.status == .created, "\(told.text)")
            try await body(web, person, try #require(inPrivate).id.description)
        }
    }

    @Test func `what a public person gave in private is in no sum for guests`() async throws {
        try await gave { web, _, _ in
            for query in ["", "&q=%EB%B0%95%EC%A0%95%EC%A7%81"] {
                let found = try await web.get("donations?totals=true\(query)").value
                #expect(found["totals.rows"] == 1, "\(query)")
                #expect(found["totals.amount"] == 1_000, "\(query)")
                let known = try await web.get("donations?totals=true\(query)", as: .manager)
                #expect(try known.value["totals.rows"] == 2, "\(query)")
            }
        }
    }

    @Test func `a gift in private is not found by the person by whoever may not see the name`()
        async throws
    {
        try await gave { web, person, inPrivate in
            let name = "%EB%B0%95%EC%A0%95%EC%A7%81"
            func amounts(_ query: String, as role: Role) async throws -> [JSONValue?] {
                try await web.get("donations?\(query)", as: role).items.map { $0["amount"] }
            }
            let asked = ["person=\(person)", "q=\(name)", "q=by:\(name)"]
            for role in [Role.auditor, .coordinator] {
                #expect(try await amounts("", as: role) == [1_000, 5_000], "\(role)")
                for query in asked {
                    #expect(try await amounts(query, as: role) == [1_000], "\(query) \(role)")
                }
                #expect(try await amounts("q=-\(name)", as: role) == [5_000], "\(role)")
                let found = try await web.get("search?q=\(name)", as: role)
                #expect(!found.text.contains(inPrivate), "\(role)")
                let story = try await web.get("people/\(person)/timeline", as: role)
                #expect(story.status == .ok && !story.text.contains(inPrivate), "\(role)")
                for path in ["/people/\(person)", "/search?q=\(name)"] {
                    let page = try await web.page(path, as: role)
                    #expect(page.text.contains("박정직"), "\(path) \(role)")
                    #expect(!page.text.contains(inPrivate), "\(path) \(role)")
                }
            }
            for query in asked {
                #expect(try await amounts(query, as: .clerk) == [1_000, 5_000], "\(query)")
            }
            let story = try await web.get("people/\(person)/timeline", as: .clerk)
            #expect(story.text.contains(inPrivate))
            #expect(try await web.page("/people/\(person)", as: .clerk).text.contains(inPrivate))
        }
    }

    @Test func `nobody finds a donor by a name that he may not see`() async throws {
        try await filled { web, _ in
            for role in [Role.auditor, .coordinator, .operator] {
                for path in ["donations?q=", "search?q="] {
                    let answer = try await web.get(
                        path + "%EB%B0%95%ED%95%9C%EC%86%94", as: role)
                    #expect(!answer.text.contains("박○솔"), "\(path) as \(role)")
                }
            }
            let found = try await web.get("donations?q=%EB%B0%95%ED%95%9C%EC%86%94", as: .clerk)
            #expect(found.text.contains("박한솔"))
        }
    }
}
