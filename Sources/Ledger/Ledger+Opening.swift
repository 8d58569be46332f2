import Hometown
import Postgres
import Transparency

extension Ledger {
    /// 원장 열기. Sees that database and secret belong together; the first daemon of a new ledger
    /// leaves the secret's proof.
    /// - Throws: `LedgerFailure.wrongSecret` and others.
    package func open() async throws {
        do {
            let proofs = try await pool.transaction { transaction in
                try await transaction.pipeline(
                    KeepSecretProof(proof: secret.proof), ReadSecretProof()
                ).1
            }
            guard proofs == [secret.proof] else { throw LedgerFailure.wrongSecret }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// 작성자. The author of this kind and name, made when first met.
    /// - Throws: `AccountProblem.residentNumber` and `LedgerFailure`.
    package func author(_ kind: Author.Kind, name: String) async throws -> Author {
        guard !ResidentNumber.isPresent(in: name) else { throw AccountProblem.residentNumber }
        do {
            return try await pool.transaction { transaction in
                let now = try await transaction.run(ReadTime())[0]
                let made = Author(id: randomness.identifier(at: now), kind: kind, name: name)
                let (_, found) = try await transaction.pipeline(
                    InsertAuthor(author: made), FindAuthor(kind: kind, name: name))
                return found.first ?? made
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}
