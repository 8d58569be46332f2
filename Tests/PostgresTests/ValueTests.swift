@testable import Postgres
import Testing

@Suite struct ValueTests {
    private func echo<Value: PostgresValue & Hashable>(_ values: [Value]) async throws {
        try await Session.withScratchConnection { connection in
            let echoes = values.map { Echo($0) }
            let rows = try await connection.pipeline(echoes)
            for (sent, received) in zip(echoes, rows) { #expect(received == [sent.row]) }
        }
    }

    private func text<Value: PostgresValue>(_ values: [Value]) async throws -> [String] {
        try await Session.withScratchConnection { connection in
            try await connection.pipeline(values.map { AsText(value: $0) }).map { $0[0] }
        }
    }

    @Test func `Numbers come back to their extremes`() async throws {
        try await echo([true, false])
        try await echo([0, .min, .max, -1] as [Int16])
        try await echo([0, .min, .max, -1] as [Int32])
        try await echo([0, .min, .max, -1] as [Int64])
        try await echo(
            [
                0, -0.0, .pi, .infinity, -.infinity, .leastNonzeroMagnitude,
                .greatestFiniteMagnitude,
            ])
        #expect(try await text([Int64.min, .max]) == ["\(Int64.min)", "\(Int64.max)"])
    }

    @Test func `Text comes back, empty, Korean, composed and a megabyte long`() async throws {
        let long = String(repeating: "고향사랑기부제 ", count: 50_000)
        #expect(long.utf8.count > 1_000_000)
        try await echo([
            "", "품앗이", "👨‍👩‍👧 \u{1100}\u{1161}", "'; DROP TABLE item; --", "\\\n\t\"", long,
        ])
        #expect(try await text(["품앗이"]) == ["품앗이"])
    }

    @Test func `Bytes come back, none of them and all of them`() async throws {
        try await echo([PostgresBytes([]), PostgresBytes(Array(0...255)), PostgresBytes([0])])
        #expect(try await text([PostgresBytes([0, 255, 16])]) == ["\\x00ff10"])
    }

    @Test func `Days come back from the year 1 to 9999`() async throws {
        // 1 January 2000 is day 730120 of the calendar that begins with 1 January 1.
        let first = PostgresDate(daysSince2000: -730_119)
        let last = PostgresDate(daysSince2000: 2_921_939)
        let epoch = PostgresDate(daysSince2000: 0)
        try await echo([first, last, epoch])
        #expect(
            try await text([first, last, epoch]) == ["0001-01-01", "9999-12-31", "2000-01-01"])
    }

    @Test func `Moments come back to the microsecond`() async throws {
        let values = [0, 1, -1, -63_082_281_600_000_000, 252_455_615_999_999_999]
            .map { PostgresTimestamp(microsecondsSince2000: $0) }
        try await echo(values)
        #expect(
            try await text(values) == [
                "2000-01-01 00:00:00+00", "2000-01-01 00:00:00.000001+00",
                "1999-12-31 23:59:59.999999+00", "0001-01-01 00:00:00+00",
                "9999-12-31 23:59:59.999999+00",
            ])
    }

    @Test func `Identifiers and documents come back`() async throws {
        let id = PostgresUUID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
        try await echo([id, PostgresUUID(high: 0, low: 0), PostgresUUID(high: .max, low: .max)])
        #expect(try await text([id]) == ["01900000-0000-7000-8000-000000000001"])
        try await echo([PostgresJSON(#"{"이름": "품앗이"}"#), PostgresJSON("null")])
    }

    private struct WrongReads: Statement {
        static let sql = "SELECT NULL::bigint, 'a'::text, 70000::int, '{{1},{2}}'::int[]"
        static func decode(_ row: inout RowReader) throws -> [PostgresError.Cause] {
            func cause(_ read: () throws -> Void) throws -> PostgresError.Cause {
                do { try read() } catch let error as PostgresError { return error.cause }
                return .misuse
            }
            return [
                try cause { _ = try row.next(Int64.self) },
                try cause { _ = try row.next(Int64.self) },
                try cause { _ = try row.next(Int16.self) },
                try cause { _ = try row.next([Int32].self) },
                try cause { _ = try row.next(Int32.self) },
            ]
        }
    }

    private struct TooFewReads: Statement {
        static let sql = "SELECT 1::bigint, 2::bigint"
        static func decode(_ row: inout RowReader) throws -> Int64 { try row.next() }
    }

    @Test func `A column read as what it is not is refused`() async throws {
        try await Session.withScratchConnection { connection in
            let causes = try await connection.run(WrongReads())
            #expect(causes == [Array(repeating: .decoding, count: 5)])
            let error = try await postgresError { _ = try await connection.run(TooFewReads()) }
            #expect(error?.cause == .decoding)
        }
    }

    private struct Shifting: Statement {
        static let sql = "SELECT $1::text"
        let isText: Bool
        func bind(to parameters: inout Parameters) {
            if isText { parameters.append("1") } else { parameters.append(1 as Int64) }
        }
        static func decode(_ row: inout RowReader) throws -> String { try row.next() }
    }

    @Test func `A statement that binds another type than before is refused`() async throws {
        try await Session.withScratchConnection { connection in
            #expect(try await connection.run(Shifting(isText: true)) == ["1"])
            let error = try await postgresError {
                _ = try await connection.run(Shifting(isText: false))
            }
            #expect(error?.cause == .misuse)
        }
    }
}
