import Hometown
import Postgres
import TestSupport
import Testing

@testable import Ledger

/// Every filter goes by an index: among thirty thousand donations nothing reads them all.
@Suite struct DonationPlanTests {
    private struct ExplainDonations: Statement {
        static let sql = "EXPLAIN " + FindDonations.sql
        let asked: FindDonations

        func bind(to parameters: inout Parameters) {
            asked.bind(to: &parameters)
        }

        static func decode(_ row: inout RowReader) throws -> String {
            try row.next()
        }
    }

    private struct ExplainDays: Statement {
        static let sql = "EXPLAIN " + FindDonationsOfDays.sql
        let asked: FindDonations

        func bind(to parameters: inout Parameters) {
            asked.bind(to: &parameters)
        }

        static func decode(_ row: inout RowReader) throws -> String {
            try row.next()
        }
    }

    private struct ExplainGiftDays: Statement {
        static let sql = "EXPLAIN " + ReadGiftDays.sql
        let asked: ReadGiftDays

        func bind(to parameters: inout Parameters) {
            asked.bind(to: &parameters)
        }

        static func decode(_ row: inout RowReader) throws -> String {
            try row.next()
        }
    }

    private struct ExplainLookup: Statement {
        static let sql = "EXPLAIN " + ReadLookup.sql
        let asked: ReadLookup

        func bind(to parameters: inout Parameters) {
            asked.bind(to: &parameters)
        }

        static func decode(_ row: inout RowReader) throws -> String {
            try row.next()
        }
    }

    /// Donations of donors of their own, spread over governments and days; one in a thousand is
    /// reported, disputed or unlawful.
    private func filled(_ body: (TestLedger) async throws -> Void) async throws {
        try await TestLedger.with { test in
            let script = """
                ALTER TABLE donation DISABLE TRIGGER donation_is_lawful;
                INSERT INTO donation (entry_id, id, donor_id, amount, recorded_at, donated_on,
                    recipient_id, giver_id, cap_year, natural_person, date_precision, origin,
                    channel, disputed, unlawful_ground, checks)
                SELECT number, gen_random_uuid(), gen_random_uuid(), 1000 * (1 + number % 900),
                    now(), DATE '2025-01-01' + (number * 7 % 365)::int, 1 + number % 240,
                    CASE WHEN number % 50 = 0 THEN 1 + number % 200 END, 2025, true, 'day',
                    CASE WHEN number % 1000 < 2 THEN 'reported' ELSE 'intake' END,
                    CASE WHEN number % 1000 = 5 THEN 'state_system' ELSE 'bank_counter' END,
                    CASE WHEN number % 1000 = 0 THEN 'over_annual_cap' END,
                    CASE WHEN number % 1000 = 2 THEN 1 END,
                    '{"all":{"result":"passed","basis":"document_submitted"},"pledge":"1"}'
                FROM generate_series(1001, 31000) AS number;
                INSERT INTO lookup (entry_id, amount, channel, grams)
                SELECT entry_id, amount, channel, ARRAY['홍' || entry_id % 300] FROM donation;
                ANALYZE donation, lookup;
                """
            _ = try await TestServer.shared.psql(test.conninfo, ["-qAt"], input: script)
            try await body(test)
        }
    }

    private func plan(
        _ test: TestLedger, _ change: (inout DonationConditions) -> Void
    ) async throws -> String {
        var changed = DonationConditions()
        change(&changed)
        let conditions = changed
        let asked = FindDonations(conditions: conditions, before: nil, rowsMax: 51)
        let lines = try await test.pool.transaction(readOnly: true) { transaction in
            conditions.isOfFewDays
                ? try await transaction.pipeline(PlanForValues(), ExplainDays(asked: asked)).1
                : try await transaction.pipeline(PlanForValues(), ExplainDonations(asked: asked)).1
        }
        return lines.joined(separator: "\n")
    }

