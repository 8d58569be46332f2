import Crypto
import Foundation
package import Hometown
import NIOHTTP1

/// 웹훅 서명. HMAC-SHA-256 over `id.timestamp.body`, as the Standard Webhooks specification 1.0 has it,
/// so that a receiver needs no code of ours to check it.
package struct WebhookSignature: Sendable {
    let id: String
    /// Seconds since 1970; a receiver refuses what is too old.
    let timestamp: Int64
    let secret: WebhookSecret

    package init(id: String, timestamp: Int64, secret: WebhookSecret) {
        self.id = id
        self.timestamp = timestamp
        self.secret = secret
    }

    /// `v1,` and base64.
    package func text(of body: [UInt8]) -> String {
        var message = Array("\(id).\(timestamp).".utf8)
        message += body
        let code = HMAC<SHA256>.authenticationCode(
            for: message, using: SymmetricKey(data: secret.bytes))
        return "v1," + Data(code).base64EncodedString()
    }

    func headers(of body: [UInt8]) -> HTTPHeaders {
        [
            "webhook-id": id, "webhook-timestamp": String(timestamp),
            "webhook-signature": text(of: body), "Idempotency-Key": id,
        ]
    }
}
