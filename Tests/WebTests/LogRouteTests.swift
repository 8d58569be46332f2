import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import NIOCore
import TestSupport
import Testing
import Transparency

@testable import Web

/// The log as the world fetches it.
@Suite struct LogRouteTests {
    private func get(
        _ path: String, _ web: LedgerInterface, as role: Role? = nil, accept: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [:]
        headers[.accept] = accept
        return try await web.interface.ask(.get, path, as: role, headers: headers)
    }

    @Test func `checkpoint and tiles are served with their types and times`() async throws {
        try await LedgerInterface.with { web in
            #expect(try await get("/log/checkpoint", web).status == .notFound)
            #expect(try await get("/log/tile/0/000.p/1", web).status == .notFound)
            try await web.test.addFiller(300)
            let checkpoint = try await web.test.publish()
            let note = try await get("/log/checkpoint", web)
            #expect(note.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(note.headers[.cacheControl] == "public, max-age=2")
            let signed = try SignedNote(bytes: Array(note.text.utf8))
            _ = try signed.verified(by: [TestLedger.signingKey().verifier])
            #expect(signed.text == checkpoint.text)
            let tile = try await get("/log/tile/0/000", web)
            #expect(tile.body.readableBytes == 8_192)
            #expect(tile.headers[.contentType] == "application/octet-stream")
            #expect(tile.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(try await get("/log/tile/0/001.p/45", web).body.readableBytes == 45 * 32)
            #expect(try await get("/log/tile/1/000.p/1", web).body.readableBytes == 32)
            for path in ["0/001", "0/001.p/46", "0/1.p/45", "0/001.p/0", "2/000.p/1", "x/000"] {
                #expect(try await get("/log/tile/" + path, web).status == .notFound, "\(path)")
            }
        }
    }

    @Test func `entries are for auditors`() async throws {
        try await LedgerInterface.with { web in
            try await web.test.addFiller(2)
            try await web.test.publish()
            let path = "/log/tile/entries/000.p/3"
            #expect(try await get(path, web).status == .unauthorized)
            #expect(try await get(path, web, as: .manager).status == .forbidden)
            let tile = try await get(path, web, as: .auditor)
            #expect(tile.status == .ok)
            #expect(tile.headers[.cacheControl]?.hasPrefix("private") == true)
            let entries = try #require(Tile.entries(Array(tile.body.readableBytesView)))
            #expect(entries.dropFirst() == [TestLedger.filler(0), TestLedger.filler(1)])
            let hashes = try await get("/log/tile/0/000.p/3", web).body.readableBytesView
            #expect(Tile.hashes(Array(hashes)) == entries.map { Hash256.leaf($0) })
        }
    }

    @Test func `an entry is pending, then proven as JSON and as a file`() async throws {
        try await LedgerInterface.with { web in
            let receipt = try #require(try await web.test.give(1_000, key: "k").receipt)
            let pending = try await web.get("proofs/\(receipt.id)")
            #expect(pending.status == .notFound)
            #expect(try pending.code == "proof-pending")
            #expect(pending.headers[.retryAfter] == "2")
            try await web.test.publish()
            let proof = try await web.get("proofs/\(receipt.no)").value
            #expect(proof["leaf_hash"]?.string == receipt.leafHash.description)
            for answer in [
                try await web.get("proofs/\(receipt.number).tlog-proof"),
                try await get("/api/v1/proofs/\(receipt.id)", web, accept: "text/plain"),
            ] {
                #expect(
                    answer.headers[.contentDisposition]
                        == "attachment; filename=\"\(receipt.no).tlog-proof\"")
                #expect(answer.text == proof["tlog_proof"]?.string)
                let file = try Transparency.Receipt(bytes: Array(answer.text.utf8))
                try file.verify(
                    leaf: receipt.leafHash, log: TestLedger.signingKey().verifier)
            }
            for name in ["X-2026-000002", "0", "-1", "nobody"] {
                #expect(try await web.get("proofs/\(name)").status == .notFound, "\(name)")
            }
        }
    }

    @Test func `growth is proven between any two sizes`() async throws {
        try await LedgerInterface.with { web in
            try await web.test.addFiller(9)
            let old = try await web.test.publish()
            try await web.test.addFiller(90, from: 9)
            let new = try await web.test.publish()
            let path = "/log/consistency?from=\(old.size)"
            let answer = try await get(path, web).value
            #expect(answer["to"] == .integer(Int64(new.size)))
            let hashes = try #require(answer["hashes"].flatMap(LogRouteTests.hashes))
            try TreeProof.verifyConsistency(
                from: old.size, oldRoot: old.root, to: new.size, root: new.root, proof: hashes)
            let exact = try await get(path + "&to=\(new.size)", web)
            #expect(exact.headers[.cacheControl]?.contains("immutable") == true)
            #expect(try await get(path + "&to=101", web).status == .notFound)
            #expect(try await get(path + "&to=-1", web).status == .badRequest)
            #expect(try await get(path + "&two=1", web).status == .badRequest)
        }
    }

    private static func hashes(_ value: JSONValue) -> [Hash256]? {
        guard case .array(let elements) = value else { return nil }
        return elements.compactMap { $0.string.flatMap { Hash256(hexadecimal: $0) } }
    }
}
