/// 채택. Which of several claims about an attribute of a thing is followed, and why. Nothing that was
/// recorded changes: both claims stay, and a later choice may be another.
package struct ChoiceDraft: Hashable, Sendable {
    /// A claim by the entry that brought it and its place among that entry's claims.
    package struct ClaimPlace: Hashable, Sendable, LosslessStringConvertible {
        package let entry: Int64
        package let position: Int16

        package init(entry: Int64, position: Int16) {
            self.entry = entry
            self.position = position
        }

        /// `123/0`.
        package init?(_ text: String) {
            let sides = text.split(separator: "/", omittingEmptySubsequences: false)
            guard sides.count == 2, let entry = Int64(sides[0]), let position = Int16(sides[1]),
                entry > 0, position >= 0
            else { return nil }
            self.init(entry: entry, position: position)
        }

        package var description: String { "\(entry)/\(position)" }
    }

    /// Attributes whose choice changes how a relay is read.
    package enum Attribute: String, Sendable, CaseIterable {
        /// Of a participation: who ran.
        case person
        /// Of a nomination: who was named.
        case nominee
        /// Of either: when.
        case on
        /// Of a person: another record of the same human.
        case sameAs = "same_as"
    }

    package var subject: Identifier
    package var attribute: String
    /// `nil`: what was recorded first is followed again.
    package var claim: ClaimPlace?
    package var reason: String

    package init(subject: Identifier, attribute: String, claim: ClaimPlace?, reason: String) {
        self.subject = subject
        self.attribute = attribute
        self.claim = claim
        self.reason = reason
    }

    /// What the entry of the choice says, and what a request asks for.
    package var members: [String: CanonicalValue?] {
        [
            "attribute": .string(attribute), "claim": .text(claim?.description),
            "reason": .string(reason), "subject": .id(subject),
        ]
    }
}

extension RelayGraph {
    /// What can be in no relay, should choices have brought it about: somebody who names himself
    /// or herself, one person named twice by a participation, two participations in one year.
    package var contradictions: [Refusal] {
        struct Edge: Hashable {
            let nominator: Identifier
            let nominee: Identifier
        }
        struct Year: Hashable {
            let person: Identifier
            let year: Int?
        }
        var found: [Refusal] = []
        var edges: Set<Edge> = []
        for nomination in nominations {
            if self[nomination.nominator]?.person == nomination.nominee {
                found.append(.nominationToSelf)
            }
            let edge = Edge(nominator: nomination.nominator, nominee: nomination.nominee)
            if !edges.insert(edge).inserted { found.append(.nominationDuplicate(nominee: "")) }
        }
        var years: Set<Year> = []
        for run in participations {
            let year = Year(person: run.person, year: run.participatedOn?.date.year)
            if !years.insert(year).inserted { found.append(.participationDuplicate) }
        }
        return found
    }
}

extension ChoiceDraft.Attribute: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .person: Bilingual("참여한 사람", "who ran")
        case .nominee: Bilingual("지명받은 사람", "who was named")
        case .on: Bilingual("날짜", "day")
        case .sameAs: Bilingual("같은 사람", "same person as")
        }
    }
}
