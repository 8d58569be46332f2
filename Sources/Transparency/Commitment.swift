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
        return salt.withUnsafeBytes { salt in
            Commitment.hash(of: field, value, key: salt)
        }
    }

    /// A donation needs three of them: the message is put together without an allocation.
    private static func hash(
        of field: String, _ value: String, key: UnsafeRawBufferPointer
    ) -> Hash256 {
        var (field, value) = (field, value)
        return field.withUTF8 { field in
            value.withUTF8 { value in
                withUnsafeTemporaryAllocation(
                    byteCount: field.count + 1 + value.count, alignment: 1
                ) { message in
                    message.copyBytes(from: field)
                    message[field.count] = 0x00
                    UnsafeMutableRawBufferPointer(rebasing: message[(field.count + 1)...])
                        .copyBytes(from: value)
                    return KeyedHash.of(UnsafeRawBufferPointer(message), key: key)
                }
            }
        }
    }
}
