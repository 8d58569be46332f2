import Crypto
import Foundation
import Hometown
import Transparency

/// 두 번째 인증 수단. What an account's one-time codes are made of, as the database keeps it.
///
/// To check a code takes the secret itself, so that no hash of it will do, and whoever had it could
/// make every code to come. It is therefore sealed (AES-GCM) under a key made of the ledger's
/// secret, which is not in the database: a dump or a backup of that alone gives nobody a factor
/// (OWASP ASVS 5.0, 6.5). The account goes into the seal as additional data: a row that somebody
/// moves to another account, in order to sign in there with his own app, opens no more. So does,
/// until it is on, the session in which it was begun: its secret is shown there and nowhere else.
enum SecondFactor {
    /// - Parameter session: in which it was begun; `nil` for one that is on.
    /// - Throws: `LedgerFailure.bug` where the cipher has nothing to give, which it always has.
    static func seal(
        _ secret: [UInt8], of account: Identifier, begunIn session: Hash256? = nil,
        under key: LedgerSecret
    ) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            secret, using: key.secondFactorKey(of: account),
            authenticating: bound(to: account, session))
        guard let sealed = box.combined else { throw LedgerFailure.bug }
        return Array(sealed)
    }

    /// - Throws: `LedgerFailure.damaged` for what was sealed for another account, in another
    ///   session, under another secret or not at all.
    static func open(
        _ sealed: [UInt8], of account: Identifier, begunIn session: Hash256? = nil,
        under key: LedgerSecret
    ) throws -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(
                try AES.GCM.open(
                    box, using: key.secondFactorKey(of: account),
                    authenticating: bound(to: account, session)))
        } catch {
            throw LedgerFailure.damaged
        }
    }

    private static func bound(to account: Identifier, _ session: Hash256?) -> [UInt8] {
        account.bytes + (session?.bytes ?? [])
    }
}
