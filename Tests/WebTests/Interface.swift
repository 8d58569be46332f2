import HTTPTypes
import Hometown
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import NIOPosix
import Synchronization

@testable import Web

/// The interface as the daemon builds it, over a few routes that answer what they were given.
struct Interface: Sendable {
    static let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    /// Whom every token belongs to.
    static let author = Author(id: Identifier(high: 1, low: 1), kind: .token, name: "시험")

    let parts: WebParts
    let lookups = Lookups()

    /// Counts how often the ledger was asked for a token.
    final class Lookups: Sendable {
        let count = Mutex(0)
    }

    init(
        routes: [Route] = Interface.routes, health: Health = Health(),
        _ change: (inout WebParts) -> Void = { _ in }
    ) {
        let registry = PrometheusRegistry()
        let lookups = lookups
        let authenticator = Authenticator(uptime: Uptime { 0 }) { hash in
            lookups.count.withLock { $0 += 1 }
            let role = Role.allCases.first { Interface.token($0).hash == hash }
            return role.map { Principal(Interface.author, role: $0) }
        }
        let table = RouteTable.complete(
            routes + HealthRoutes(health: health, registry: registry).routes, version: "0",
            schemas: Schemas.shared + Schemas.ledger)
        var parts = WebParts(
            table: table, authenticator: authenticator, health: health, registry: registry,
            uptime: Uptime { 0 })
        change(&parts)
        self.parts = parts
    }

    /// The token of a person with `role`.
    static func token(_ role: Role) -> BearerToken {
        let number = UInt8(Role.allCases.firstIndex(of: role) ?? 0)
        return BearerToken(secret: Array(repeating: number, count: BearerToken.secretBytes))
    }

    static func document(_ operation: String) -> RouteDocument {
        RouteDocument(
            operation, Bilingual("시험", "Test"), responses: [(200, .other("application/json"))])
    }

    static let routes: [Route] = [
        Route(.get, "/open", access: .everybody, document: document("open")) { _, context in
            .text(context.language.rawValue)
        },
        Route(.get, "/en/open", access: .everybody, document: document("openEnglish")) {
            .text($1.language.rawValue)
        },
        Route(
            .post, "/things", access: .only(.clerk, .manager), body: .json(bytesMax: 1024),
            needsIdempotencyKey: true, document: document("addThing")
        ) { _, context in
            let value = try context.body.json
            var writer = JSONWriter()
            writer.object { writer in
                writer.field("key", context.idempotencyKey?.text)
                writer.field("body", value)
            }
            return .json(writer, status: .created)
        },
        Route(.get, "/things/{id}", access: .everyRole, document: document("showThing")) {
            .text($1.pathParameter("id"))
        },
        Route(.get, "/failing", access: .everybody, document: document("fail")) { _, _ in
            throw Unforeseen()
        },
    ]

    private struct Unforeseen: Error {}

    var application: some ApplicationProtocol {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return buildApplication(
            parts, address: .hostname("127.0.0.1", port: 0), group: Interface.group,
            logger: logger)
    }

    /// One request through the router, without a socket.
    func ask(
        _ method: HTTPRequest.Method, _ uri: String, as role: Role? = nil,
        headers: HTTPFields = [:], body: String? = nil
    ) async throws -> TestResponse {
        try await ask(
            method, uri, as: role, headers: headers, bytes: body.map { ByteBuffer(string: $0) })
    }

    func ask(
        _ method: HTTPRequest.Method, _ uri: String, as role: Role? = nil,
        headers: HTTPFields = [:], bytes: ByteBuffer?
    ) async throws -> TestResponse {
        var headers = headers
        if let role { headers[.authorization] = "Bearer \(Interface.token(role).text)" }
        let sent = headers
        return try await application.test(.router) { client in
            try await client.execute(
                uri: uri, method: method, headers: sent, body: bytes)
        }
    }

    /// A creating request that lacks nothing but what `headers` and `body` take away.
    func add(
        as role: Role = .clerk, headers: HTTPFields = [:], body: String = "{}"
    ) async throws -> TestResponse {
        var all: HTTPFields = [.contentType: "application/json", .idempotencyKey: "k"]
        for field in headers { all[field.name] = field.value.isEmpty ? nil : field.value }
        return try await ask(.post, "/things", as: role, headers: all, body: body)
    }
}

extension ByteBuffer {
    /// - Throws: `Problem` 400 with line and byte.
    fileprivate var json: JSONValue {
        get throws(Problem) {
            do {
                return try JSONReader.read(Array(readableBytesView))
            } catch {
                throw Problem(error)
            }
        }
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    /// The members of a JSON answer.
    var json: JSONObject {
        get throws {
            guard case .object(let object) = try body.json else { return JSONObject() }
            return object
        }
    }

    var code: JSONValue? {
        get throws { try json["code"] }
    }
}
