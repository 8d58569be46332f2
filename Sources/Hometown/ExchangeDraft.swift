/// 상호기부. Gifts that cross between governments, as somebody states them.
package struct ExchangeDraft: Hashable, Sendable {
    package enum Occasion: String, Sendable, CaseIterable {
        /// 협약 체결.
        case signing
        /// 해마다.
        case yearly
        /// 답례.
        case answer
        case other
    }

    package var occasion: Occasion
    package var happenedOn: EventDate
    package var agreement: Identifier?
    package var note: String?
    package var legs: [LegDraft]
    package var claims: [ClaimDraft]

    package static let legsMin = 2
    package static let legsMax = 64

    package init(
        occasion: Occasion, happenedOn: EventDate, agreement: Identifier? = nil,
        note: String? = nil, legs: [LegDraft], claims: [ClaimDraft] = []
    ) {
        self.occasion = occasion
        self.happenedOn = happenedOn
        self.agreement = agreement
        self.note = note
        self.legs = legs
        self.claims = claims
    }
}

extension ExchangeDraft.Occasion: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .signing: Bilingual("협약 체결", "signing")
        case .yearly: Bilingual("해마다", "yearly")
        case .answer: Bilingual("답례", "answer")
        case .other: Bilingual("그 밖", "other")
        }
    }
}
