import Delivery
import Foundation
import HTTPTypes
import Hometown
import Hummingbird
import NIOCore
import Synchronization
import Testing

/// A server of another's making, on this machine, receives what is posted.
@Suite struct WebhookTests {
    private final class Receiver: Sendable {
        struct Post: Sendable {
            let headers: [String: String]
            let body: [UInt8]
        }

        let posts = Mutex<[Post]>([])

        var router: Router<BasicRequestContext> {
            let router = Router()
            router.post("/reports") { request, _ in
                let body = try await request.body.collect(upTo: 1 << 20)
                var headers: [String: String] = [:]
                for field in request.headers { headers[field.name.canonicalName] = field.value }
                self.posts.withLock {
                    $0.append(Post(headers: headers, body: Array(body.readableBytesView)))
                }
                return HTTPResponse.Status.noContent
            }
            router.post("/moved") { _, _ in
                Response(status: .temporaryRedirect, headers: [.location: "/reports"])
            }
            router.post("/busy") { _, _ in HTTPResponse.Status.serviceUnavailable }
            // It says 200 and then never ends.
            router.post("/drips") { _, _ in
                Response(
                    status: .ok,
                    body: ResponseBody { writer in
                        try await writer.write(ByteBuffer(string: "."))
                        for await _ in AsyncStream<Never>.makeStream().stream {}
                        try await writer.finish(nil)
                    })
            }
            router.post("/hangs") { _, _ in
                for await _ in AsyncStream<Never>.makeStream().stream {}
                return HTTPResponse.Status.ok
            }
            return router
        }
    }

    private static let secret = WebhookSecret(bytes: Array("a secret of thirty-two bytes, ok".utf8))
    private static let now = Instant("2026-11-16T00:00:05Z")

    private func webhook(
        privateHosts: Set<String> = ["localhost"], allowedHosts: Set<String>? = nil,
        answerSecondsMax: Int64 = 30
    ) throws -> Webhook {
        let now = try #require(Self.now)
        return Webhook(
            privateHosts: privateHosts, allowedHosts: allowedHosts,
            answerSecondsMax: answerSecondsMax
        ) { now }
    }

    private func serving(_ body: (Receiver, Int) async throws -> Void) async throws {
        let receiver = Receiver()
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: receiver.router, configuration: .init(address: .hostname("localhost", port: 0)),
            onServerRunning: { channel in opened.yield(channel.localAddress?.port ?? 0) })
        try await withThrowingTaskGroup { group in
            group.addTask { try await application.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            try await body(receiver, port)
            group.cancelAll()
        }
    }

    private func failure(
        _ webhook: Webhook, _ address: String
    ) async -> DeliveryFailure? {
        await failureOf { () async throws(DeliveryFailure) in
            try await webhook.post(Parcels.weekly, to: address, secret: Self.secret)
        }
    }

    @Test func `a report arrives signed, and each time the same`() async throws {
        try await serving { receiver, port in
            let webhook = try webhook()
            for _ in 1...2 {
                let answer = try await webhook.post(
                    Parcels.weekly, to: "http://localhost:\(port)/reports", secret: Self.secret)
                #expect(answer == "HTTP 204")
            }
            let posts = receiver.posts.withLock { $0 }
            #expect(posts.count == 2 && posts[0].body == posts[1].body)
            let headers = posts[0].headers
            #expect(headers["webhook-id"] == Parcels.weekly.id.description)
            #expect(headers["idempotency-key"] == headers["webhook-id"])
            #expect(headers["webhook-timestamp"] == "1794787205")
            let signature = WebhookSignature(
                id: Parcels.weekly.id.description, timestamp: 1_794_787_205, secret: Self.secret)
            #expect(headers["webhook-signature"] == signature.text(of: posts[0].body))
            let json = try JSONSerialization.jsonObject(with: Data(posts[0].body))
            let members = try #require(json as? [String: Any])
            #expect(members["type"] as? String == "summary.filed")
            #expect((members["files"] as? [Any])?.count == 3)
        }
    }

