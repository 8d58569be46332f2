import Foundation
import HTTPTypes
import Hometown
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Suite struct SearchRouteTests {
    private func search(_ text: String, _ web: LedgerInterface) async throws -> JSONValue {
        let query = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await web.get("search?q=\(query)", as: .manager).value
    }

    @Test func `one box finds everything that answers, by kind`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            for text in ["세종", "tpwhd", "ㅅㅈ"] {
                let found = try await search(text, web)
                #expect(found["governments.items.0.title"] == "세종특별자치시", "\(text)")
                #expect(found["donations.count"] != 0)
            }
            let found = try await search("세종", web)
            #expect(found["agreements.items.0.kind"] == "agreement")
            #expect(found["exchanges.items.0.kind"] == "exchange")
            let mayor = try await search("ㅊㅁㅎ", web)
            #expect(mayor["people.items.0.title"] == "최민호")
            #expect(mayor["donations.count"] == 4 && mayor["donations.exact"] == true)
            let relay = try await search("챌린지", web)
            #expect(relay["relays.items.0.kind"] == "relay")
        }
    }

    @Test func `an exact number or id comes by itself`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let exchange = try #require(try await web.get("exchanges").items.first)
            for name in ["no", "id"] {
                let found = try await search(exchange[name]?.string ?? "", web)
                #expect(found["exact.kind"] == "exchange")
                #expect(found["exact.id"] == exchange["id"])
            }
            #expect(try await search("E-2026-999999", web)["exact"] == .null)
            #expect(try await web.get("search?q=x").status == .unauthorized)
        }
    }
}
