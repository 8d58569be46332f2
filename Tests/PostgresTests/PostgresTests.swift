import Postgres
import Testing

struct Answer: Statement {
    static let sql = "SELECT $1::bigint, $2::text, $3::bigint[]"
    let number: Int64
    let text: String?
    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(text)
        parameters.append([number, 2])
    }
    static func decode(_ row: inout RowReader) throws -> (Int64, String?, [Int64]) {
        (try row.next(), try row.next(), try row.next())
    }
}

struct MakeTable: Statement { static let sql = "CREATE TEMPORARY TABLE x (a int)" }

@Test func `smoke`() async throws {
    let c = try await Connection.connect(
        ConnectionConfiguration(conninfo: "host=/tmp/pgx user=postgres"))
    let rows = try await c.run(Answer(number: .max, text: nil))
    #expect(rows[0].0 == .max && rows[0].1 == nil && rows[0].2 == [.max, 2])
    let (a, b, _) = try await c.pipeline(
        Answer(number: 1, text: "가"), Answer(number: 2, text: ""), MakeTable())
    #expect(a[0].1 == "가" && b[0].1 == "")
    let many = try await c.pipeline(
        (0..<10_000).map { Answer(number: $0, text: String(repeating: "x", count: 1000)) })
    #expect(many.count == 10000 && many[77][0].0 == 77)
    await #expect(throws: PostgresError.self) { try await c.execute("SELECT 1; SELEC") }
    try await c.execute("SELECT 1; SELECT 2")
    await c.close()
    let pool = Pool(
        configuration: PoolConfiguration(
            connection: ConnectionConfiguration(conninfo: "host=/tmp/pgx user=postgres")))
    let n = try await pool.transaction { t in
        try await t.pipeline(MakeTable(), Answer(number: 5, text: nil)).1[0].0
    }
    #expect(n == 5)
    print(await pool.statistics)
    await pool.close()
}
