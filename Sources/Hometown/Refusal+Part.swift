extension Refusal {
    /// 항목. What a request may have several of, by the name of its list in the API.
    package enum Part: String, Sendable, CaseIterable {
        /// 한쪽 기부.
        case legs
        /// 기부.
        case donations
        /// 기록된 기부.
        case donationIDs = "donation_ids"

        fileprivate var name: Bilingual {
            switch self {
            case .legs: Bilingual("한쪽 기부", "Leg")
            case .donations: Bilingual("기부", "Donation")
            case .donationIDs: Bilingual("기록된 기부", "Donation on record")
            }
        }
    }

    /// The refusal without the parts it stands in.
    package var reason: Refusal {
        if case .part(_, _, let refusal) = self { refusal.reason } else { self }
    }

    /// The sentence of a refusal of a part, which says first which part it is; `nil` of others.
    var partText: Bilingual? {
        guard case .part(let part, let index, let refusal) = self else { return nil }
        let text = refusal.text
        return Bilingual(
            "\(part.name.korean) \(index + 1): \(text.korean)",
            "\(part.name.english) \(index + 1): \(text.english)")
    }
}