    @Test func `a host of the office's own net is refused unless the operator named it`()
        async throws
    {
        try await serving { receiver, port in
            let webhook = try webhook(privateHosts: [])
            for address in [
                "https://localhost:\(port)/reports", "https://127.0.0.1:\(port)/reports",
                "https://169.254.169.254/latest/meta-data", "https://[::1]:\(port)/reports",
                "https://[::ffff:127.0.0.1]:\(port)/reports", "https://2130706433:\(port)/reports",
                "https://0/reports", "http://localhost:\(port)/reports",
                "https://user:word@localhost:\(port)/reports", "https:///reports", "file:///etc",
            ] {
                let told = await failure(webhook, address)
                #expect(told?.isPermanent == true, "\(address): \(String(describing: told))")
            }
            #expect(receiver.posts.withLock { $0.isEmpty })
        }
    }

    @Test func `an address that leads inside is refused before anything is sent there`() throws {
        let webhook = try webhook(privateHosts: ["10.0.0.7"])
        for address in [
            "https://169.254.169.254/latest/meta-data", "https://localhost/x",
            "https://LocalHost:9/x", "https://any.localhost/x", "https://10.0.0.8/x",
            "https://[::1]/x", "https://[fe80::1]/x", "http://example.org/x",
            "https://2130706433/x", "https://0x7f.1/x", "https://0251.0376.43518/x",
        ] {
            #expect(webhook.refusal(of: address)?.isPermanent == true, "\(address)")
        }
        for address in ["https://example.org/x", "http://10.0.0.7/x", "https://8.8.8.8/x"] {
            #expect(webhook.refusal(of: address) == nil, "\(address)")
        }
        #expect(try self.webhook().refusal(of: "http://LocalHost/x") == nil)
    }

    @Test func `with a list of hosts nothing goes to any other`() throws {
        let webhook = try webhook(allowedHosts: ["example.org"])
        for address in [
            "https://example.org/x", "https://Example.org/x", "http://localhost/x",
            "http://LocalHost/x",
        ] {
            #expect(webhook.refusal(of: address) == nil, "\(address)")
        }
        for address in ["https://example.com/x", "https://www.example.org/x", "https://8.8.8.8/x"] {
            let told = webhook.refusal(of: address)
            #expect(told?.isPermanent == true, "\(address)")
            #expect(told?.text.english.contains("delivery.allowedHosts") == true, "\(address)")
        }
    }

    @Test func `a redirect is not followed, a busy receiver is asked again`() async throws {
        try await serving { receiver, port in
            let webhook = try webhook()
            let moved = await failure(webhook, "http://localhost:\(port)/moved")
            #expect(moved?.isPermanent == true && moved?.text.english.contains("307") == true)
            let busy = await failure(webhook, "http://localhost:\(port)/busy")
            #expect(busy?.isPermanent == false && busy?.text.english.contains("503") == true)
            #expect(receiver.posts.withLock { $0.isEmpty })
        }
    }

    @Test func `a receiver that hangs or is not there is given up in time`() async throws {
        try await serving { _, port in
            let webhook = try webhook(answerSecondsMax: 1)
            let hung = await failure(webhook, "http://localhost:\(port)/hangs")
            #expect(hung?.isPermanent == false)
            #expect(hung?.text.english.contains("gave no answer within 1 s") == true)
            // What was taken was taken, however long somebody goes on about it.
            let answer = try await webhook.post(
                Parcels.weekly, to: "http://localhost:\(port)/drips", secret: Self.secret)
            #expect(answer == "HTTP 200")
        }
        let gone = await failure(try webhook(), "http://localhost:1/reports")
        #expect(gone?.isPermanent == false)
        #expect(gone?.text.english.contains("firewall") == true)
        let nobody = await failure(try webhook(), "https://nobody.invalid/reports")
        #expect(nobody?.text.english.contains("nobody.invalid") == true)
    }

    /// The example of the Standard Webhooks specification's own libraries.
    @Test func `the signature is the one other libraries make`() throws {
        let key = try #require(Data(base64Encoded: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let signature = WebhookSignature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
            secret: WebhookSecret(bytes: Array(key)))
        #expect(
            signature.text(of: Array(#"{"test": 2432232314}"#.utf8))
                == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }
}
