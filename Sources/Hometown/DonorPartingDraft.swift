/// 기부자 연결 취소. That a joining was a mistake: the donor is somebody else after all. The joining
/// stays on record; from now on each donor has a cap of its own again.
package struct DonorPartingDraft: Hashable, Sendable {
    package var person: Identifier
    /// The joining that is undone; one of this person.
    package var joining: Identifier
    /// Why. Personal: it speaks of two people, and is committed to.
    package var reason: String

    package init(person: Identifier, joining: Identifier, reason: String) {
        self.person = person
        self.joining = joining
        self.reason = reason
    }

    /// What a request asks for.
    package var canonical: CanonicalValue {
        .members([
            "joining": .id(joining), "person": .id(person), "reason": .string(reason),
        ])
    }

    /// What the entry says; the reason is only committed to.
    package var members: [String: CanonicalValue?] {
        ["joining": .id(joining), "person": .id(person)]
    }
}
