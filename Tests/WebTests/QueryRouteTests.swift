import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Web

/// What may stand behind an address.
@Suite struct QueryRouteTests {
    @Test func `a trial that is none is refused and nothing is recorded`() async throws {
        try await LedgerInterface.with { web in
            for (path, body) in [
                ("donations", DonationRouteTests.body), ("projects", FactRouteTests.project),
                ("bars", FactRouteTests.bar),
                ("people", #"{"name_ko":"가나다","name_en":"Ganada"}"#),
            ] {
                let answer = try await web.post(path + "?dry_run=true", body)
                #expect(answer.status == .badRequest, "\(path) \(answer.text)")
                #expect(try answer.faults == ["dry_run unknown"])
                #expect(try await web.get(path, as: .manager).items.isEmpty)
                #expect(try await web.post(path, body, key: path).status == .created)
            }
        }
    }

    /// Every route of the API says in its document what it takes, and takes nothing else.
    @Test func `no route takes a parameter that its document does not know`() async throws {
        try await LedgerInterface.with { web in
            let nothing = "01890000-0000-7000-8000-000000000001"
            let routes = web.interface.parts.table.routes.filter { $0.path.hasPrefix("/api/v1/") }
            #expect(routes.count > 90)
            for route in routes {
                let path = route.path.replacing("{entry}", with: "D-2026-000001")
                    .replacing("{code}", with: "36110").replacing("{name}", with: "daily")
                    .replacing(#/\{[a-z]+\}/#, with: nothing)
                let role = Role.allCases.first { route.access.admits($0) }
                let contentType =
                    switch route.body {
                    case .file(let types, _): types[0]
                    default: "application/json"
                    }
                let answer = try await web.interface.ask(
                    route.method, path + "?colour=red", as: role,
                    headers: [
                        .contentType: contentType, .idempotencyKey: route.path, .ifMatch: "*",
                    ], body: "{}")
                #expect(answer.status == .badRequest, "\(route.method) \(route.path)")
                let faults = try answer.faults
                #expect(faults == ["colour unknown"], "\(route.method) \(route.path) \(faults)")
            }
        }
    }

    @Test func `a name that is no government's, or several's, says which may be meant`()
        async throws
    {
        try await LedgerInterface.with { web in
            for path in [
                "donations?recipient=", "donations?giver=", "agreements?government=",
                "exchanges?government=", "projects?government=", "reciprocity?government=",
            ] {
                // 중구, 세중시.
                for (name, told) in [
                    ("%EC%A4%91%EA%B5%AC", "governments are called"),
                    ("%EC%84%B8%EC%A4%91%EC%8B%9C", "세중시"),
                ] {
                    let answer = try await web.get(path + name, language: "en")
                    #expect(answer.status == .badRequest, "\(path)")
                    #expect(try answer.code == "invalid-parameter")
                    #expect(answer.text.contains(told), "\(path) \(answer.text)")
                }
            }
        }
    }

    @Test func `periods are asked for as they are written`() async throws {
        try await LedgerInterface.with { web in
            for period in ["", "2025-13", "x"] {
                let answer = try await web.get("periods?period=" + period, as: .clerk)
                #expect(try answer.faults == ["period unreadable"], "\(period)")
            }
            #expect(try await web.get("periods?period=2025-12", as: .clerk).items.isEmpty)
        }
    }

    @Test func `a file's name is as long as its column, and seen`() async throws {
        try await LedgerInterface.with { web in
            for name in [String(repeating: "a", count: 256), "a%0Ab.csv", "a%E2%80%AEb.csv"] {
                let answer = try await web.upload(
                    ImportRouteTests.list, query: "?file_name=" + name)
                #expect(try answer.faults == ["file_name unreadable"], "\(name)")
            }
            let reason = try await web.upload(
                ImportRouteTests.list, query: "?force=a%E2%80%AEb&dry_run=1")
            #expect(try reason.faults == ["force unreadable"])
        }
    }

    @Test func `an export's reason is one that can be read later`() async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.get("donations.csv?reason=a%E2%80%AEb", as: .clerk)
            #expect(try answer.faults == ["reason unreadable"])
        }
    }
}
