import Hometown
import Ledger
import Postgres
import TestSupport
import Testing

/// What was said by hand of the columns of a list, and is used for the next with the same header.
@Suite struct ImportMappingTests {
    private static let header = ["구분", "누가", "어디", "얼마", "언제", "메모(내부)"]
    private static let mapping: [String: DonationColumn?] = [
        "누가": .field(.donorKey), "어디": .field(.recipient), "얼마": .field(.amount),
        "언제": .field(.donatedOn),
    ]

    private func remember(
        _ mapping: [String: DonationColumn?] = ImportMappingTests.mapping, in test: TestLedger
    ) async throws {
        try await test.ledger.rememberColumns(of: Self.header, as: mapping, by: test.author.id)
    }

    @Test func `the same words in the same order bring the same choice, however they are written`()
        async throws
    {
        try await TestLedger.with { test in
            #expect(try await test.ledger.rememberedColumns(of: Self.header) == nil)
            try await remember(in: test)
            let same = ["구 분", "누가", "어디 ", "얼마", "언제", "메모（내부）", "", " "]
            let found = try await test.ledger.rememberedColumns(of: same)
            var expected = Self.mapping
            expected.removeValue(forKey: "어디")
            expected.updateValue(.field(.recipient), forKey: "어디 ")
            #expect(found == expected)
            let swapped = ["누가", "구분", "어디", "얼마", "언제", "메모(내부)"]
            for other in [swapped, Array(Self.header.dropLast()), Self.header + ["비고"], []] {
                #expect(try await test.ledger.rememberedColumns(of: other) == nil, "\(other)")
            }
            // Any daemon of the ledger knows it.
            let second = try await TestLedger(conninfo: test.conninfo)
            let there = try await second.ledger.rememberedColumns(of: Self.header)
            await second.pool.close()
            #expect(there == Self.mapping)
        }
    }

    @Test func `a column that is not to be read is remembered as one`() async throws {
        try await TestLedger.with { test in
            var mapping = Self.mapping
            mapping.updateValue(nil, forKey: "구분")
            try await remember(mapping, in: test)
            #expect(try await test.ledger.rememberedColumns(of: Self.header) == mapping)
        }
    }

    @Test func `the latest choice counts, and what was taken for its word leaves nothing behind`()
        async throws
    {
        try await TestLedger.with { test in
            try await remember([:], in: test)
            #expect(try await test.count("import_mapping") == 0)
            try await remember(in: test)
            var other = Self.mapping
            other.updateValue(.donorReference, forKey: "누가")
            let second = try await test.ledger.author(.account, name: "second")
            try await test.ledger.rememberColumns(of: Self.header, as: other, by: second.id)
            #expect(try await test.ledger.rememberedColumns(of: Self.header) == other)
            try await remember([:], in: test)
            #expect(try await test.ledger.rememberedColumns(of: Self.header) == nil)
            #expect(try await test.count("import_mapping") == 1)
        }
    }

    @Test(arguments: [
        "ARRAY['origin', 'a_column_of_another_version', 'recipient', 'amount', 'donated_on']",
        "ARRAY['origin', 'donor_key', 'amount', 'amount', 'donated_on']",
    ])
    func `what no longer fits is ignored`(fields: String) async throws {
        try await TestLedger.with { test in
            try await remember(in: test)
            try await test.run("UPDATE import_mapping SET fields = \(fields)")
            #expect(try await test.ledger.rememberedColumns(of: Self.header) == nil)
        }
    }

    @Test func `no word of a header is kept, nor anything that is no column`() async throws {
        try await TestLedger.with { test in
            try await remember(in: test)
            let kept = try await TestServer.shared.psql(
                test.conninfo,
                ["-Atc", "SELECT octet_length(signature), fields FROM import_mapping"])
            #expect(kept == "32|{origin,donor_key,recipient,amount,donated_on,NULL}\n")
            for (change, constraint) in [
                ("signature = '\\x00'", "import_mapping_signature_size"),
                ("fields = '{}'", "import_mapping_fields_count"),
                ("fields = ARRAY['홍길동']", "import_mapping_fields_are_names"),
            ] {
                do {
                    try await test.run("UPDATE import_mapping SET \(change)")
                    Issue.record("\(change)")
                } catch let error as PostgresError {
                    #expect(error.constraintName == constraint)
                }
            }
        }
    }
}
