import Hometown
import Ledger
import TestSupport
import Testing
import Transparency

/// Tiles grow run by run and serve every size; proofs are made of them.
@Suite struct TileStoreTests {
    private func leaves(_ count: Int, behind first: Hash256) -> [Hash256] {
        [first] + (0..<count).map { Hash256.leaf(TestLedger.filler($0)) }
    }

    /// The hash of the entry that every ledger begins with.
    private func firstLeaf(_ test: TestLedger) async throws -> Hash256 {
        guard case .unpublished(let receipt) = try await test.ledger.proof(of: .number(1)) else {
            throw LedgerFailure.bug
        }
        return receipt.leafHash
    }

    @Test func `seals of any size leave the tiles of every size`() async throws {
        try await TestLedger.with { test in
            var added = 0
            let first = try await firstLeaf(test)
            for count in [1, 3, 250, 1, 0, 257, 300] {
                if count > 0 { try await test.addFiller(count, from: added) }
                added += count
                try await test.publish()
            }
            let leaves = leaves(added, behind: first)
            for (index, width) in [(0, 1), (0, 5), (0, 255), (0, 256), (1, 100), (3, 45)] {
                let tile = try #require(Tile(.hashes(level: 0), index: index, width: width))
                let bytes = try await test.ledger.tile(tile)
                let hashes = leaves[(index * 256)...].prefix(width)
                #expect(bytes == Tile.content(Array(hashes)), "\(index) \(width)")
            }
            let above = try #require(Tile(.hashes(level: 1), index: 0, width: 3))
            #expect(
                try await test.ledger.tile(above)
                    == Tile.content(
                        (0..<3).map { Hash256.root(of: leaves[($0 * 256)..<($0 * 256 + 256)]) }))
            let beyond = try #require(Tile(.hashes(level: 0), index: 3, width: 46))
            #expect(try await test.ledger.tile(beyond) == nil)
            let entries = try #require(Tile(.entries, index: 3, width: 2))
            let content = try #require(try await test.ledger.tile(entries))
            #expect(Tile.entries(content) == [TestLedger.filler(767), TestLedger.filler(768)])
        }
    }

    @Test func `a log of seventy thousand has the tiles of the format and proofs that hold`()
        async throws
    {
        try await TestLedger.with { test in
            let first = try await firstLeaf(test)
            try await test.addFiller(69_999)
            let checkpoint = try await test.publish()
            #expect(checkpoint.size == 70_000)
            let leaves = leaves(69_999, behind: first)
            #expect(checkpoint.root == Hash256.root(of: leaves))
            for (level, index, width) in [(0, 273, 112), (0, 272, 256), (1, 1, 17), (2, 0, 1)] {
                let tile = try #require(Tile(.hashes(level: level), index: index, width: width))
                #expect(try await test.ledger.tile(tile)?.count == width * 32)
            }
            for index in [0, 255, 256, 65_535, 65_536, 69_999] {
                guard
                    case .proven(let proof) = try await test.ledger.proof(
                        of: .number(Int64(index + 1)))
                else { throw LedgerFailure.bug }
                try TreeProof.verifyInclusion(
                    of: leaves[index], at: index, in: 70_000, root: checkpoint.root,
                    proof: proof.hashes)
            }
            for (old, size) in [(1, 70_000), (256, 69_999), (65_537, 70_000), (70_000, 70_000)] {
                let growth = try #require(
                    try await test.ledger.growth(from: Int64(old), to: Int64(size)))
                #expect(growth.from.root == Hash256.root(of: leaves[..<old]))
                try TreeProof.verifyConsistency(
                    from: old, oldRoot: growth.from.root, to: size, root: growth.to.root,
                    proof: growth.hashes)
            }
            #expect(try await test.ledger.growth(from: 0, to: 70_001) == nil)
            #expect(try await test.ledger.growth(from: 5, to: 4) == nil)
        }
    }

    @Test func `proofs hold while the log grows, and tiles that were altered prove nothing`()
        async throws
    {
        try await TestLedger.with { test in
            let first = try await firstLeaf(test)
            var added = 0
            for count in [3, 296, 700, 65_000, 1_000] {
                try await test.addFiller(count, from: added)
                added += count
                let checkpoint = try await test.publish()
                let leaves = leaves(added, behind: first)
                for index in Set([0, 1, 255, 256, 65_536, added / 2, added]) where index <= added {
                    guard
                        case .proven(let proof) = try await test.ledger.proof(
                            of: .number(Int64(index + 1)))
                    else { throw LedgerFailure.bug }
                    try TreeProof.verifyInclusion(
                        of: leaves[index], at: index, in: added + 1, root: checkpoint.root,
                        proof: proof.hashes)
                }
            }
            try await test.tamper(
                """
                UPDATE tile_run
                SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)
                WHERE first = 0 AND level = 0;
                """)
            // The tiles above are remembered, and true; the lowest is not.
            await #expect(throws: LedgerFailure.damaged) {
                try await test.ledger.proof(of: .number(1))
            }
            let elsewhere = try await test.ledger.proof(of: .number(1_000))
            guard case .proven = elsewhere else { throw LedgerFailure.bug }
        }
    }

    @Test func `an entry is proven once it is published, by id, number and number of entry`()
        async throws
    {
        try await TestLedger.with { test in
            let receipt = try #require(try await test.give(1_000, key: "k").receipt)
            let names = [
                EntryName.id(receipt.id), .number(receipt.number),
                try #require(EntryName(receipt.no)),
                try #require(EntryName(receipt.no.lowercased())),
            ]
            for name in names {
                #expect(try await test.ledger.proof(of: name) == .unpublished(receipt))
            }
            _ = try await test.ledger.seal()
            #expect(try await test.ledger.proof(of: names[0]) == .unpublished(receipt))
            try await test.publish()
            let key = try TestLedger.signingKey().verifier
            for name in names {
                guard case .proven(let proof) = try await test.ledger.proof(of: name) else {
                    Issue.record("\(name) is not proven")
                    continue
                }
                let file = try Transparency.Receipt(bytes: proof.file())
                try file.verify(leaf: receipt.leafHash, log: key)
                #expect(throws: ReceiptError.self) { try file.verify(leaf: .emptyTree, log: key) }
            }
            let wrong = try #require(EntryName("E" + receipt.no.dropFirst()))
            #expect(try await test.ledger.proof(of: wrong) == .unknown)
            #expect(try await test.ledger.proof(of: .number(1_000_000)) == .unknown)
            #expect(try await test.ledger.proof(of: .id(test.author.id)) == .unknown)
        }
    }
}
