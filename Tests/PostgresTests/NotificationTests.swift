@testable import Postgres
import TestSupport
import Testing

@Suite struct NotificationTests {
    private struct Notify: Statement {
        static let sql = "SELECT pg_notify($1, $2)::text"
        let channel: String
        let payload: String
        func bind(to parameters: inout Parameters) {
            parameters.append(channel)
            parameters.append(payload)
        }
        static func decode(_ row: inout RowReader) throws -> String { try row.next() }
    }

    private func payload(_ notification: Notification?) -> String? {
        guard case .message(_, let payload, _)? = notification else { return nil }
        return payload
    }

    @Test(.timeLimit(.minutes(1)))
    func `Notifications arrive in order, and again after the connection was lost`() async throws {
        let channel = "소식 \"1\""
        try await TestServer.shared.withDatabase { conninfo in
            try await Session.withPool(conninfo, name: "listener") { pool in
                var notifications = pool.notifications(on: channel).makeAsyncIterator()
                #expect(try await notifications.next() == .reconnected)
                try await Session.withConnection(conninfo) { other in
                    for number in 1...3 {
                        _ = try await other.run(Notify(channel: channel, payload: "\(number)"))
                    }
                    for number in 1...3 {
                        #expect(try await payload(notifications.next()) == "\(number)")
                    }
                    try await Session.terminate("listener", by: other)
                    #expect(try await notifications.next() == .reconnected)
                    _ = try await other.run(Notify(channel: channel, payload: "뒤"))
                    #expect(try await payload(notifications.next()) == "뒤")
                }
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A closed pool ends the sequence`() async throws {
        let conninfo = try await TestServer.shared.conninfo()
        try await Session.withPool(conninfo) { pool in
            var notifications = pool.notifications(on: "closing").makeAsyncIterator()
            let first = try await notifications.next()
            #expect(first == .reconnected)
            await pool.close()
            let last = try await notifications.next()
            #expect(last == nil)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A listener that does not read is told to look for himself`() async throws {
        try await TestServer.shared.withDatabase { conninfo in
            try await Session.withPool(conninfo) { pool in
                var notifications = pool.notifications(on: "flood").makeAsyncIterator()
                #expect(try await notifications.next() == .reconnected)
                try await Session.withConnection(conninfo) { other in
                    _ = try await other.pipeline(
                        (1...5_000).map { Notify(channel: "flood", payload: "\($0)") })
                    // Whoever reads as fast as they come hears them all; else there is a mark.
                    var hasMark = false
                    var last: String?
                    while !hasMark, last != "5000" {
                        let next = try await notifications.next()
                        hasMark = next == .reconnected
                        last = payload(next) ?? last
                    }
                    #expect(hasMark || last == "5000")
                }
            }
        }
    }

    @Test func `A channel's name is quoted and no longer than the server keeps`() async throws {
        try await Session.withScratchConnection { connection in
            for name in ["", String(repeating: "가", count: 22), "a\0b"] {
                let error = try await postgresError {
                    try await connection.listen(on: name) { _ in }
                }
                #expect(error?.cause == .misuse)
            }
            try await connection.listen(on: "\"; DROP TABLE item; --") { _ in }
        }
    }
}
