/// 약정값. What the log says of a personal field instead of the field: HMAC-SHA-256 under a fresh
/// salt. Whoever holds salt and value can open it; once both are erased nobody can, and the entry
/// and its proofs stand as before.
package enum Commitment {
    /// One salt per field and entry: equal values under one salt would link one donor's gifts.
    package static let saltBytes = 32

    /// HMAC-SHA-256(key = salt, field ‖ 0x00 ‖ value).
    /// - Parameters:
    ///   - salt: 32 fresh random bytes; another number is a programming error.
    ///   - field: ASCII name of the field, without a zero byte, so that field and value cannot run
    ///     into each other.
    ///   - value: UTF-8 of the value as the entry would have held it.
    package static func of(_ value: String, field: String, salt: [UInt8]) -> Hash256 {
        precondition(salt.count == saltBytes, "a salt has 32 bytes")
        precondition(field.utf8.allSatisfy { (0x21..<0x7F).contains($0) }, "a field name is ASCII")
        let message = Array(field.utf8) + [0x00] + Array(value.utf8)
        return KeyedHash(key: salt).of(message)
    }
}
