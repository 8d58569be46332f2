import Crypto
package import Hometown

/// 일회용 인증 코드. The codes of an authenticator app (TOTP, RFC 6238): HMAC-SHA-1 of the number of
/// the half minute, cut to six digits (HOTP, RFC 4226, 5.3). It is what all apps know; that SHA-1
/// collides does not matter under a key (RFC 6194, 3.3).
package struct OneTimeCode: Sendable {
    /// 160 bits, as RFC 4226, 4 recommends.
    package static let secretBytes = 20
    private static let stepSeconds: Int64 = 30
    private static let digitCount = 6
    private static let modulus: UInt32 = 1_000_000
    /// A clock that is half a minute early or late is forgiven (RFC 6238, 5.2).
    private static let stepsAside: Int64 = 1

    private let key: SymmetricKey

    /// - Parameter secret: what the app was given.
    package init(secret: [UInt8]) {
        key = SymmetricKey(data: secret)
    }

    /// Which half minute since 1970 it is.
    package static func step(at instant: Instant) -> Int64 {
        instant.microseconds / (stepSeconds * 1_000_000)
    }

    /// The six digits of a step.
    package func text(of step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        let offset = Int(hash[hash.count - 1] & 0x0F)
        let word = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let digits = String((word & 0x7FFF_FFFF) % OneTimeCode.modulus)
        return String(repeating: "0", count: OneTimeCode.digitCount - digits.count) + digits
    }

    /// The step that a code is of: now, or the one before or after.
    /// - Parameters:
    ///   - typed: as somebody typed it; blanks do not count.
    ///   - last: the last step whose code was used. Its code and earlier ones are used up
    ///     (RFC 6238, 5.2).
    /// - Returns: `nil` for a wrong code, and after the same time for one that was used.
    package func step(of typed: String, at now: Instant, after last: Int64) -> Int64? {
        let given = Array(typed.utf8.filter { $0 != UInt8(ascii: " ") })
        let current = OneTimeCode.step(at: now)
        var found: Int64?
        for step in (current - OneTimeCode.stepsAside)...(current + OneTimeCode.stepsAside) {
            let wanted = Array(text(of: step).utf8)
            if wanted.matchesInConstantTime(given), step > last { found = step }
        }
        return found
    }
}
