import Crypto
import CryptoExtras
import Hometown
import Transparency

/// 비밀번호 해시. scrypt of a password, with what it was made with, so that a later version may ask
/// for more and still know the old ones.
struct PasswordHash: Sendable {
    static let saltBytes = 16
    static let keyBytes = 32

    let cost: PasswordCost
    let salt: [UInt8]
    let key: [UInt8]

    /// Takes as long and as much memory as `cost` says; see ``PasswordDesk`` for where.
    /// - Throws: `LedgerFailure.bug` for a cost that scrypt does not know.
    init(_ password: String, salt: [UInt8], cost: PasswordCost) throws {
        self.cost = cost
        self.salt = salt
        do {
            let derived = try KDF.Scrypt.deriveKey(
                from: Array(password.utf8), salt: salt, outputByteCount: PasswordHash.keyBytes,
                rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
            key = derived.withUnsafeBytes { Array($0) }
        } catch {
            throw LedgerFailure.bug
        }
    }

    /// `scrypt$N$r$p$salt$key`; `nil` for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
            let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
            let salt = Hexadecimal.bytes(parts[4]), let key = Hexadecimal.bytes(parts[5]),
            key.count == PasswordHash.keyBytes
        else { return nil }
        cost = PasswordCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        self.salt = salt
        self.key = key
    }

    var text: String {
        "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$"
            + "\(Hexadecimal.text(salt))$\(Hexadecimal.text(key))"
    }

    /// Takes as long for a wrong password as for the right one.
    func isOf(_ password: String) throws -> Bool {
        key.matchesInConstantTime(try PasswordHash(password, salt: salt, cost: cost).key)
    }
}
