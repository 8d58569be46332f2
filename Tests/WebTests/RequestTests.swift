import HummingbirdTesting
import HTTPTypes
import Hometown
import Testing

@testable import Web

/// Every way a request can be wrong, and the problem it gets.
@Suite struct RequestTests {
    private let interface = Interface()

    @Test func `a request that lacks nothing is answered`() async throws {
        let answer = try await interface.add(body: #"{"금액":100000}"#)
        #expect(answer.status == .created)
        #expect(answer.text == #"{"key":"k","body":{"금액":100000}}"#)
    }

    @Test func `an address that is not there is 404`() async throws {
        for uri in ["/nowhere", "/things/1/2", "/", "/api/v1"] {
            let answer = try await interface.ask(.get, uri)
            #expect(answer.status == .notFound)
            #expect(try answer.code == "not-found")
        }
    }

    @Test func `a method that is not offered is 405 and says which are`() async throws {
        let answer = try await interface.ask(.delete, "/things/7")
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.headers[.allow] == "GET, HEAD")
        #expect(try answer.code == "method-not-allowed")
        let trace = try await interface.ask(.trace, "/things")
        #expect(trace.headers[.allow] == "POST")
    }

    @Test func `HEAD is answered where GET is`() async throws {
        let answer = try await interface.ask(.head, "/open")
        #expect(answer.status == .ok)
        #expect(answer.text.isEmpty)
    }

    @Test func `a body over the limit is 413 and ends the connection`() async throws {
        let answer = try await interface.add(
            body: #"{"a":"\#(String(repeating: "x", count: 1024))"}"#)
        #expect(answer.status == .contentTooLarge)
        #expect(try answer.code == "body-too-large")
        #expect(answer.headers[.connection] == "close")
    }

    @Test(arguments: ["", "text/plain", "application/json; charset=euc-kr", "application/xml"])
    func `a content type that is not JSON in UTF-8 is 415`(type: String) async throws {
        let answer = try await interface.add(headers: [.contentType: type])
        #expect(answer.status == .unsupportedMediaType)
        #expect(try answer.code == "unsupported-media-type")
    }

    @Test(arguments: ["gzip", "br", "x-unknown"])
    func `a body that is packed is 415`(coding: String) async throws {
        let answer = try await interface.add(headers: [.contentEncoding: coding])
        #expect(answer.status == .unsupportedMediaType)
        #expect(try answer.code == "unsupported-media-type")
        let plain = try await interface.add(headers: [.contentEncoding: "identity"])
        #expect(plain.status == .created)
    }

    @Test(arguments: ["application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""])
    func `JSON in UTF-8 may say so`(type: String) async throws {
        #expect(try await interface.add(headers: [.contentType: type]).status == .created)
    }

    @Test func `malformed JSON is 400 with the place`() async throws {
        let answer = try await interface.add(body: "{\n\"a\":}")
        #expect(answer.status == .badRequest)
        #expect(try answer.code == "malformed-json")
        guard case .string(let detail) = try answer.json["detail"] else {
            return #expect(Bool(false), "a problem has a detail")
        }
        #expect(detail.hasPrefix("2행 5번째 바이트"))
    }

    @Test func `a missing key is 400 and a malformed one too`() async throws {
        let missing = try await interface.add(headers: [.idempotencyKey: ""])
        #expect(missing.status == .badRequest)
        #expect(try missing.code == "idempotency-key-required")
        for key in ["\"", "\"\"", "\"a", "\"a\\b\"", String(repeating: "k", count: 256)] {
            let answer = try await interface.add(headers: [.idempotencyKey: key])
            #expect(answer.status == .badRequest)
            #expect(try answer.code == "idempotency-key-invalid")
        }
    }

    @Test func `a field that stands twice is refused`() async throws {
        var headers = HTTPFields()
        headers.append(HTTPField(name: .authorization, value: "Bearer a"))
        headers.append(HTTPField(name: .authorization, value: "Bearer b"))
        let answer = try await interface.ask(.get, "/open", headers: headers)
        #expect(answer.status == .badRequest)
        #expect(try answer.code == "malformed-request")
    }

    @Test func `an address over eight kibibytes is 414`() async throws {
        let answer = try await interface.ask(
            .get, "/open?a=" + String(repeating: "b", count: 9_000))
        #expect(answer.status == .uriTooLong)
        #expect(try answer.code == "address-too-long")
    }

    @Test func `an unforeseen error is 500 and tells nothing of the inside`() async throws {
        let answer = try await interface.ask(.get, "/failing")
        #expect(answer.status == .internalServerError)
        #expect(try answer.code == "internal-error")
        #expect(!answer.text.contains("Unforeseen"))
    }

    @Test func `a problem speaks the caller's language`() async throws {
        let korean = try await interface.ask(.get, "/nowhere")
        #expect(korean.headers[.contentType] == "application/problem+json")
        #expect(korean.headers[.contentLanguage] == "ko")
        #expect(try korean.json["title"] == "없는 주소입니다")
        for (uri, header) in [("/nowhere", "en-GB,ko;q=0.5"), ("/en/nowhere", "ko")] {
            let english = try await interface.ask(
                .get, uri, headers: [.acceptLanguage: header])
            #expect(english.headers[.contentLanguage] == "en")
            #expect(try english.json["title"] == "Nothing is here")
        }
    }

    @Test func `a problem has every member of RFC 9457 and ours`() async throws {
        let problem = try await interface.ask(.get, "/nowhere").json
        #expect(
            problem.members.map(\.name) == [
                "type", "title", "status", "detail", "instance", "code", "errors",
            ])
        #expect(problem["type"] == "urn:pumasi:problem:not-found")
        #expect(problem["status"] == 404)
    }

    @Test func `every answer carries the security headers`() async throws {
        for (method, uri) in [
            (HTTPRequest.Method.get, "/open"), (.get, "/nowhere"), (.get, "/failing"),
            (.post, "/things"), (.get, "/livez"), (.get, "/metrics"), (.get, "/openapi.json"),
        ] {
            let headers = try await interface.ask(method, uri).headers
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.referrerPolicy] == "same-origin")
            #expect(headers[.cacheControl] != nil)
            #expect(headers[.strictTransportSecurity] == nil)
            let policy = headers[.contentSecurityPolicy]
            #expect(
                policy == "default-src 'self'; object-src 'none'; base-uri 'none'; "
                    + "frame-ancestors 'none'")
        }
        let secure = Interface { $0.isBehindTLS = true }
        let answer = try await secure.ask(.get, "/open")
        #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
    }
}