    @Test func `each filter goes by its index`() async throws {
        try await filled { test in
            let donor = Identifier(high: 1, low: 2)
            let cases: [(String, (inout DonationConditions) -> Void)] = [
                ("donation_pkey", { _ in }),
                ("donation_recipient", { $0.recipients = [7] }),
                ("donation_giver", { $0.givers = [51] }),
                ("donation_donor", { $0.donors = [donor] }),
                (
                    "donation_donated_on",
                    {
                        $0.from = CivilDate("2025-03-02")
                        $0.to = CivilDate("2025-03-03")
                    }
                ),
                ("donation_reported", { $0.origins = ["reported"] }),
                ("donation_disputed", { $0.statuses = ["disputed"] }),
                ("donation_return_due", { $0.statuses = ["return_due"] }),
                ("donation_pkey", { $0.numbers = [5000, 6000] }),
                ("donation_pkey", { $0.ranges = [4000...4100] }),
                (
                    "BitmapOr",
                    { $0.words = [.init(units: [7], donors: [donor], numbers: [5000])] }
                ),
            ]
            for (index, change) in cases {
                let plan = try await plan(test, change)
                #expect(plan.contains(index), "\(index):\n\(plan)")
                #expect(!plan.contains("Seq Scan on donation"), "\(index):\n\(plan)")
            }
        }
    }

    @Test func `gifts of people whose name a guest typed go by their donors`() async throws {
        try await filled { test in
            let asked = ReadGiftDays(
                donors: [Identifier(high: 1, low: 2), Identifier(high: 1, low: 3)], before: nil,
                rowsMax: Int32(DonationSearch.candidatesMax + 1))
            let (_, lines) = try await test.pool.transaction(readOnly: true) {
                try await $0.pipeline(PlanForValues(), ExplainGiftDays(asked: asked))
            }
            let plan = lines.joined(separator: "\n")
            #expect(plan.contains("donation_donor"), "\(plan)")
            #expect(!plan.contains("Seq Scan"), "\(plan)")
        }
    }

    @Test func `what hangs on an exchange or a relay is looked at in parts, newest first`()
        async throws
    {
        try await TestLedger.loaded { test in
            let relay = try #require(try await test.ledger.relays(rowsMax: 1).first?.id)
            let exchange = try #require(
                try await test.ledger.exchanges(rowsMax: 1).first?.exchange.id)
            var filters = [DonationFilter(), DonationFilter()]
            filters[0].relay = .id(relay)
            filters[1].exchange = .id(exchange)
            for filter in filters {
                let all = try await test.ledger.findDonations(filter, rowsMax: 50).donations
                    .map(\.number)
                #expect(all.count > 1)
                var (found, before): ([Int64], Int64?) = ([], nil)
                repeat {
                    let part = try await test.pool.transaction(readOnly: true) {
                        [before] transaction in
                        var search = DonationSearch(
                            filter, before: before, candidatesMax: 1, in: transaction)
                        try await search.resolve()
                        return search.conditions
                    }
                    #expect(part.numbers?.count == 1)
                    found += part.numbers ?? []
                    before = part.floor
                } while before != nil
                #expect(found == all)
            }
        }
    }

    @Test func `what no index of donations knows is looked up`() async throws {
        try await filled { test in
            let cases: [(String, (inout LookupQuestion) -> Void)] = [
                (
                    "lookup_amount",
                    {
                        $0.amountMin = 5000
                        $0.amountMax = 5000
                    }
                ),
                ("lookup_channel", { $0.channels = ["state_system"] }),
                ("lookup_grams", { $0.grams = ["홍7"] }),
            ]
            for (index, change) in cases {
                var question = LookupQuestion()
                change(&question)
                let asked = ReadLookup(question: question, rowsMax: 10_001)
                let (_, lines) = try await test.pool.transaction(readOnly: true) {
                    try await $0.pipeline(PlanForValues(), ExplainLookup(asked: asked))
                }
                let plan = lines.joined(separator: "\n")
                #expect(plan.contains(index), "\(index):\n\(plan)")
            }
        }
    }
}
