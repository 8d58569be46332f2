import HTTPTypes
import Hometown
import Hummingbird
import HummingbirdTesting
import Ledger
import NIOCore
import NIOPosix
import TestSupport
import Testing

@testable import Web

/// Open pages that listen, on real sockets over a real log.
@Suite struct LiveTests {
    private func with(
        beatMs: Int = 60_000,
        _ body: @Sendable (LedgerInterface, LiveFeed, LiveReader) async throws -> Void
    ) async throws {
        try await LedgerInterface.with { web in
            let feed = LiveFeed(ledger: web.test.ledger)
            let parts = web.interface.parts
            let interface = Interface(
                routes: LiveRoutes(feed: feed, sessions: parts.sessions).routes
            ) { $0.sessions = parts.sessions }
            let cookie = try await web.signIn(.clerk)
            try await interface.application.test(.live) { client in
                let reader = LiveReader(port: try #require(client.port), cookie: cookie)
                try await withThrowingTaskGroup { group in
                    group.addTask { await feed.run(beatMs: beatMs) }
                    try await body(web, feed, reader)
                    group.cancelAll()
                }
            }
        }
    }

    @Test func `what is sealed is told in order, once, and again from where a reader was`()
        async throws
    {
        try await with { web, feed, reader in
            try await web.test.addFiller(3)
            while try await web.test.ledger.seal() > 0 {}
            // The registry of governments stands at the first place.
            let told = try await reader.read("/events?after=0", until: 3)
            #expect(told.map(\.id) == [1, 2, 3])
            #expect(told.allSatisfy { $0.data.contains("\"kind\":\"donation\"") })
            // While nobody listens more is recorded; the reader says where it was.
            try await web.test.addFiller(40, from: 3)
            while try await web.test.ledger.seal() > 0 {}
            let rest = try await reader.read("/events?after=-1", lastEventID: 3, until: 40)
            #expect(rest.map(\.id) == Array(4...43))
            let beyond = try await reader.text("/events?after=\(Int64.max)&once=true")
            #expect(beyond.hasPrefix("HTTP/1.1 200 ") && !beyond.contains("id:"))
            #expect(try await feed.entries(after: .max).isEmpty)
            feed.close()
        }
    }

    @Test func `a page that listens hears of what comes`() async throws {
        try await with { web, feed, reader in
            let heard = try await reader.listen("/events") { count in
                // Each answer brings on the next record, so that nothing waits for a clock.
                guard count < 20 else { return feed.close() }
                try await web.test.addFiller(1, from: count)
                _ = try await web.test.ledger.seal()
            }
            #expect(heard.events.map(\.id) == Array(0..<20))
            #expect(heard.text.contains("event: bye\ndata: {}\n\n"))
            #expect(heard.text.hasSuffix("0\r\n\r\n"))
        }
    }

    @Test func `who is far behind is told how many there are, and who asks once gets them at once`()
        async throws
    {
        try await with { web, _, reader in
            let many = Int(LiveFeed.behindMax) + 1
            try await web.test.addFiller(many)
            while try await web.test.ledger.seal() > 0 {}
            let behind = try await reader.text("/events?after=-1&once=true")
            #expect(behind.contains("event: behind\ndata: {\"count\":"))
            let last = try await web.test.ledger.treeHead().size - 1
            let rest = try await reader.text("/events?after=\(last - 2)&once=true")
            #expect(rest.contains("id: \(last - 1)\n") && rest.contains("id: \(last)\n"))
            let none = try await reader.text("/events?after=\(last)&once=true")
            #expect(!none.contains("id:"))
            let wrong = try await reader.text("/events?after=-2")
            #expect(wrong.hasPrefix("HTTP/1.1 400 "))
        }
    }

    @Test func `a fifth page listens and a sixth does not`() async throws {
        try await with { _, feed, reader in
            var streams: [LiveFeed.Listener] = []
            let viewer = Identifier(high: 1, low: 1)
            for _ in 0..<LiveFeed.streamsPerViewerMax {
                streams.append(try #require(feed.join(viewer)))
            }
            #expect(feed.join(viewer) == nil)
            #expect(feed.join(Identifier(high: 1, low: 2)) != nil)
            streams[0].leave()
            #expect(feed.join(viewer) != nil)
            feed.close()
            for await _ in streams[1].wakes {}
            #expect(feed.join(Identifier(high: 1, low: 3)) == nil)
            let answer = try await reader.text("/events")
            #expect(answer.hasPrefix("HTTP/1.1 429 "))
        }
    }

    @Test func `a page at rest gets signs of life, and good-bye when its session ends`()
        async throws
    {
        try await with(beatMs: 10) { web, _, reader in
            let heard = try await reader.listen("/events") { _ in
                let found = try await web.test.ledger.account(login: "user-clerk")
                let clerk = try #require(found)
                let ended = try await web.test.ledger.endSessions(of: clerk.id)
                web.interface.parts.sessions.forget(ended)
            }
            #expect(heard.events.isEmpty)
            #expect(heard.text.contains("event: bye"))
        }
    }
}

/// Reads server-sent events off a socket.
struct LiveReader: Sendable {
    struct Event: Sendable {
        let id: Int
        let data: String
    }

    let port: Int
    let cookie: String

    /// The whole answer, until the server closes.
    func text(_ path: String) async throws -> String {
        try await RawClient(port: port).exchange([head(path)])
    }

    /// Reads until so many events came, and hangs up.
    func read(
        _ path: String, lastEventID: Int? = nil, until count: Int
    ) async throws -> [Event] {
        try await talk(head(path, lastEventID: lastEventID)) { text in
            LiveReader.events(in: text).count < count
        }.events
    }

    /// Reads until the server closes; `onEvent` is told, at first and after each event, how many
    /// there were.
    func listen(
        _ path: String, _ onEvent: @Sendable (Int) async throws -> Void
    ) async throws -> (events: [Event], text: String) {
        var told = -1
        return try await talk(head(path)) { text in
            let count = LiveReader.events(in: text).count
            guard count > told, text.contains("retry:") else { return true }
            told = count
            try await onEvent(count)
            return true
        }
    }

    private func talk(
        _ request: String, _ goesOn: (String) async throws -> Bool
    ) async throws -> (events: [Event], text: String) {
        let channel = try await ClientBootstrap(group: Interface.group)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: request))
            var text = ""
            for try await part in inbound {
                text += String(buffer: part)
                guard try await goesOn(text) else { break }
            }
            return (LiveReader.events(in: text), text)
        }
    }

    private func head(_ path: String, lastEventID: Int? = nil) -> String {
        "GET \(path) HTTP/1.1\r\nHost: a\r\nCookie: \(cookie)\r\nConnection: close\r\n"
            + (lastEventID.map { "Last-Event-ID: \($0)\r\n" } ?? "") + "\r\n"
    }

    private static func events(in text: String) -> [Event] {
        text.matches(of: /id: (\d+)\ndata: ([^\n]*)\n\n/).compactMap { match in
            Int(match.1).map { Event(id: $0, data: String(match.2)) }
        }
    }
}
