import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

/// What goes over a real socket beside requests and answers: how either ends, and what goes before
/// and after a body.
@Suite struct WireTests {
    /// Answers piece by piece, with a word behind the last.
    private static let pieces = Route(
        .get, "/pieces", access: .everybody, document: Interface.document("pieces")
    ) { _, _ in
        Response(
            status: .ok, headers: [.contentType: "text/plain"],
            body: ResponseBody { writer in
                for piece in ["하나", "둘"] { try await writer.write(ByteBuffer(string: piece)) }
                var trailers = HTTPFields()
                trailers[.contentLanguage] = "ko"
                try await writer.finish(trailers)
            })
    }

    private static let interface = Interface(routes: Interface.routes + [pieces]) { parts in
        parts.limits.tickMs = 10
        parts.limits.idleMsMax = 2_000
    }

    private func exchange(_ parts: String...) async throws -> String {
        try await Self.interface.application.test(.live) { client in
            try await RawClient(port: #require(client.port)).exchange(parts)
        }
    }

    private static let things = """
        POST /things HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n\
        Authorization: Bearer \(Interface.token(.clerk).text)\r\nIdempotency-Key: k\r\n
        """

    /// Whoever asks to end is not left waiting for the idle limit; the next request on the
    /// connection has no answer.
    @Test(arguments: [
        "GET /open HTTP/1.0\r\nHost: a\r\n\r\n",
        "GET /open HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: a\r\nConnection: te, close\r\n\r\n",
    ])
    func `a connection ends where the request says so`(request: String) async throws {
        let answer = try await exchange(request + "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix("\r\n\r\nko"))
    }

    @Test func `HTTP of before chunks gets an answer that ends with its connection`() async throws {
        let answer = try await exchange("GET /pieces HTTP/1.0\r\nHost: a\r\n\r\n")
        #expect(answer.hasSuffix("\r\n\r\n하나둘"))
        #expect(!answer.lowercased().contains("transfer-encoding"))
        let head = try await exchange("HEAD /pieces HTTP/1.0\r\nHost: a\r\n\r\n")
        #expect(!head.lowercased().contains("transfer-encoding"))
    }

    @Test func `what follows the last chunk comes, too`() async throws {
        let answer = try await exchange(
            "GET /pieces HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(answer.hasSuffix("\r\n0\r\nContent-Language: ko\r\n\r\n"), "\(answer)")
    }

    @Test func `HEAD does not say that a body in pieces is nothing long`() async throws {
        let answer = try await exchange(
            "HEAD /pieces HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.lowercased().contains("transfer-encoding: chunked"))
        #expect(!answer.lowercased().contains("content-length"))
        #expect(answer.hasSuffix("\r\n\r\n"))
    }

    @Test func `a body that waits to be asked for is asked for`() async throws {
        let head = Self.things + "Content-Length: 2\r\nConnection: close\r\n"
        let answer = try await Self.interface.application.test(.live) { client in
            let port = try #require(client.port)
            return try await RawClient(port: port).converse(
                head + "Expect: 100-Continue\r\n\r\n", awaiting: "HTTP/1.1 100 Continue\r\n\r\n",
                then: "{}")
        }
        #expect(answer.hasPrefix("HTTP/1.1 201 Created\r\n"), "\(answer)")
        // Whoever sends it at once is not asked.
        let whole = try await exchange(head + "Expect: 100-continue\r\n\r\n{}")
        #expect(whole.hasPrefix("HTTP/1.1 201 Created\r\n"), "\(whole)")
    }

    @Test func `a body that is not going to be read is not asked for`() async throws {
        let unknown = Self.things.replacing("Bearer pmt_", with: "Bearer pmt-")
        for (head, status) in [
            (unknown + "Content-Length: 2\r\n", "401"),
            (Self.things + "Content-Length: 2000\r\n", "413"),
        ] {
            let answer = try await exchange(
                head + "Connection: close\r\nExpect: 100-continue\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
        }
    }

    @Test(arguments: [
        "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked\r\nX: y\r\n",
    ])
    func `a body in a coding that nobody reads is no request`(coding: String) async throws {
        let isOld = !coding.contains("gzip")
        let head = Self.things.replacing("HTTP/1.1", with: isOld ? "HTTP/1.0" : "HTTP/1.1")
        let answer = try await exchange(head + coding + "\r\n2\r\n{}\r\n0\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
        #expect(answer.contains("\"code\":\"malformed-request\""))
        #expect(answer.contains("Connection: close\r\n"))
    }
}
