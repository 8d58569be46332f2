import HTTPTypes
import Hometown
import HummingbirdTesting
import TestSupport
import Ledger
import Testing

@testable import Web

@Suite struct TimelineRouteTests {
    private func kinds(_ path: String, _ web: LedgerInterface) async throws -> [String] {
        let answer = try await web.get(path + "/timeline", as: .manager)
        #expect(answer.status == .ok, "\(answer.text)")
        return try answer.items.map { item in
            [item["kind"]?.string, item["action"]?.string, item["happened_on"]?.string]
                .compactMap { $0 }.joined(separator: " ")
        }
    }

    @Test func `a donation's timeline holds what became of it, in order, each with its hash`()
        async throws
    {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "k")
            let reversal = #"{"action":"reverse","reason":"착오"}"#
            let answer = try await web.interface.ask(
                .post, "/api/v1/donations/\(id)/corrections", as: .manager,
                headers: [
                    .contentType: "application/json", .idempotencyKey: "r",
                    .ifMatch: VersionTag(0).text,
                ], body: reversal)
            #expect(answer.status == .created)
            #expect(
                try await kinds("donations/\(id)", web) == [
                    "donation 2026-03-02", "correction reverse",
                ])
            _ = try await web.test.publish()
            let items = try await web.get("donations/\(id)/timeline", as: .auditor).items
            #expect(items.map { $0["log_index"] } == [1, 2])
            #expect(items.allSatisfy { $0["leaf_hash"]?.string?.count == 64 })
            #expect(items.first?["author"] == "manager")
            let page = try await web.get("donations/\(id)/timeline?limit=1", as: .auditor)
            let next = try #require(try page.json["next"]?.string)
            let rest = try await web.get(
                "donations/\(id)/timeline?limit=1&cursor=\(next)", as: .auditor)
            #expect(try rest.items.compactMap { $0["kind"]?.string } == ["correction"])
        }
    }

    @Test func `staff are called by their names on pages, and by their logins for machines`()
        async throws
    {
        try await LedgerInterface.with { web in
            let ledger = web.test.ledger
            func add(_ login: String, _ name: String) async throws -> Author {
                try await ledger.addAccount(
                    login: login, name: name, role: "clerk", by: web.test.author
                ).author
            }
            let kim = try await add("kim-1", "김가나")
            let gift = web.test.intake(1_000)
            let answer = try await ledger.record(
                gift, content: gift.canonical.bytes, request: Request(author: kim, key: "gift"))
            let id = try #require(answer.receipt?.id)
            let path = "donations/\(id)"
            let page = try await web.page("/\(path)", as: .manager).text
            #expect(page.contains("김가나") && !page.contains("kim-1"))
            _ = try await add("kim-2", "김가나")
            #expect(try await web.page("/\(path)", as: .auditor).text.contains("김가나 (kim-1)"))
            let items = try await web.get("\(path)/timeline", as: .manager).items
            #expect(items.first?["author"] == "kim-1")
            // Whose login a token's name is, too, did not write what the token wrote.
            let other = try await ledger.author(.token, name: "kim-1")
            #expect(other.id != kim.id)
            let told = try await web.page("/\(path)", as: .manager).text
            #expect(told.contains("kim-1") && !told.contains("김가나"))
            for open in ["/", "/p", "/p/governments/36110", "/p/verify?q=\(id)"] {
                let page = try await web.page(open, as: nil).text
                #expect(!page.contains("kim-1") && !page.contains("김가나"), "\(open)")
            }
        }
    }

    @Test func `an import's rows tell where they came from, and it tells what undid it`()
        async throws
    {
        try await LedgerInterface.with { web in
            let recorded = try await web.upload(ImportRouteTests.list).value
            let id = try #require(recorded["id"]?.string)
            let no = try #require(recorded["no"]?.string)
            let plan = try await web.get("imports/\(id)/reversal", as: .clerk).value
            #expect(plan["possible"] == true && plan["reversing"] == 1)
            let wrong = try await web.post(
                "imports/\(id)/reversal", #"{"reason":"착오","confirm":"I-1"}"#, key: "w")
            #expect(try wrong.faults == ["confirm confirmation_mismatch"])
            let body = #"{"reason":"착오","confirm":"\#(no)"}"#
            let done = try await web.post("imports/\(id)/reversal", body, key: "u")
            #expect(done.status == .created, "\(done.text)")
            let again = try await web.post("imports/\(id)/reversal", body, key: "v")
            #expect(again.status == .conflict)
            #expect(try again.code == "import-reversal-blocked")
            #expect(try again.value["plan.reversed_as"]?.string == done.value["no"]?.string)
            #expect(try await kinds("imports/\(id)", web) == ["import", "import_reversal"])
            let donation = try #require(
                try await web.get("donations", as: .clerk).items.first?["id"]?.string)
            let story = try await kinds("donations/\(donation)", web)
            #expect(story == ["import", "donation 2026-03-02", "correction reverse"])
        }
    }

    @Test func `agreements and runs of a relay have theirs, in the console too`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let agreement = try #require(
                try await web.get("exchanges").items.first?["agreement_id"]?.string)
            let told = try await kinds("agreements/\(agreement)", web)
            #expect(told.contains { $0.hasPrefix("agreement") }, "\(told)")
            #expect(told.contains { $0.hasPrefix("exchange") })
            let relay = try #require(try await web.test.ledger.relays(rowsMax: 1).first?.id)
            let record = try #require(try await web.test.ledger.relay(relay))
            let run = try #require(record.nominations.first?.participation)
            let path = "relays/\(relay)/participations/\(run)"
            let runTold = try await kinds(path, web)
            #expect(runTold.contains { $0.hasPrefix("participation") }, "\(runTold)")
            #expect(runTold.contains { $0.hasPrefix("nomination") })
            let answerer = try #require(record.nominations.compactMap(\.answeredBy).first)
            let story = try await kinds("relays/\(relay)/participations/\(answerer)", web)
            let edges = record.nominations.filter {
                $0.participation == answerer || $0.answeredBy == answerer
            }
            let named = story.filter { $0.hasPrefix("nomination") }
            #expect(named.count == edges.count, "\(story)")
            for page in ["/agreements/\(agreement)", "/\(path)"] {
                let text = try await web.page(page, as: .auditor).text
                #expect(text.contains("<ol class=\"timeline\" aria-label=\"이력\">"), "\(page)")
            }
            let nobody = "01900000-0000-7000-8000-000000000000"
            let answer = try await web.get(
                "relays/\(relay)/participations/\(nobody)/timeline", as: .manager)
            #expect(answer.status == .notFound)
        }
    }

    @Test func `exchanges, people and governments have theirs`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let exchange = try #require(
                try await web.get("exchanges").items.first?["id"]?.string)
            let told = try await kinds("exchanges/\(exchange)", web)
            #expect(told.contains("exchange 2023-04-10"), "\(told)")
            #expect(told.contains { $0.hasPrefix("leg") } && told.contains { $0.hasPrefix("agr") })
            let person = try #require(
                try await web.get("people", as: .manager).items.first?["id"]?.string)
            #expect(try await kinds("people/\(person)", web).first == "person")
            let sejong = try await kinds("governments/36110", web)
            #expect(sejong.contains { $0.hasPrefix("agreement") }, "\(sejong)")
            let nobody = "01900000-0000-7000-8000-000000000000"
            for noun in ["donations", "exchanges", "agreements", "people", "imports"] {
                let answer = try await web.get("\(noun)/\(nobody)/timeline", as: .manager)
                #expect(answer.status == .notFound)
            }
        }
    }
}
