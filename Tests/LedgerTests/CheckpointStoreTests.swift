import Hometown
import Ledger
import TestSupport
import Testing
import Transparency

/// What may be signed, and what is kept of it.
@Suite struct CheckpointStoreTests {
    @Test func `only what grew out of the last signature is signed`() async throws {
        try await TestLedger.with { test in
            try await test.addFiller(5)
            let first = try await test.publish()
            let signed = TreeHead(size: Int64(first.size), root: first.root)
            try await test.addFiller(300, from: 5)
            _ = try await test.ledger.seal()
            let head = try await test.ledger.headToSign(after: signed)
            #expect(head.size == 306)
            #expect(try await test.ledger.headToSign(after: head) == head)
            await #expect(throws: SigningRefusal.anotherHistory(size: 6)) {
                try await test.ledger.headToSign(after: TreeHead(size: 6, root: head.root))
            }
            await #expect(throws: SigningRefusal.smaller(signed: 307, now: 306)) {
                try await test.ledger.headToSign(after: TreeHead(size: 307, root: head.root))
            }
        }
    }

    @Test func `a head that its tiles do not lead to is not signed`() async throws {
        try await TestLedger.with { test in
            try await test.addFiller(5)
            try await test.publish()
            try await test.tamper(
                "UPDATE tile_run SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)")
            await #expect(throws: SigningRefusal.unprovable(size: 6)) {
                try await test.ledger.headToSign(after: nil)
            }
        }
    }

    @Test func `checkpoints are kept in order, and an older one comes too late`() async throws {
        try await TestLedger.with { test in
            #expect(try await test.ledger.checkpoint() == nil)
            let key = try TestLedger.signingKey()
            _ = try await test.ledger.seal()
            let old = try await test.ledger.headToSign(after: nil)
            try await test.addFiller(1)
            let new = try await test.publish()
            let late = try #require(
                Checkpoint(origin: key.verifier.name, size: Int(old.size), root: old.root))
            try await test.ledger.keep(try late.signed(with: key), of: old)
            let kept = try #require(try await test.ledger.checkpoint())
            #expect(kept.no == 1)
            #expect(kept.size == Int64(new.size))
            #expect(kept.isSigned(by: key.verifier))
            #expect(!kept.isSigned(by: try TestLedger.signingKey(9).verifier))
            // Another key signs the same head: that is how a key is changed.
            try await test.publish(try TestLedger.signingKey(9))
            #expect(try await test.ledger.checkpoint()?.no == 2)
        }
    }
}
