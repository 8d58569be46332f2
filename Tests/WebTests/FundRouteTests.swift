import HTTPTypes
import Hometown
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Suite struct FundRouteTests {
    static let figure = """
        {"year":2025,"figure":"use","purpose":3,"amount":"1200만","document":"2025 결산서 12쪽"}
        """

    @Test func `a figure is typed in with its document, shown and listed by year`() async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.post("funds", Self.figure, as: .clerk)
            #expect(answer.status == .created, "\(answer.text)")
            let id = try answer.json["id"]?.string ?? ""
            let shown = try await web.get("funds/\(id)", as: .auditor).value
            #expect(shown["figure_name"] == "기금 사용액" && shown["amount"] == 12_000_000)
            #expect(shown["no"]?.string?.hasPrefix("U-") == true)
            let right = #"{"replaces":"\#(id)","# + Self.figure.dropFirst()
            #expect(try await web.post("funds", right, key: "2").status == .created)
            #expect(try await web.get("funds?year=2025", as: .auditor).items.count == 2)
            let standing = try await web.get("funds?year=2025&standing=true", as: .auditor).items
            #expect(standing.count == 1 && standing.first?["replaces"] == .string(id))
            #expect(try await web.get("funds?year=2024", as: .auditor).items.isEmpty)
        }
    }

    @Test(arguments: [
        (#""document":"2025 결산서 12쪽""#, #""document":"""#, "document value_missing"),
        (#""purpose":3"#, #""purpose":5"#, "purpose value_invalid"),
        (#""purpose":3,"#, "", "purpose field_missing"),
        (#""use""#, #""gift_cost""#, "purpose field_unknown"),
        (#""use","purpose":3"#, #""ministry_item""#, "title field_missing"),
        (#""use","purpose":3"#, #""head_item","title":"홍보""#, "year date_invalid"),
        ("2025,", "2019,", "year date_invalid"),
        (#""1200만""#, #""많이""#, "amount amount_invalid"),
    ])
    func `what is wrong is said at its field`(
        text: String, other: String, fault: String
    ) async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.post("funds", Self.figure.replacing(text, with: other))
            #expect(try answer.faults == [fault])
            #expect(try await web.post("funds", Self.figure, as: .auditor).status == .forbidden)
        }
    }
}
