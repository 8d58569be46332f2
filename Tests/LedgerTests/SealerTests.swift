import Hometown
import Ledger
import Postgres
import Testing
import TestSupport
import Transparency

/// Every entry gets one place in the log, and the tree's head follows from the leaves.
@Suite struct SealerTests {
    private func check(_ test: TestLedger, size: Int64) async throws {
        let leaves = try await test.pool.transaction(readOnly: true) {
            try await $0.run(ReadLeaves())
        }
        #expect(leaves.map(\.index) == Array(0..<size))
        #expect(Set(leaves.map(\.entry)).count == leaves.count)
        let head = try await test.ledger.treeHead()
        #expect(head.size == size)
        #expect(head.root == Hash256.root(of: leaves.map { Hash256.leaf($0.bytes) }))
        #expect(try await test.count("unsealed") == 0)
        #expect(try await test.count("entry") == size)
    }

    @Test func `the places of the sample follow one another without a gap`() async throws {
        try await TestLedger.loaded { test in
            let entries = try await test.count("entry")
            var sealed: Int64 = 0
            while case let count = try await test.ledger.seal(), count > 0 {
                sealed += Int64(count)
            }
            #expect(sealed == entries)
            try await check(test, size: entries)
            let donations = try await test.ledger.donations(rowsMax: 10)
            #expect(donations.count == 7 && donations.allSatisfy { $0.logIndex != nil })
        }
    }

    @Test func `two sealers at once, while entries arrive, leave no gap and no double`()
        async throws
    {
        try await TestLedger.with { first in
            let second = try await TestLedger(conninfo: first.conninfo)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<60 {
                    group.addTask {
                        _ = try await first.give(1_000, donor: "d\(index)", key: "k\(index)")
                    }
                }
                for index in 0..<10 {
                    group.addTask { _ = try await first.person("사람 \(index)") }
                }
                for test in [first, second] {
                    group.addTask { for _ in 0..<20 { _ = try await test.ledger.seal() } }
                }
                try await group.waitForAll()
            }
            _ = try await second.ledger.seal()
            await second.pool.close()
            try await check(first, size: 71)
        }
    }

    @Test func `an empty ledger has the empty tree's root, and sealing nothing is nothing`()
        async throws
    {
        try await TestLedger.with { test in
            let head = try await test.ledger.treeHead()
            #expect(head.root == Hash256.emptyTree)
            #expect(try await test.ledger.seal() == 1)
            #expect(try await test.ledger.seal() == 0)
        }
    }
}

private struct ReadLeaves: Statement {
    static let sql = """
        SELECT log_index, entry_id, bytes
        FROM leaf JOIN entry ON entry.id = leaf.entry_id
        ORDER BY log_index
        """

    struct Row: Sendable {
        let index: Int64
        let entry: Int64
        let bytes: [UInt8]
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            index: try row.next(), entry: try row.next(),
            bytes: try row.next(PostgresBytes.self).bytes)
    }
}
