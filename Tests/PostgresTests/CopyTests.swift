@testable import Postgres
import TestSupport
import Testing

@Suite struct CopyTests {
    private static let rowCount = 100_000

    private struct Totals: Statement {
        static let sql = "SELECT count(*), coalesce(sum(id), 0)::bigint, count(note) FROM item"
        static func decode(_ row: inout RowReader) throws -> [Int64] {
            [try row.next(), try row.next(), try row.next()]
        }
    }

    private func withItems(_ test: (Connection) async throws -> Void) async throws {
        try await Session.withScratchConnection { connection in
            try await connection.execute("CREATE TEMPORARY TABLE item (id bigint, note text)")
            try await test(connection)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A hundred thousand rows go in and come out`() async throws {
        try await withItems { connection in
            let sent = (1...CopyTests.rowCount).map { "\($0)\t품앗이 \($0)\n" }.joined().utf8
            let written = try await connection.copyIn("COPY item FROM STDIN") { writer in
                // Cut without regard to rows or characters.
                var rest = Array(sent)[...]
                while !rest.isEmpty {
                    try await writer.write(Array(rest.prefix(10_007)))
                    rest = rest.dropFirst(10_007)
                }
            }
            #expect(written == CopyTests.rowCount)
            let sum = Int64(CopyTests.rowCount) * Int64(CopyTests.rowCount + 1) / 2
            let count = Int64(CopyTests.rowCount)
            #expect(try await connection.run(Totals()) == [[count, sum, count]])

            var received: [UInt8] = []
            var chunkCount = 0
            let read = try await connection.copyOut("COPY item TO STDOUT") { chunk in
                received += chunk
                chunkCount += 1
                #expect(chunk.last == UInt8(ascii: "\n"))
            }
            #expect(read == CopyTests.rowCount)
            #expect(chunkCount > 1)
            #expect(received.elementsEqual(sent))
        }
    }

    @Test func `COPY belongs to the transaction it runs in`() async throws {
        try await withItems { connection in
            try await connection.transaction { transaction in
                let count = try await transaction.copyIn("COPY item FROM STDIN") {
                    try await $0.write(Array("1\ta\n2\tb\n".utf8))
                }
                #expect(count == 2)
                _ = try await transaction.run(InsertItem(id: 3))
                var text = ""
                _ = try await transaction.copyOut("COPY item TO STDOUT") {
                    text += String(decoding: $0, as: UTF8.self)
                }
                #expect(text == "1\ta\n2\tb\n3\t\\N\n")
            }
            #expect(try await connection.run(ItemIds()) == [1, 2, 3])
        }
    }

    private struct Enough: Error {}

    @Test(.timeLimit(.minutes(1)))
    func `A COPY given up by its closure leaves nothing, and the connection goes on`()
        async throws
    {
        try await withItems { connection in
            await #expect(throws: Enough.self) {
                _ = try await connection.copyIn("COPY item FROM STDIN") { writer in
                    try await writer.write(Array("1\ta\n".utf8))
                    throw Enough()
                }
            }
            let afterIn = try await connection.run(Totals())
            #expect(afterIn == [[0, 0, 0]])
            await #expect(throws: Enough.self) {
                _ = try await connection.copyOut(
                    "COPY (SELECT * FROM generate_series(1, 10000000)) TO STDOUT"
                ) { _ in throw Enough() }
            }
            let afterOut = try await connection.run(Totals())
            #expect(afterOut == [[0, 0, 0]])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `Bad data is the server's error and does not quote the data`() async throws {
        try await withItems { connection in
            let error = try await postgresError {
                _ = try await connection.copyIn("COPY item FROM STDIN") { writer in
                    for _ in 1...100 {
                        try await writer.write(
                            Array("secret\ta\n".utf8) + Array(repeating: 0x31, count: 99_999))
                    }
                }
            }
            #expect(error?.sqlState?.category == "22")
            #expect(error?.logText.contains("secret") == false)
            #expect(try await connection.run(Totals()) == [[0, 0, 0]])
            let outward = try await postgresError {
                _ = try await connection.copyOut(
                    "COPY (SELECT 1 / (5000 - i) FROM generate_series(1, 10000) i) TO STDOUT"
                ) { _ in }
            }
            #expect(outward?.sqlState?.code == "22012")
            #expect(try await connection.run(Totals()) == [[0, 0, 0]])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A cancelled task ends its COPY`() async throws {
        try await withItems { connection in
            let begun = Gate()
            let task = Task {
                try await connection.copyOut(
                    "COPY (SELECT pg_sleep(CASE i WHEN 100000 THEN 60 ELSE 0 END), i "
                        + "FROM generate_series(1, 100000) i) TO STDOUT"
                ) { _ in await begun.open() }
            }
            await begun.pass()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            let totals = try await connection.run(Totals())
            #expect(totals == [[0, 0, 0]])
        }
    }

    @Test func `What is no COPY is not run as one`() async throws {
        try await Session.withScratchConnection { connection in
            let error = try await postgresError {
                _ = try await connection.copyIn("SELECT 1") { _ in }
            }
            #expect(error?.isConnectionLost == true)
        }
        try await withItems { connection in
            let error = try await postgresError {
                try await connection.execute("COPY item FROM STDIN")
            }
            #expect(error?.isConnectionLost == true)
        }
    }
}
