import HTTPTypes
import Hometown
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

/// The answers of the ledger's routes are what the OpenAPI document says, held against it one by
/// one over the sample.
@Suite struct DocumentedAnswerTests {
    @Test func `every answer over the sample fits its schema`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            // Before the run, so that its report is on its way.
            _ = try await web.post(
                "receivers", #"{"name":"share","kind":"directory","address":"/srv"}"#,
                as: .operator, key: "receiver")
            _ = try await web.post(
                "schedules/daily/runs", #"{"reason":"확인"}"#, as: .operator, key: "run")
            try await addFacts(to: web)
            let closing = try await web.add(
                "periods", PeriodRouteTests.closing.replacing("2026-03", with: "2023-01"),
                key: "period")
            _ = try await web.post("periods/\(closing)/reopenings", #"{"reason":"누락"}"#)
            _ = try await web.upload(ImportRouteTests.list)
            // A correction that waits, the newest of what does.
            let gift = try await web.add("donations", DonationRouteTests.body, key: "given")
            try await web.test.closeMarch()
            let asked = try await web.correct(
                gift, #"{"action":"reverse","reason":"두 번 적음"}"#, as: .clerk)
            #expect(asked.status == .accepted, "\(asked.text)")
            try await web.test.publish()
            let document = try await web.interface.ask(.get, "/openapi.json").value
            guard case .object(let schemas)? = document["components.schemas"] else {
                return #expect(Bool(false), "the document has schemas")
            }
            let check = SchemaCheck(schemas: schemas)
            for route in web.interface.parts.table.routes where route.path.hasPrefix("/api/") {
                guard route.method == .get,
                    let name = route.document.responses.first?.content.schema
                else { continue }
                guard let schema = schemas[name] else {
                    Issue.record("\(route.path): no schema \(name)")
                    continue
                }
                let path = try await filled(route.path, web)
                let answer = try await web.interface.ask(.get, path, as: .manager)
                #expect(answer.status == .ok, "\(path)")
                let faults = check.faults(try answer.value, schema)
                #expect(faults.isEmpty, "\(path): \(faults.prefix(5))")
            }
        }
    }

    /// One of each thing that the sample has none of.
    private func addFacts(to web: LedgerInterface) async throws {
        let project = try await web.add("projects", FactRouteTests.project, key: "project")
        for (path, body) in [
            ("bars", FactRouteTests.bar.replacing("36110", with: "11000")),
            ("interests", FactRouteTests.interest.replacing("36110", with: "11000")),
            ("funds", FundRouteTests.figure),
            (
                "donations",
                DonationRouteTests.body {
                    let more = #""project_id":"\#(project)","official_receipt_no":"1","amount""#
                    $0.replace(#""amount""#, with: more)
                }
            ),
        ] {
            let answer = try await web.post(path, body, key: path)
            #expect(answer.status == .created, "\(answer.text)")
        }
    }

    @Test func `receipts and problems fit theirs`() async throws {
        try await LedgerInterface.with { web in
            let document = try await web.interface.ask(.get, "/openapi.json").value
            guard case .object(let schemas)? = document["components.schemas"],
                let receipt = schemas["Receipt"], let problem = schemas["Problem"]
            else { return #expect(Bool(false), "the document has schemas") }
            let check = SchemaCheck(schemas: schemas)
            let good = try await web.post("donations", DonationRouteTests.body)
            #expect(check.faults(try good.value, receipt) == [])
            let bad = try await web.post("donations", "{}", key: "2")
            #expect(check.faults(try bad.value, problem) == [])
        }
    }

    /// What requests the tests send is what the document lets them.
    @Test func `a request of ours fits the schema of its draft`() async throws {
        try await LedgerInterface.with { web in
            let document = try await web.interface.ask(.get, "/openapi.json").value
            guard case .object(let schemas)? = document["components.schemas"],
                let draft = schemas["DonationDraft"]
            else { return #expect(Bool(false), "the document has schemas") }
            let body = try JSONReader.read(Array(DonationRouteTests.body.utf8))
            #expect(SchemaCheck(schemas: schemas).faults(body, draft) == [])
        }
    }

    /// The path with an id of the first thing of its list.
    private func filled(_ path: String, _ web: LedgerInterface) async throws -> String {
        guard !path.contains("{entry}") else { return path.replacing("{entry}", with: "1") }
        guard let start = path.firstIndex(of: "{"), let end = path.firstIndex(of: "}")
        else { return path }
        let list = String(path[..<start].dropLast())
        let item = try #require(
            try await web.interface.ask(.get, list, as: .manager).items.first, "\(path)")
        let key = item["id"] ?? item["code"] ?? item["name"]
        let name = try #require(key?.string)
        return try await filled(path.replacing(path[start...end], with: name), web)
    }
}
