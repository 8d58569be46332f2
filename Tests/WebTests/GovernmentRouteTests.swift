import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct GovernmentRouteTests {
    @Test(arguments: ["2023-01-01", "2023-04-10", "2026-06-30", "2026-07-01"])
    func `there are 243 governments on every day`(day: String) async throws {
        try await LedgerInterface.with { web in
            let items = try await web.get("governments?on=\(day)").items
            #expect(items.count == 243)
        }
    }

    @Test func `a government is shown with its day, its parent and its successors`() async throws {
        try await LedgerInterface.with { web in
            let gunwi = try await web.get("governments/47720").value
            #expect(gunwi["full_name"] == "경상북도 군위군")
            #expect(gunwi["valid_to"] == "2023-07-01")
            #expect(gunwi["parent"] == "47000")
            #expect(gunwi["successors.0"] == "27720")
            let sejong = try await web.get("governments/36110", language: "en").value
            #expect(sejong["name"] == "Sejong")
            #expect(sejong["valid_to"] == .null)
            #expect(try await web.get("governments/99999").status == .notFound)
            #expect(try await web.get("governments?on=2023-02-29").status == .badRequest)
        }
    }
}
