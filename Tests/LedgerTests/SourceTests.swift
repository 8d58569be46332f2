import Hometown
import Ledger
import Testing
import TestSupport

@Suite struct SourceTests {
    @Test func `claims keep source, attribute, value and quote in their order`() async throws {
        try await TestLedger.with { test in
            let (one, two) = (try await test.source("하나"), try await test.source("둘"))
            // More than ten: quotes are committed to by name, in the order of bytes.
            let claims = (0..<12).map { index in
                ClaimDraft(
                    source: index.isMultiple(of: 2) ? one : two,
                    quote: index == 5 ? nil : "말 \(index)", attribute: "title",
                    value: "값 \(index)")
            }
            let relay = RelayDraft(name: Bilingual("챌린지", "Challenge"), claims: claims)
            let id = try test.id(
                await test.ledger.record(relay, request: test.request("relay")))
            let kept = try #require(try await test.ledger.relay(id)).claims
            #expect(kept.map(\.value) == (0..<12).map { "값 \($0)" })
            #expect(kept.map(\.quote) == (0..<12).map { $0 == 5 ? nil : "말 \($0)" })
            #expect(kept.prefix(2).map(\.outlet) == ["하나", "둘"])
        }
    }

    @Test func `a donation brings its claims alone and in a crowd`() async throws {
        try await TestLedger.with { test in
            let source = try await test.source()
            let mayor = try await test.mayor("시장", of: "36110")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<20 {
                    group.addTask {
                        var draft = try test.reported(by: mayor, to: "11000")
                        draft.claims = [
                            ClaimDraft(source: source, quote: "말 \(index)"),
                            ClaimDraft(
                                source: source, attribute: "donated_on", value: "\(index)"),
                        ]
                        let id = try test.id(
                            await test.ledger.record(
                                draft, content: draft.canonical.bytes,
                                request: test.request("d\(index)")))
                        let claims = try await test.ledger.donation(id)?.claims
                        #expect(claims?.map(\.quote) == ["말 \(index)", nil])
                        #expect(claims?.map(\.value) == [nil, "\(index)"])
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await test.count("claim") == 40)
        }
    }

    @Test func `a claim of a source that nobody recorded refuses its donation alone`()
        async throws
    {
        try await TestLedger.with { test in
            let mayor = try await test.mayor("시장", of: "36110")
            var draft = try test.reported(by: mayor, to: "11000")
            draft.claims = [ClaimDraft(source: Identifier(high: 1, low: 2))]
            let answer = try await test.ledger.record(
                draft, content: draft.canonical.bytes, request: test.request("d"))
            #expect(answer.reasons == ["source reference_unknown"])
            draft.claims = [ClaimDraft](
                repeating: ClaimDraft(source: try await test.source()),
                count: ClaimDraft.claimsMax + 1)
            let many = try await test.ledger.record(
                draft, content: draft.canonical.bytes, request: test.request("d"))
            #expect(many.reasons == ["claims too_many"])
            #expect(try await test.count("donation") == 0)
        }
    }
}
