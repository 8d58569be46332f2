import Crypto
package import Hometown
package import Transparency

/// 원장 비밀키. Thirty-two bytes outside the database, the same for every daemon of a ledger. Keyed
/// hashes made with it say nothing to whoever has only the database.
package struct LedgerSecret: Sendable {
    package static let byteCount = 32

    private let keyed: KeyedHash

    /// `nil` unless there are thirty-two bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == LedgerSecret.byteCount else { return nil }
        keyed = KeyedHash(key: bytes)
    }

    /// What the database keeps to recognise the secret by.
    package var proof: Hash256 { hash("proof", []) }

    /// 기부자. The opaque reference made of whatever the caller tells people apart by: the first
    /// 128 bits of the keyed hash.
    package func donor(_ callersKey: String) -> Identifier {
        Identifier(bytes: hash("donor", callersKey.utf8).bytes)
    }

    /// The fingerprint of what a request asks for: the first 128 bits of the keyed hash.
    package func fingerprint(_ canonical: [UInt8]) -> Identifier {
        Identifier(bytes: hash("request", canonical).bytes)
    }

    /// What a file is recognised by: a plain hash of a short list of donors could be guessed.
    /// - Parameter content: its SHA-256, and which of its sheets.
    func file(_ content: [UInt8]) -> Identifier {
        Identifier(bytes: hash("import", content).bytes)
    }

    /// What the ids of a file's rows are made of.
    func rows(of content: [UInt8]) -> Identifier {
        Identifier(bytes: hash("import row", content).bytes)
    }

    /// What the header of a list is recognised by. Where a list has none its first row is taken for
    /// one, and a plain hash of a name could be guessed.
    func header(_ words: [UInt8]) -> Hash256 {
        hash("import header", words)
    }

    /// What summaries for a receiver are signed with.
    /// - Parameter number: of the secret; each gives another.
    func receiver(_ name: String, number: Int32) -> [UInt8] {
        hash("receiver", Array("\(name) \(number)".utf8)).bytes
    }

    /// 양식 열쇠. What the tokens of a session's forms are made with: whoever has only the database
    /// can forge none.
    /// - Parameter session: the hash of the session's id.
    package func formKey(of session: Hash256) -> Hash256 {
        hash("form", session.bytes)
    }

    /// Under what the answer of a request is sealed that is kept: a key for each request.
    func answerKey(_ request: Identifier) -> SymmetricKey {
        SymmetricKey(data: hash("answer", request.bytes).bytes)
    }

    /// Under what an account's second factor is sealed: a key for each account. One step of HKDF's
    /// expansion (RFC 5869, 2.3), with the purpose and the account as its info; nothing has to be
    /// extracted first, for the secret is as random as a key.
    func secondFactorKey(of account: Identifier) -> SymmetricKey {
        SymmetricKey(data: hash("second factor", account.bytes + [0x01]).bytes)
    }

    /// Under what failed tries to sign in are counted: a login or an address, told apart by `kind`.
    func throttle(_ kind: String, _ text: String) -> Hash256 {
        hash("sign-in " + kind, Array(text.utf8))
    }

    /// HMAC-SHA-256 over purpose ‖ 0x00 ‖ value: no hash of one purpose is one of another.
    private func hash(_ purpose: String, _ value: some Collection<UInt8>) -> Hash256 {
        var message: [UInt8] = []
        message.reserveCapacity(purpose.utf8.count + 1 + value.count)
        message += purpose.utf8
        message.append(0x00)
        message += value
        return keyed.of(message)
    }
}
