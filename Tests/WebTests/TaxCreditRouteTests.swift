import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct TaxCreditRouteTests {
    @Test(arguments: [
        ("year=2025&amount=200000", 105_909, 10_590, 116_499),
        ("year=2026&amount=200000", 130_909, 13_090, 143_999),
        ("year=2024&amount=100000", 90_909, 9_090, 99_999),
        ("year=2026&amount=500000&region=disaster", 220_909, 22_090, 242_999),
    ])
    func `the estimate is that of the law reference, to the won`(
        query: String, income: Int64, local: Int64, total: Int64
    ) async throws {
        try await LedgerInterface.with { web in
            let told = try await web.get("tax-credit?\(query)").value
            #expect(told["income_tax"] == .integer(income))
            #expect(told["local_income_tax"] == .integer(local))
            #expect(told["total"] == .integer(total))
            #expect(told["notice"] == "예상액, 실제와 다를 수 있음")
        }
    }

    @Test func `what is over the cap or before the scheme has none`() async throws {
        try await LedgerInterface.with { web in
            let over = try await web.get("tax-credit?year=2024&amount=5000001")
            #expect(try over.faults == ["amount over_annual_cap"])
            let early = try await web.get("tax-credit?year=2022&amount=1")
            #expect(try early.faults == ["year date_invalid"])
            #expect(try await web.get("tax-credit?amount=-1").status == .badRequest)
        }
    }
}
