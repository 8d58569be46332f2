/// 챌린지 그림. Participations and the nominations between them: a graph without loops, with
/// several edges into a node and several out of it.
package struct RelayGraph: Sendable {
    package let participations: [Participation]
    package let nominations: [Nomination]
    private let participationByID: [Identifier: Int]
    /// Positions of nominations, by the participation they come from.
    private let outgoing: [Identifier: [Int]]
    /// Positions of nominations, by the participation that answers them.
    private let incoming: [Identifier: [Int]]

    package init(participations: [Participation], nominations: [Nomination]) {
        self.participations = participations
        self.nominations = nominations
        var positions: [Identifier: Int] = [:]
        for (position, participation) in participations.enumerated() {
            positions[participation.id] = position
        }
        participationByID = positions
        var outgoing: [Identifier: [Int]] = [:]
        var incoming: [Identifier: [Int]] = [:]
        for (position, nomination) in nominations.enumerated() {
            outgoing[nomination.nominator, default: []].append(position)
            if let answer = nomination.answeredBy {
                incoming[answer, default: []].append(position)
            }
        }
        self.outgoing = outgoing
        self.incoming = incoming
    }

    package subscript(id: Identifier) -> Participation? {
        participationByID[id].map { participations[$0] }
    }

    /// Whom this participation named, in the order given.
    package func nominations(from participation: Identifier) -> [Nomination] {
        (outgoing[participation] ?? []).map { nominations[$0] }
    }

    /// Which nominations this participation answered.
    package func nominations(answeredBy participation: Identifier) -> [Nomination] {
        (incoming[participation] ?? []).map { nominations[$0] }
    }

    /// 지명자 미상 and the start alike: participations that answer no nomination on record.
    package var origins: [Participation] {
        participations.filter { incoming[$0.id] == nil }
    }

    /// 바통. Who may run next: nominations that wait for their nominee.
    package var waiting: [Nomination] {
        nominations.filter(\.isWaiting)
    }

    /// The participations along which an answer from `answer` back to `nominator` would run in a
    /// circle: from the answer to the nominator by answered nominations, both named. `nil` when
    /// the edge closes no loop.
    package func loop(from nominator: Identifier, to answer: Identifier) -> [Identifier]? {
        if nominator == answer { return [answer] }
        var cameFrom: [Identifier: Identifier] = [:]
        var waiting = [answer]
        var position = 0
        while position < waiting.count {
            let current = waiting[position]
            position += 1
            for edge in outgoing[current] ?? [] {
                guard let next = nominations[edge].answeredBy, next != answer,
                    cameFrom[next] == nil
                else { continue }
                cameFrom[next] = current
                if next == nominator { return path(to: next, from: answer, cameFrom) }
                waiting.append(next)
            }
        }
        return nil
    }

    private func path(
        to end: Identifier, from start: Identifier, _ cameFrom: [Identifier: Identifier]
    ) -> [Identifier] {
        var path = [end]
        while let last = path.last, last != start, let before = cameFrom[last] {
            path.append(before)
        }
        return path.reversed()
    }

    /// Everything that speaks against adding a nomination, in the order of the refusals.
    /// - Parameter nominee: the name to say, should there be such a nomination already.
    package func refusals(adding nomination: Nomination, nominee: String) -> [Refusal] {
        var refusals: [Refusal] = []
        if self[nomination.nominator]?.person == nomination.nominee {
            refusals.append(.nominationToSelf)
        }
        let earlier = nominations(from: nomination.nominator)
        if earlier.contains(where: {
            $0.nominee == nomination.nominee && $0.id != nomination.id
        }) {
            refusals.append(.nominationDuplicate(nominee: nominee))
        }
        if let answer = nomination.answeredBy, loop(from: nomination.nominator, to: answer) != nil {
            refusals.append(.nominationCycle)
        }
        return refusals
    }
}
