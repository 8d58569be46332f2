/// 챌린지 그림. Participations and the nominations between them: a graph without loops, with
/// several edges into a node and several out of it. Inside, a participation is its place in the
/// list, so that a relay of a million is walked without looking anything up.
package struct RelayGraph: Sendable {
    package let participations: [Participation]
    package let nominations: [Nomination]
    private let placeByID: [Identifier: Int32]
    /// The nominations a participation made.
    let outgoing: RelayAdjacency
    /// The nominations a participation answered.
    let incoming: RelayAdjacency
    /// Of each nomination, the participation that made it.
    let nominators: [Int32]
    /// Of each nomination, the participation that answered it.
    let answers: [Int32]

    /// Of each participation, who ran; a person is a number below `peopleCount`, runners first.
    let runners: [Int32]
    let runnersCount: Int
    /// Everybody who ran or was named.
    let peopleCount: Int

    /// The place of what is not in the graph.
    static let nowhere: Int32 = -1

    package init(participations: [Participation], nominations: [Nomination]) {
        self.participations = participations
        self.nominations = nominations
        var places: [Identifier: Int32] = [:]
        places.reserveCapacity(participations.count)
        for (place, participation) in participations.enumerated() {
            places[participation.id] = Int32(place)
        }
        placeByID = places
        nominators = nominations.map { places[$0.nominator] ?? RelayGraph.nowhere }
        answers = nominations.map { nomination in
            nomination.answeredBy.flatMap { places[$0] } ?? RelayGraph.nowhere
        }
        var numbers: [Identifier: Int32] = [:]
        numbers.reserveCapacity(participations.count)
        runners = participations.map { participation in
            let next = Int32(numbers.count)
            return numbers.number(participation.person, orElse: next)
        }
        runnersCount = numbers.count
        for nomination in nominations {
            _ = numbers.number(nomination.nominee, orElse: Int32(numbers.count))
        }
        peopleCount = numbers.count
        outgoing = RelayAdjacency(count: participations.count, owners: nominators)
        incoming = RelayAdjacency(count: participations.count, owners: answers)
    }

    private func place(of id: Identifier) -> Int? {
        placeByID[id].map { Int($0) }
    }

    package subscript(id: Identifier) -> Participation? {
        place(of: id).map { participations[$0] }
    }

    /// Whom this participation named, in the order given.
    package func nominations(from participation: Identifier) -> [Nomination] {
        place(of: participation).map { outgoing[$0].map { nominations[Int($0)] } } ?? []
    }

    /// The participations along which an answer from `answer` back to `nominator` would run in a
    /// circle: from the answer to the nominator by answered nominations, both named. `nil` when
    /// the edge closes no loop.
    package func loop(from nominator: Identifier, to answer: Identifier) -> [Identifier]? {
        if nominator == answer { return [answer] }
        guard let start = place(of: answer), let end = place(of: nominator) else { return nil }
        var cameFrom: [Int: Int] = [start: start]
        var waiting = [start]
        var position = 0
        while position < waiting.count, cameFrom[end] == nil {
            let current = waiting[position]
            position += 1
            for next in next(after: current) where cameFrom[next] == nil {
                cameFrom[next] = current
                waiting.append(next)
            }
        }
        guard cameFrom[end] != nil else { return nil }
        var path = [end]
        while let last = path.last, last != start, let before = cameFrom[last] {
            path.append(before)
        }
        return path.reversed().map { participations[$0].id }
    }

    /// 앞선 참여. Every participation from which nominations lead to this one, nearest first.
    package func ancestors(of id: Identifier, max: Int = .max) -> [Identifier] {
        reached(from: id, along: incoming, to: nominators, max: max)
    }

    /// 이어진 참여. Every participation to which nominations lead from this one, nearest first.
    package func descendants(of id: Identifier, max: Int = .max) -> [Identifier] {
        reached(from: id, along: outgoing, to: answers, max: max)
    }

    /// - Parameter ends: of each nomination, where it leads.
    private func reached(
        from id: Identifier, along edges: RelayAdjacency, to ends: [Int32], max: Int
    ) -> [Identifier] {
        guard let start = place(of: id) else { return [] }
        // A mark for every participation costs less than a set as soon as many are reached.
        var isSeen = [Bool](repeating: false, count: participations.count)
        isSeen[start] = true
        var waiting = [Int32(start)]
        var position = 0
        while position < waiting.count, waiting.count <= max {
            for nomination in edges[Int(waiting[position])] {
                let next = ends[Int(nomination)]
                guard next != RelayGraph.nowhere, !isSeen[Int(next)] else { continue }
                isSeen[Int(next)] = true
                waiting.append(next)
            }
            position += 1
        }
        return waiting.dropFirst().prefix(max).map { participations[Int($0)].id }
    }

    /// The participations that answered the nominations of one.
    private func next(after place: Int) -> [Int] {
        outgoing[place].compactMap { step(answers[Int($0)]) }
    }

    private func step(_ place: Int32) -> Int? {
        place == RelayGraph.nowhere ? nil : Int(place)
    }
}

extension [Identifier: Int32] {
    /// The number of what has one, else the one given, which it keeps.
    fileprivate mutating func number(_ id: Identifier, orElse next: Int32) -> Int32 {
        let position = self[id] ?? next
        if position == next { self[id] = next }
        return position
    }
}
