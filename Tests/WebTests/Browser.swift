import HTTPTypes
import Hometown
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

/// A person with a browser: keeps cookies, opens pages, fills in their forms and sends them. Speaks
/// to a server on a real socket.
final class Browser {
    let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    static func with<Answer: Sendable>(
        _ web: LedgerInterface,
        _ body: @Sendable @escaping (any TestClientProtocol) async throws -> Answer
    ) async throws -> Answer {
        try await web.interface.application.test(.live) { try await body($0) }
    }

    func open(_ path: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.get, path, headers, nil)
    }

    /// Fills in the form of the page at `path` that is sent to `action`, and sends it.
    func fill(
        _ path: String, _ fields: KeyValuePairs<String, String>, sentTo action: String? = nil
    ) async throws -> TestResponse {
        let page = try await open(path)
        let token = try #require(Browser.token(in: page.text, for: action ?? path), "\(page.text)")
        return try await post(action ?? path, token: token, fields)
    }

    func post(
        _ path: String, token: String, _ fields: KeyValuePairs<String, String>,
        headers: HTTPFields = [.secFetchSite: "same-origin"]
    ) async throws -> TestResponse {
        try await post(
            path, token: token, pairs: fields.map { ($0.key, $0.value) }, headers: headers)
    }

    func post(
        _ path: String, token: String, pairs: [(String, String)],
        headers: HTTPFields = [.secFetchSite: "same-origin"]
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = Endpoint.formType
        let pairs = [("csrf", token)] + pairs
        let body = pairs.map { "\($0.0)=\(PercentText.encode($0.1))" }.joined(separator: "&")
        return try await send(.post, path, headers, body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: String?
    ) async throws -> TestResponse {
        var headers = headers
        headers[.accept] = headers[.accept] ?? "text/html"
        if !cookies.isEmpty {
            headers[.cookie] =
                cookies.map { "\($0.key)=\($0.value)" }.sorted()
                .joined(separator: "; ")
        }
        let answer = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        for cookie in answer.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
        }
        return answer
    }

    func keep(_ name: String, _ value: String) {
        cookies[name] = value
    }

    /// The token of the form that is sent to `action`.
    static func token(in page: String, for action: String) -> String? {
        for form in page.split(separator: "<form").dropFirst() {
            let form = form.prefix(
                upTo: form.firstRange(of: "</form>")?.lowerBound ?? form.endIndex)
            guard form.contains("action=\"\(action)\""),
                let field = form.firstMatch(of: /name="csrf" value="([0-9a-f]{64})"/)
            else { continue }
            return String(field.1)
        }
        return nil
    }
}
