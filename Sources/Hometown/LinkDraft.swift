/// 연결. A donation on record is said to go along a leg of an exchange, or no longer to.
package struct LinkDraft: Hashable, Sendable {
    package var exchange: Identifier
    package var donation: Identifier
    /// `nil`: the one leg of the exchange that goes the donation's way; one is added where none
    /// does.
    package var leg: Identifier?
    /// Whether it goes along from here on; else the last link is taken back.
    package var isLinked: Bool
    /// 사유. Of taking a link back.
    package var reason: String?

    package init(
        exchange: Identifier, donation: Identifier, leg: Identifier? = nil, isLinked: Bool = true,
        reason: String? = nil
    ) {
        self.exchange = exchange
        self.donation = donation
        self.leg = leg
        self.isLinked = isLinked
        self.reason = reason
    }

    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = members(leg: leg, turn: nil)
        all["reason"] = .text(reason)
        return .members(all)
    }

    /// What the entry of the link says; its reason is only committed to.
    /// - Parameters:
    ///   - leg: the one that was meant.
    ///   - turn: the place of this word among those about the donation, from 0.
    package func members(leg: Identifier?, turn: Int16?) -> [String: CanonicalValue?] {
        [
            "donation": .id(donation), "exchange": .id(exchange), "leg": .id(leg),
            "linked": .bool(isLinked), "turn": .number(turn),
        ]
    }

    package var problems: [Refusal] {
        isLinked || reason != nil ? [] : [.fieldMissing(field: "reason")]
    }
}
