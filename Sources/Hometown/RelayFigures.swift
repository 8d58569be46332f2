/// 챌린지 지표. What one relay comes to on a day. Each figure is defined in the article
/// "Figures of a relay"; all are found in time linear in participations and nominations, but for
/// the sorting of response intervals and of the nominators of one run.
package struct RelayFigures: Hashable, Sendable {
    /// 참여, 지명.
    package let participations: Int
    package let nominations: Int
    /// 인물. Everybody who ran or was named, and of them those who ran.
    package let people: Int
    package let runners: Int
    /// Nominations by state: together they are all of them.
    package let states: [Nomination.State: Int]
    /// 시작. Participations that answer no nomination on record.
    package let origins: Int
    /// Participations that answer two nominations or more.
    package let multiNominator: Int
    /// 다시 참여. People with participations in two calendar years or more.
    package let repeatPeople: Int
    /// The deepest generation.
    package let depth: Int
    /// 가장 긴 사슬. Nominations on the longest chain whose dates do not contradict its order.
    package let longestChain: Int
    /// Nominations made for each participation; `nil` without participations.
    package let fanOutMean: Double?
    package let interval: Interval
    /// 완료율. The answered share of nominations; `nil` without nominations.
    package let completion: Double?
    /// 끝난 갈래. Participations from which nothing goes on.
    package let ends: Int
    /// Governments whose holders of office ran, and the metropolitan ones above or equal to them.
    package let governments: Int
    package let regions: Int
    package let openAges: OpenAges
    /// In order, from generation 0.
    package let generations: [Generation]

    /// 응답 간격. Days from a nomination to the participation that answers it, of pairs whose days
    /// are both known.
    package struct Interval: Hashable, Sendable {
        /// Of an even number the mean of the middle two.
        package let median: Double?
        /// The smallest number of days that nine tenths of the pairs do not exceed.
        package let p90: Int?
        /// How many pairs there are.
        package let known: Int
    }

    /// 열린 지명의 나이. Open nominations by the days since they were made. Nothing is ever late.
    package struct OpenAges: Hashable, Sendable {
        package fileprivate(set) var upTo7 = 0
        package fileprivate(set) var upTo30 = 0
        package fileprivate(set) var upTo90 = 0
        package fileprivate(set) var over90 = 0
        /// Without a date, or with one so vague that it does not decide.
        package fileprivate(set) var undetermined = 0
    }

    /// One generation: who stands in it and what comes of it.
    package struct Generation: Hashable, Sendable {
        package let participations: Int
        package let nominations: Int
        package let answered: Int
        /// R(g). Participations of the next generation for each of this one; 0 for the last.
        package let reproduction: Double
    }
}

extension RelayFigures {
    /// - Parameters:
    ///   - today: the day to which the age of open nominations is counted.
    ///   - region: the metropolitan government above a government, or itself.
    package init(
        _ graph: RelayGraph, on today: CivilDate, region: (Int16) -> Int16 = { $0 }
    ) {
        let generations = RelayGenerations(graph)
        let count = graph.participations.count
        participations = count
        nominations = graph.nominations.count
        people = graph.peopleCount
        runners = graph.runnersCount
        repeatPeople = RelayFigures.repeated(graph)
        var states: [Nomination.State: Int] = [:]
        var ages = OpenAges()
        for nomination in graph.nominations {
            states[nomination.state, default: 0] += 1
            if nomination.state == .open { ages.add(nomination.age(on: today)) }
        }
        self.states = states
        openAges = ages
        let answered = states[.answered] ?? 0
        completion = nominations == 0 ? nil : Double(answered) / Double(nominations)
        origins = (0..<count).count { graph.incoming.count($0) == 0 }
        multiNominator = (0..<count).count { graph.incoming.count($0) > 1 }
        ends = (0..<count).count { place in
            graph.outgoing[place].allSatisfy { graph.nominations[Int($0)].isOver }
        }
        depth = generations.deepest
        longestChain = RelayChains(graph, generations).longest
        fanOutMean = count == 0 ? nil : Double(nominations) / Double(count)
        interval = Interval(graph)
        let governments = Set(graph.participations.lazy.compactMap(\.government))
        self.governments = governments.count
        regions = Set(governments.map(region)).count
        self.generations = RelayFigures.generations(graph, generations)
    }

    package func count(_ state: Nomination.State) -> Int { states[state] ?? 0 }

    private static func repeated(_ graph: RelayGraph) -> Int {
        // Of each runner the first year met; years begin with 1.
        var years = [Int32](repeating: 0, count: graph.runnersCount)
        var isRepeated = [Bool](repeating: false, count: graph.runnersCount)
        for (place, participation) in graph.participations.enumerated() {
            guard let date = participation.participatedOn else { continue }
            let (runner, year) = (Int(graph.runners[place]), Int32(date.date.year))
            if years[runner] == 0 { years[runner] = year }
            if years[runner] != year { isRepeated[runner] = true }
        }
        return isRepeated.count { $0 }
    }

    private static func generations(
        _ graph: RelayGraph, _ generations: RelayGenerations
    ) -> [Generation] {
        guard !graph.participations.isEmpty else { return [] }
        let width = generations.deepest + 1
        var runs = [Int](repeating: 0, count: width)
        var made = runs
        var answered = runs
        for (place, depth) in generations.depths.enumerated() {
            runs[depth] += 1
            made[depth] += graph.outgoing.count(place)
            answered[depth] += graph.outgoing[place].count {
                graph.nominations[Int($0)].state == .answered
            }
        }
        return (0..<width).map { depth in
            let next = depth + 1 < width ? runs[depth + 1] : 0
            return Generation(
                participations: runs[depth], nominations: made[depth], answered: answered[depth],
                reproduction: Double(next) / Double(runs[depth]))
        }
    }
}

extension Nomination {
    /// Nothing can come of it any more, as far as somebody has said.
    fileprivate var isOver: Bool { state == .declined || state == .lapsed }
}

extension RelayFigures.OpenAges {
    fileprivate mutating func add(_ age: (atLeast: Int, atMost: Int?)?) {
        switch age.flatMap({ AgeBand(atLeast: $0.atLeast, atMost: $0.atMost) }) {
        case .upTo7: upTo7 += 1
        case .upTo30: upTo30 += 1
        case .upTo90: upTo90 += 1
        case .over90: over90 += 1
        case nil: undetermined += 1
        }
    }
}

extension RelayFigures.Interval {
    fileprivate init(_ graph: RelayGraph) {
        var days: [Int] = []
        for (place, nomination) in graph.nominations.enumerated() {
            let answer = graph.answers[place]
            guard answer != RelayGraph.nowhere, let made = nomination.nominatedOn,
                let ran = graph.participations[Int(answer)].participatedOn,
                made.precision == .day, ran.precision == .day
            else { continue }
            days.append(ran.date.daysSinceEpoch - made.date.daysSinceEpoch)
        }
        days.sort()
        known = days.count
        guard !days.isEmpty else {
            (median, p90) = (nil, nil)
            return
        }
        let (low, high) = (days[(days.count - 1) / 2], days[days.count / 2])
        median = Double(low + high) / 2
        p90 = days[(days.count * 9 + 9) / 10 - 1]
    }
}
