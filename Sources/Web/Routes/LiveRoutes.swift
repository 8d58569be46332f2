import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import NIOCore

/// 실시간. `/events`: server-sent events (HTML, 9.2). Each tells that something was recorded, by its
/// place in the log, its kind and its number, and nothing of its content: what a reader may see is
/// decided when the page asks for it.
struct LiveRoutes: Sendable {
    static let path = "/events"

    private let feed: LiveFeed
    private let sessions: Sessions

    init(feed: LiveFeed, sessions: Sessions) {
        self.feed = feed
        self.sessions = sessions
    }

    var routes: [Route] {
        [
            Route(
                .get, LiveRoutes.path, access: .viewers(Role.everybody), language: .korean,
                isActivity: false,
                document: RouteDocument(
                    "events", Bilingual("새 기록 알림", "What is recorded, as it happens"),
                    parameters: LiveRoutes.parameters,
                    responses: [(200, .other("text/event-stream"))])
            ) { request, context in
                let query = try Query(of: request)
                try query.allow(["after", "once"])
                let asked = try query.value("after", LiveRoutes.place)
                // A browser that lost the connection says where it was, later than the page.
                let seen = request.headers[.lastEventID].flatMap(LiveRoutes.place) ?? asked
                let start = if let seen { seen } else { try await feed.head() }
                if try query.flag("once") { return try await once(start) }
                guard let viewer = context.principal, let listener = feed.join(viewer.id) else {
                    throw LiveRoutes.tooMany
                }
                let cookie = request.headers[.cookie]
                return LiveRoutes.stream { writer in
                    defer { listener.leave() }
                    try await tell(after: start, listener, cookie, &writer)
                    try await writer.finish(nil)
                }
            }
        ]
    }

    /// For a page that may not listen and asks now and then.
    private func once(_ start: Int64) async throws -> Response {
        let news = try await text(after: start, upTo: feed.head())
        return LiveRoutes.stream { writer in
            if !news.text.isEmpty { try await writer.write(ByteBuffer(string: news.text)) }
            try await writer.finish(nil)
        }
    }

    private static func stream(
        _ write: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void
    ) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-store",
                .accelBuffering: "no",
            ], body: ResponseBody(write))
    }

    /// Tells what comes until the feed closes, the session ends or the reader has gone.
    private func tell(
        after start: Int64, _ listener: LiveFeed.Listener, _ cookie: String?,
        _ writer: inout any ResponseBodyWriter
    ) async throws {
        try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
        var last = try await tellNews(after: start, &writer)
        for await _ in listener.wakes {
            guard try await sessions.viewer(for: cookie, isActivity: false) != nil else { break }
            let before = last
            last = try await tellNews(after: last, &writer)
            if last == before { try await writer.write(ByteBuffer(string: ": \n\n")) }
        }
        try await writer.write(ByteBuffer(string: "event: bye\ndata: {}\n\n"))
    }

    /// - Returns: the place of the last entry that was told.
    private func tellNews(
        after start: Int64, _ writer: inout any ResponseBodyWriter
    ) async throws -> Int64 {
        var last = start
        while true {
            let head = try await feed.entries(after: last).isEmpty ? last : feed.head()
            let news = try await text(after: last, upTo: head)
            guard !news.text.isEmpty else { return last }
            try await writer.write(ByteBuffer(string: news.text))
            last = news.last
        }
    }

    /// The next entries as events; who is far behind is told how many there are.
    private func text(
        after start: Int64, upTo head: Int64
    ) async throws -> (text: String, last: Int64) {
        guard head - start <= LiveFeed.behindMax else {
            return ("id: \(head)\nevent: behind\ndata: {\"count\":\(head - start)}\n\n", head)
        }
        let entries = try await feed.entries(after: start)
        var text = ""
        for entry in entries {
            var json = JSONWriter()
            json.object { json in
                json.field("kind", entry.kind)
                json.field("no", entry.no)
            }
            let data = String(decoding: json.bytes, as: UTF8.self)
            text += "id: \(entry.logIndex)\ndata: \(data)\n\n"
        }
        return (text, entries.last?.logIndex ?? start)
    }

    private static func place(_ text: String) -> Int64? {
        Int64(text).flatMap { $0 >= -1 ? $0 : nil }
    }

    private static let parameters: [RouteDocument.Parameter] = [
        .init(
            "after", ["type": "integer", "minimum": -1],
            Bilingual(
                "이 원장 번호 다음부터. 없으면 지금부터", "After this place of the log; else from now on")),
        .init(
            "once", .flagInAddress,
            Bilingual("지금까지의 것만 받고 끝남", "Only what is there already")),
    ]

    private static let tooMany = Problem(
        .tooManyRequests,
        Bilingual(
            "한 사람이 화면 \(LiveFeed.streamsPerViewerMax)개까지 실시간으로 봅니다. 30초마다 다시 읽으십시오.",
            "\(LiveFeed.streamsPerViewerMax) pages of one person listen at most. Read anew every "
                + "30 s."),
        headers: [.retryAfter: "30"])
}

extension HTTPField.Name {
    /// Literals that are tokens of RFC 9110, so that the initialiser cannot fail.
    static let lastEventID = HTTPField.Name("Last-Event-ID")!
    static let accelBuffering = HTTPField.Name("X-Accel-Buffering")!
}
