/// 남긴 답. What a request that adds no entry was told, byte for byte.
package struct KeptAnswer: Hashable, Sendable {
    /// Of HTTP, 200 to 299: what failed is judged afresh.
    package let status: Int
    package let body: [UInt8]

    package init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}
