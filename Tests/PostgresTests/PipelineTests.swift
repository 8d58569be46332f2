@testable import Postgres
import Testing
import TestSupport

@Suite struct PipelineTests {
    @Test(.timeLimit(.minutes(1)))
    func `Ten thousand statements go through one pipeline`() async throws {
        try await Session.withScratchConnection { connection in
            // More in both directions than any socket buffers.
            let note = String(repeating: "x", count: 2_000)
            let rows = try await connection.pipeline(
                (0..<10_000).map { AsText(value: "\($0)\(note)") })
            #expect(rows.count == 10_000)
            #expect(rows.enumerated().allSatisfy { $1 == ["\($0)\(note)"] })
        }
    }

    @Test func `Statements of several types come back in order, each with its own rows`()
        async throws
    {
        try await Session.withScratchConnection { connection in
            try await connection.execute("CREATE TEMPORARY TABLE item (id bigint, note text)")
            let (_, _, ids, quotient) = try await connection.pipeline(
                InsertItem(id: 2), InsertItem(id: 1), ItemIds(), Divide(dividend: 7, divisor: 2))
            #expect(ids == [1, 2])
            #expect(quotient == [3])
        }
    }

    @Test func `One failure undoes the flight and spares the connection`() async throws {
        try await Session.withScratchConnection { connection in
            try await connection.execute("CREATE TEMPORARY TABLE item (id bigint, note text)")
            let error = try await postgresError {
                _ = try await connection.pipeline(
                    InsertItem(id: 1), Divide(dividend: 1, divisor: 0), InsertItem(id: 2))
            }
            #expect(error?.sqlState?.code == "22012")
            #expect(error?.statementName == "Divide")
            #expect(try await connection.run(ItemIds()).isEmpty)
            // The last one was never prepared, and is now.
            _ = try await connection.pipeline(InsertItem(id: 3), InsertItem(id: 4))
            #expect(try await connection.run(ItemIds()) == [3, 4])
        }
    }

    private struct Misspelt: Statement { static let sql = "SELEC 1" }

    @Test func `A statement that cannot be prepared is told each time`() async throws {
        try await Session.withScratchConnection { connection in
            for _ in 1...2 {
                let error = try await postgresError { _ = try await connection.run(Misspelt()) }
                #expect(error?.sqlState == .syntaxError)
                #expect(error?.position == 1)
            }
            #expect(try await connection.run(Divide(dividend: 4, divisor: 2)) == [2])
        }
    }

    @Test func `Many tasks may share a connection and each gets its own rows`() async throws {
        try await Session.withScratchConnection { connection in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 1...200 as ClosedRange<Int64> {
                    group.addTask {
                        try await connection.run(Divide(dividend: number, divisor: 1)) == [number]
                    }
                }
                for try await isRight in group { #expect(isRight) }
            }
        }
    }

    @Test func `A script runs several statements and none if one fails`() async throws {
        try await Session.withScratchConnection { connection in
            try await connection.execute("CREATE TEMPORARY TABLE item (id bigint, note text)")
            try await connection.execute(
                "INSERT INTO item VALUES (1); INSERT INTO item VALUES (2); SELECT * FROM item")
            let error = try await postgresError {
                try await connection.execute("INSERT INTO item VALUES (3); SELECT 1 / 0")
            }
            #expect(error?.sqlState?.category == "22")
            #expect(try await connection.run(ItemIds()) == [1, 2])
        }
    }
}
