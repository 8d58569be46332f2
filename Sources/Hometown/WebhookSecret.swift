/// 웹훅 비밀키. What the daemon signs with and the receiver checks with.
package struct WebhookSecret: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}
