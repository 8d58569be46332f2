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

    private struct Memory {
        var entries: [TokenHash: Entry] = [:]
        /// Look-ups on their way. When the moment of a token is over, one of its crowd asks and
        /// the others wait for that: each by itself, they would take every connection there is.
        var asking: [TokenHash: Task<Principal?, any Error>] = [:]
    }

    private let lookup: Lookup
    private let uptime: Uptime
    private let memory = Mutex(Memory())

    package init(uptime: Uptime, lookup: @escaping Lookup) {
        self.uptime = uptime
        self.lookup = lookup
    }

    /// - Parameter header: the value of `Authorization`, when there is one.
    /// - Throws: `Problem` 401, or what the look-up throws.
    package func principal(for header: String?) async throws -> Principal {
        let hash = try Authenticator.hash(in: header)
        let now = uptime.milliseconds
        if let known = principal(of: hash, at: now) { return known }
        let asking = memory.withLock { memory in
            let asking = memory.asking[hash] ?? Task { try await ask(for: hash, at: now) }
            memory.asking[hash] = asking
            return asking
        }
        guard let principal = try await asking.value else { throw Authenticator.unknown }
        return principal
    }

    private func ask(for hash: TokenHash, at now: UInt64) async throws -> Principal? {
        defer { memory.withLock { $0.asking[hash] = nil } }
        // Somebody may have asked between our look at what is remembered and this.
        if let known = principal(of: hash, at: now) { return known }
        guard let principal = try await lookup(hash) else {
            memory.withLock { $0.entries[hash] = nil }
            return nil
        }
        memory.withLock { memory in
            if memory.entries.count >= Authenticator.rememberedMax { memory.entries.removeAll() }
            memory.entries[hash] = Entry(
                principal: principal, until: now + Authenticator.rememberedMs)
        }
        return principal
    }

    /// The same without asking anybody: `nil` where it would have to.
    func remembered(for header: String?) throws(Problem) -> Principal? {
        principal(of: try Authenticator.hash(in: header), at: uptime.milliseconds)
    }

    private func principal(of hash: TokenHash, at now: UInt64) -> Principal? {
        memory.withLock { $0.entries[hash] }.flatMap { now < $0.until ? $0.principal : nil }
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
