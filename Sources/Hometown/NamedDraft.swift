/// 이름으로 쓴 초안. A draft whose people are to be found first, in the transaction that records it, so
/// that a request keeps its answer whoever comes to be known later.
package struct NamedDraft<Draft: Sendable>: Sendable {
    package let mentions: [NamedPerson]
    /// Makes the draft out of the ids of the people mentioned, in their order.
    package let draft: @Sendable ([Identifier]) -> Draft

    package init(
        _ mentions: [NamedPerson], _ draft: @escaping @Sendable ([Identifier]) -> Draft
    ) {
        self.mentions = mentions
        self.draft = draft
    }

    /// The draft, where everybody is given by id.
    package var resolved: Draft? {
        let ids = mentions.compactMap { mention -> Identifier? in
            if case .id(let id) = mention.who { return id }
            return nil
        }
        return ids.count == mentions.count ? draft(ids) : nil
    }

    /// The draft with a stand-in for everybody who is named: for what does not depend on who it is.
    package var unresolved: Draft {
        draft(mentions.indices.map { Identifier(high: 0, low: UInt64($0)) })
    }

    /// What the request asks for, for its fingerprint.
    /// - Parameter canonical: of the draft.
    package func canonical(_ canonical: (Draft) -> CanonicalValue) -> CanonicalValue {
        if let resolved { return canonical(resolved) }
        return .members([
            "draft": canonical(unresolved), "people": .array(mentions.map(\.who.canonical)),
        ])
    }
}
