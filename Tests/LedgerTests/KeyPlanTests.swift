import Postgres
import TestSupport
import Testing

@testable import Ledger

/// What goes from key to key is planned once, perhaps in an empty ledger: even there nothing may be
/// read as a whole.
@Suite struct KeyPlanTests {
    @Test(arguments: [
        ReadDonations.sql, ReadClaims.sql, ReadPeopleNamed.sql, ReadOffices.sql, ReadLegs.sql,
        ReadLegGifts.sql, ReadFields.sql, ReadPlaces.sql, ReadDocuments.sql,
        ReadAgreementStatuses.sql, ReadChains.sql, ReadParticipationStory.sql,
    ])
    func `Every table is looked into by an index and a key`(sql: String) async throws {
        try await TestLedger.with { test in
            let places = (1...9).last { sql.contains("$\($0)") } ?? 0
            let values = Array(repeating: "NULL", count: places).joined(separator: ", ")
            let plan = try await TestServer.shared.psql(
                test.conninfo, ["-qAtX", "-v", "ON_ERROR_STOP=1"],
                input: """
                    BEGIN;
                    PREPARE asked AS \(sql);
                    \(PlanByKeys.sql) \\g /dev/null
                    EXPLAIN EXECUTE asked(\(values));
                    """)
            let lines = plan.split(separator: "\n")
            let whole = lines.indices.filter { index in
                lines[index].contains("Seq Scan")
                    || lines[index].contains("Index") && lines[index].contains(" on ")
                        && !lines[min(index + 1, lines.count - 1)].contains("Index Cond")
            }
            #expect(whole.map { lines[$0] } == [], "\(plan)")
        }
    }
}
