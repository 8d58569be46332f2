/// 파기. The personal fields of one human are deleted; entries, hashes and proofs stay as they are,
/// because an entry only commits to them (개인정보 보호법 36).
package struct ErasureDraft: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// 인물, with the donations that count to the person.
        case person(Identifier)
        /// 기부자: whoever gave this donation, with every donation of the same donor.
        case donorOf(donation: Identifier)
    }

    package var subject: Subject
    /// Why, in words that name nobody: they stand in the entry for ever.
    package var reason: String

    package init(_ subject: Subject, reason: String) {
        self.subject = subject
        self.reason = reason
    }

    /// What the entry says, and what a request asks for.
    package var members: [String: CanonicalValue?] {
        switch subject {
        case .person(let person): ["person": .id(person), "reason": .string(reason)]
        case .donorOf(let donation): ["donation": .id(donation), "reason": .string(reason)]
        }
    }
}
