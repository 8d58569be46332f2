import Ledger
import Web

/// 첫 링크. How the first person of a ledger gets in by a browser.
enum FirstLink {
    /// Does everybody's work, and lets others in.
    static let role = Role.manager

    /// - Returns: a new link, or `nil` when somebody can sign in already.
    /// - Throws: `LedgerFailure`.
    static func make(in ledger: Ledger) async throws -> SignInLink? {
        let link = SignInLink(secret: Randomness.system.bytes(SignInLink.secretBytes))
        let isNeeded = try await ledger.makeFirstLink(
            link.hash, role: role.rawValue, seconds: SignInLink.firstSecondsMax)
        return isNeeded ? link : nil
    }
}
