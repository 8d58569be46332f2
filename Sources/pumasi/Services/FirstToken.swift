import Hometown
import Ledger
import Transparency
import Web

/// 첫 토큰. What somebody needs who has just set a ledger up: without a token nothing can be done.
enum FirstToken {
    static let role = Role.manager
    private static let name = "first"

    /// - Returns: a new token, or `nil` when the ledger ever had one.
    /// - Throws: `LedgerFailure`.
    static func make(in ledger: Ledger) async throws -> BearerToken? {
        guard try await ledger.tokens().isEmpty else { return nil }
        let daemon = try await ledger.author(.daemon, name: "pumasi")
        return try await ledger.makeToken(role: role, name: name, by: daemon).token
    }
}

extension Ledger {
    /// Makes a token, of which the ledger keeps only the hash.
    /// - Throws: `LedgerFailure`.
    func makeToken(
        role: Role, name: String, days: Int = Ledger.tokenDaysMax, by maker: Author
    ) async throws -> (id: Identifier, token: BearerToken) {
        let token = BearerToken(secret: Randomness.system.bytes(BearerToken.secretBytes))
        guard let hash = Hash256(bytes: token.hash.bytes) else { throw LedgerFailure.bug }
        let id = try await addToken(
            hash: hash, role: role.rawValue, name: name, days: days, by: maker)
        return (id, token)
    }
}

extension Authenticator {
    /// Over the tokens of a ledger.
    convenience init(_ ledger: Ledger, uptime: Uptime) {
        self.init(uptime: uptime) { hash in
            guard let hash = Hash256(bytes: hash.bytes),
                let recorded = try await ledger.useToken(hash: hash),
                let role = Role(rawValue: recorded.role)
            else { return nil }
            return Principal(recorded.author, role: role)
        }
    }
}
