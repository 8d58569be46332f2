import HTTPTypes
import Hometown
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOEmbedded
import Testing

@testable import Web

/// What happens on a real socket, below HTTP and beside it. Limits are shortened, never slept
/// through: each test waits for the server to close.
@Suite struct ConnectionTests {
    private static let quick = Interface { parts in
        parts.limits.tickMs = 10
        parts.limits.headMsMax = 50
        parts.limits.bodyGraceMs = 50
        parts.limits.answerMsMax = 200
        parts.limits.idleMsMax = 100
        parts.limits.lingerMsMax = 50
    }

    private func exchange(
        _ interface: Interface = Interface(), _ parts: String...
    ) async throws -> String {
        try await interface.application.test(.live) { client in
            try await RawClient(port: #require(client.port)).exchange(parts)
        }
    }

    private func expectProblem(_ answer: String, _ status: Int, _ code: String) {
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
        #expect(answer.lowercased().contains("content-type: application/problem+json"))
        #expect(answer.contains("\"code\":\"\(code)\""))
        #expect(answer.lowercased().contains("connection: close"))
    }

    @Test func `a plain request is answered`() async throws {
        let answer = try await exchange(
            Interface(), "GET /open HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix("\r\n\r\nko"))
    }

    @Test func `two requests in one packet are answered in order`() async throws {
        let answer = try await exchange(
            Interface(),
            "GET /open HTTP/1.1\r\nHost: a\r\n\r\n"
                + "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        let first = try #require(answer.firstRange(of: "200 OK"))
        let second = try #require(answer.firstRange(of: "404 Not Found"))
        #expect(first.upperBound < second.lowerBound)
    }

    @Test func `the answer to HEAD has no body, whatever it says`() async throws {
        let answer = try await exchange(
            Interface(),
            "HEAD /open HTTP/1.1\r\nHost: a\r\n\r\n" + "HEAD /nowhere HTTP/1.1\r\nHost: a\r\n\r\n"
                + "GET /open HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        let parts = answer.split(separator: "\r\n\r\n")
        #expect(parts.count == 4)
        #expect(zip(parts, ["200", "404", "200"]).allSatisfy { $0.hasPrefix("HTTP/1.1 \($1) ") })
        #expect(parts.last == "ko")
    }

    @Test func `a body that comes in pieces arrives whole, and the next request after it`()
        async throws
    {
        let text = String(repeating: "가", count: 300)
        let body = "{\"name\":\"\(text)\"}"
        let pieces = stride(from: 0, to: body.count, by: 50).map { start in
            String(body.dropFirst(start).prefix(50))
        }
        let head = """
            POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\
            Authorization: Bearer \(Interface.token(.clerk).text)\r\nIdempotency-Key: k\r\n\
            Content-Type: application/json\r\n\r\n
            """
        let next = "GET /open HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        let answer = try await Interface().application.test(.live) { client in
            try await RawClient(port: #require(client.port)).exchange([head] + pieces + [next])
        }
        #expect(answer.contains("HTTP/1.1 201 Created"))
        #expect(answer.contains(text))
        #expect(answer.hasSuffix("\r\n\r\nko"))
    }

    @Test func `an answer says when it was made`() async throws {
        let answer = try await exchange(
            Interface(), "GET /open HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(answer.contains("\r\nDate: "))
        let example = try #require(Instant("1994-11-06T08:49:37Z"))
        #expect(AnswerDate.text(of: example) == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test(arguments: [
        "nonsense\r\n\r\n", "GET /open HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        "GET /open HTTP/1.1\r\nHo st: a\r\n\r\n",
        "POST /things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ])
    func `bytes that are no request get a problem and the end`(bytes: String) async throws {
        let answer = try await exchange(Interface(), bytes)
        #expect(answer.hasPrefix("HTTP/1.1 4"))
        #expect(answer.contains("application/problem+json"))
    }

    @Test(arguments: ["", "Host: a\r\nhost: b\r\n", "Host: a\r\nHost: a\r\n"])
    func `a request without a host, or with two, is refused`(hosts: String) async throws {
        let answer = try await exchange(
            Interface(), "GET /open HTTP/1.1\r\n\(hosts)Connection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 400 "))
    }

    /// A slash at the beginning makes all of an address a path, whatever it looks like; a whole
    /// address is answered like its path (RFC 9112, 3.2.2).
    @Test(arguments: [
        ("/open", "200"), ("/open?a=http://b/", "200"), ("http://b/open", "200"),
        ("//b/open", "404"), ("/http://b/open", "404"),
    ])
    func `an address is read as what it is`(address: String, status: String) async throws {
        let answer = try await exchange(
            Interface(), "GET \(address) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
    }

    @Test func `header fields over sixteen kibibytes are 431`() async throws {
        let value = String(repeating: "v", count: 20_000)
        let answer = try await exchange(
            Interface(), "GET /open HTTP/1.1\r\nHost: a\r\nX-A: \(value)\r\n\r\n")
        expectProblem(answer, 431, "headers-too-large")
    }

    @Test func `more than a hundred header fields are 431`() async throws {
        let fields = (0..<120).map { "X-\($0): v\r\n" }.joined()
        let answer = try await exchange(
            Interface(), "GET /open HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
        expectProblem(answer, 431, "headers-too-large")
    }

    @Test func `a header block that does not end is 408`() async throws {
        let answer = try await exchange(Self.quick, "GET /open HTTP/1.1\r\nHost: a\r\n")
        expectProblem(answer, 408, "request-timeout")
    }

    @Test func `a body that does not come is 408`() async throws {
        let answer = try await exchange(
            Self.quick,
            """
            POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\
            Authorization: Bearer \(Interface.token(.clerk).text)\r\nIdempotency-Key: k\r\n\
            Content-Type: application/json\r\n\r\n{
            """)
        expectProblem(answer, 408, "request-timeout")
    }

    @Test func `a body that is announced too large is refused before it comes`() async throws {
        let answer = try await exchange(
            Self.quick,
            """
            POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\
            Authorization: Bearer \(Interface.token(.clerk).text)\r\nIdempotency-Key: k\r\n\
            Content-Type: application/json\r\n\r\n{
            """)
        expectProblem(answer, 413, "body-too-large")
    }

    @Test func `a connection that breaks off under a body is no failure of ours`() async throws {
        for error: any Error in [
            // 104 is ECONNRESET on Linux.
            ChannelError.eof, ChannelError.inputClosed, IOError(errnoCode: 104, reason: "read"),
        ] {
            let broken = Route(
                .get, "/broken", access: .everybody, document: Interface.document("broken")
            ) { _, _ in throw error }
            let interface = Interface(routes: [broken])
            #expect(try await interface.ask(.get, "/broken").status == .badRequest)
            let metrics = String(decoding: interface.parts.registry.text(), as: UTF8.self)
            #expect(metrics.contains(#"status="400""#) && !metrics.contains(#"status="500""#))
        }
    }

    @Test func `a connection that says nothing is closed without a word`() async throws {
        #expect(try await exchange(Self.quick).isEmpty)
    }

    @Test func `an answer that takes too long is 503 and the handler is cancelled`() async throws {
        let (stream, cancelled) = AsyncStream.makeStream(of: Void.self)
        let slow = Route(
            .get, "/slow", access: .everybody, document: Interface.document("slow")
        ) { _, _ in
            await withTaskCancellationHandler {
                let (forever, _) = AsyncStream.makeStream(of: Void.self)
                for await _ in forever {}
            } onCancel: {
                cancelled.finish()
            }
            return .text("too late")
        }
        let interface = Interface(routes: [slow]) { $0.limits = Self.quick.parts.limits }
        let answer = try await exchange(
            interface, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
        expectProblem(answer, 503, "time-limit")
        #expect(answer.lowercased().contains("\r\nretry-after: 2\r\n"))
        for await _ in stream {}
    }

    @Test func `a slow route has a limit of its own`() async throws {
        let slow = Route(
            .get, "/slow", access: .everybody, document: Interface.document("slow")
        ) { _, _ in
            let (forever, _) = AsyncStream.makeStream(of: Void.self)
            for await _ in forever {}
            return .text("too late")
        }.slow
        let interface = Interface(routes: [slow]) { parts in
            parts.limits.tickMs = 10
            parts.limits.slowAnswerMsMax = 100
        }
        let answer = try await exchange(interface, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
        expectProblem(answer, 503, "time-limit")
    }

    /// - Returns: what is to be done after that many seconds, if anything is.
    private func wait(
        _ seconds: Int, _ watch: inout ConnectionGuard
    ) -> ConnectionGuard.Order? {
        for _ in 0..<seconds {
            let order = watch.tick(isWritable: true)
            if case .nothing = order { continue }
            return order
        }
        return nil
    }

    private func expectTooLate(
        _ order: ConnectionGuard.Order?, at location: SourceLocation = #_sourceLocation
    ) {
        guard case .answer(let problem)? = order else {
            Issue.record("\(String(describing: order))", sourceLocation: location)
            return
        }
        #expect(problem.kind == .timeLimit, sourceLocation: location)
    }

    @Test func `a body that comes slowly enough is waited for, and the answer counts after it`() {
        var watch = ConnectionGuard(ConnectionLimits())
        watch.bytesCame()
        watch.headCame()
        for _ in 0..<120 {
            #expect(wait(1, &watch) == nil)
            watch.bodyCame(2_000)
        }
        watch.endCame()
        #expect(wait(29, &watch) == nil)
        expectTooLate(wait(1, &watch))
    }

    @Test func `a body that comes too slowly is waited for no longer`() {
        var watch = ConnectionGuard(ConnectionLimits())
        watch.headCame()
        for _ in 0..<19 {
            #expect(wait(1, &watch) == nil)
            watch.bodyCame(900)
        }
        guard case .fail(let problem as Problem)? = wait(1, &watch) else {
            Issue.record("the body is waited for")
            return
        }
        #expect(problem.kind == .requestTimeout)
    }

    @Test func `a body that stops is not waited for, however fast it began`() {
        var watch = ConnectionGuard(ConnectionLimits())
        watch.headCame()
        watch.bodyCame(1 << 20)
        #expect(wait(29, &watch) == nil)
        expectTooLate(wait(1, &watch))
    }

    @Test func `what was promised minutes gets them, and the next request does not`() {
        var watch = ConnectionGuard(ConnectionLimits())
        watch.headCame()
        watch.endCame()
        watch.expectSlowAnswer()
        #expect(wait(600, &watch) == nil)
        watch.answerBegins()
        watch.answerEnds()
        watch.headCame()
        watch.endCame()
        #expect(wait(29, &watch) == nil)
        expectTooLate(wait(1, &watch))
    }

    @Test func `a connection is idle from the end of its last answer on`() {
        var watch = ConnectionGuard(ConnectionLimits())
        watch.bytesCame()
        watch.headCame()
        watch.endCame()
        watch.expectSlowAnswer()
        #expect(wait(300, &watch) == nil)
        watch.answerBegins()
        watch.answerEnds()
        #expect(wait(59, &watch) == nil)
        guard case .close? = wait(1, &watch) else {
            Issue.record("an idle connection is kept")
            return
        }
    }

    @Test func `an answer that stops in its middle is not followed by another`() {
        var watch = ConnectionGuard(ConnectionLimits())
        watch.headCame()
        watch.endCame()
        #expect(wait(29, &watch) == nil)
        watch.answerBegins()
        #expect(wait(29, &watch) == nil)
        watch.answerGoesOn()
        #expect(wait(29, &watch) == nil)
        guard case .close? = wait(1, &watch) else {
            Issue.record("half an answer is left standing")
            return
        }
    }

    @Test func `who does not take the answer is not waited for`() {
        var watch = ConnectionGuard(ConnectionLimits())
        watch.headCame()
        watch.endCame()
        watch.answerBegins()
        for second in 1...30 {
            watch.answerGoesOn()
            let order = watch.tick(isWritable: false)
            if second < 30, case .nothing = order { continue }
            guard second == 30, case .close = order else {
                Issue.record("\(order) after \(second) seconds")
                return
            }
        }
    }

    @Test func `a proxy may bring more connections than one address may have`() throws {
        let channel = EmbeddedChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: "192.0.2.9", port: 1)
        #expect(ConnectionCensus().address(of: channel) == "192.0.2.9")
        #expect(ConnectionCensus(proxies: ["192.0.2.9"]).address(of: channel) == nil)
    }

    @Test func `a flood of requests that are kept out gives few lines, and each is counted`() {
        let log = DenialLog(uptime: Uptime { 0 })
        let admitted = (0..<100).map { _ in log.admit() }
        #expect(admitted.compactMap(\.self).count == DenialLog.linesPerMinuteMax)
    }

    @Test func `the census counts who is there`() async throws {
        let census = ConnectionCensus()
        #expect(census.enter("192.0.2.1", max: 2))
        #expect(census.enter("192.0.2.1", max: 2))
        #expect(!census.enter("192.0.2.1", max: 2))
        #expect(census.enter(nil, max: 0))
        #expect(census.open == 3)
        census.leave("192.0.2.1")
        #expect(census.enter("192.0.2.1", max: 2))
        census.leave(nil)
        #expect(census.open == 2)
    }
}
