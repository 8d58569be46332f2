/// 기부자 잇기. That a public person and the donor under the caller's key are one human: one human,
/// one cap. Donations stay under the donors they were recorded for, so that what was given in
/// private is not published under the name.
package struct DonorJoiningDraft: Hashable, Sendable {
    package var person: Identifier
    /// The opaque reference of the caller's key. Personal, like a name.
    package var donor: Identifier

    package init(person: Identifier, donor: Identifier) {
        self.person = person
        self.donor = donor
    }

    /// What a request asks for.
    package var canonical: CanonicalValue {
        .members(["donor": .id(donor), "person": .id(person)])
    }

    /// What the entry says; the donor is only committed to.
    /// - Parameters:
    ///   - turn: how often the donor was joined and parted before.
    ///   - years: in which the donors of the human have more together than the cap.
    package func members(turn: Int16, overCapIn years: [Int]) -> [String: CanonicalValue?] {
        var members: [String: CanonicalValue?] = ["person": .id(person)]
        if turn > 0 { members["turn"] = .integer(Int64(turn)) }
        guard !years.isEmpty else { return members }
        members["over_cap"] = .array(years.map { .integer(Int64($0)) })
        members["warnings"] = .array([.string(Warning.Code.overCapTogether.rawValue)])
        return members
    }
}
