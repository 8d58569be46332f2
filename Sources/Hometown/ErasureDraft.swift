/// 파기. The personal fields of one human are deleted; entries, hashes and proofs stay as they are,
/// because an entry only commits to them (개인정보 보호법 21, 36).
package struct ErasureDraft: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// 인물, with the donations that count to the person.
        case person(Identifier)
        /// 기부자: whoever gave this donation, with every donation of the same donor.
        case donorOf(donation: Identifier)

        package var id: Identifier {
            switch self {
            case .person(let id), .donorOf(let id): id
            }
        }
    }

    package var subject: Subject
    /// Why, in words that name nobody: they stand in the entry for ever.
    package var reason: String

    package init(_ subject: Subject, reason: String) {
        self.subject = subject
        self.reason = reason
    }

    /// What a request asks for.
    package var canonical: CanonicalValue { .members(asked) }

    /// What the entry says.
    /// - Parameter entries: the numbers of the entries whose fields are gone, in order.
    package func members(erasing entries: [Int64]) -> [String: CanonicalValue?] {
        var all = asked
        all["entries"] = .array(entries.map(CanonicalValue.integer))
        return all
    }

    private var asked: [String: CanonicalValue?] {
        switch subject {
        case .person(let person): ["person": .id(person), "reason": .string(reason)]
        case .donorOf(let donation): ["donation": .id(donation), "reason": .string(reason)]
        }
    }
}
