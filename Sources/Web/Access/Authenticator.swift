import HTTPTypes
import Hometown
import Synchronization

/// Who a token belongs to, asked of the ledger and remembered for a moment. The moment is the
/// time a revoked token still works; unknown tokens are not remembered, so that a flood of them
/// cannot push out the known.
package final class Authenticator: Sendable {
    package typealias Lookup = @Sendable (TokenHash) async throws -> Principal?

    /// Disabling an account must bite within five seconds.
    package static let rememberedMs: UInt64 = 5_000
    /// One entry for each token in use; beyond it all are forgotten and asked again.
    package static let rememberedMax = 1_024

    private struct Entry {
        let principal: Principal
        let until: UInt64
    }

    private let lookup: Lookup
    private let uptime: Uptime
    private let remembered = Mutex<[TokenHash: Entry]>([:])

    package init(uptime: Uptime, lookup: @escaping Lookup) {
        self.uptime = uptime
        self.lookup = lookup
    }

    /// - Parameter header: the value of `Authorization`, when there is one.
    /// - Throws: `Problem` 401, or what the look-up throws.
    package func principal(for header: String?) async throws -> Principal {
        let hash = try Authenticator.hash(in: header)
        let now = uptime.milliseconds
        if let principal = principal(of: hash, at: now) { return principal }
        guard let principal = try await lookup(hash) else {
            remembered.withLock { $0[hash] = nil }
            throw Authenticator.unknown
        }
        remembered.withLock { entries in
            if entries.count >= Authenticator.rememberedMax { entries.removeAll() }
            entries[hash] = Entry(principal: principal, until: now + Authenticator.rememberedMs)
        }
        return principal
    }

    /// The same without asking anybody: `nil` where it would have to.
    func remembered(for header: String?) throws(Problem) -> Principal? {
        principal(of: try Authenticator.hash(in: header), at: uptime.milliseconds)
    }

    private func principal(of hash: TokenHash, at now: UInt64) -> Principal? {
        remembered.withLock { $0[hash] }.flatMap { now < $0.until ? $0.principal : nil }
    }

    private static func hash(in header: String?) throws(Problem) -> TokenHash {
        guard let header else { throw required }
        guard let token = token(in: header) else { throw unknown }
        return token.hash
    }

    /// In lower case; a blank is its own.
    private static let scheme = Array("bearer ".utf8)

    /// The scheme is case-insensitive (RFC 9110, 11.1).
    private static func token(in header: String) -> BearerToken? {
        var header = header
        let text = header.withUTF8 { bytes -> String? in
            guard bytes.count > scheme.count,
                scheme.indices.allSatisfy({ bytes[$0] | 0x20 == scheme[$0] })
            else { return nil }
            let rest = UnsafeBufferPointer(rebasing: bytes[scheme.count...])
            return String(decoding: rest, as: UTF8.self)
        }
        return text.flatMap { BearerToken($0) }
    }

    /// Goes with every answer that asks for a token (RFC 9110, 11.6.1).
    static let challenge: HTTPFields = [.wwwAuthenticate: "Bearer realm=\"pumasi\""]

    private static let required = Problem(
        .authenticationRequired,
        Bilingual(
            "Authorization: Bearer pmt_… 머리글로 토큰을 보내십시오. 토큰은 pumasi token create로 만듭니다.",
            "Send a token as Authorization: Bearer pmt_…; pumasi token create makes one."),
        headers: challenge)

    private static let unknown = Problem(
        .tokenUnknown,
        Bilingual(
            "토큰이 없거나 만료되었거나 취소되었습니다. 새 토큰을 만드십시오.",
            "The token is unknown, expired or revoked. Make a new one."),
        headers: [.wwwAuthenticate: "Bearer realm=\"pumasi\", error=\"invalid_token\""])
}
