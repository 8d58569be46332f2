import Testing

@testable import Hometown

/// The figures of a relay against a count by hand, and against a search that tries every chain.
@Suite struct RelayFiguresTests {
    private static func id(_ number: Int) -> Identifier {
        Identifier(high: 0, low: UInt64(number))
    }

    private static let today = SampleRegistry.day("2024-12-31")

    @Test func `the founding relay comes to three runs, two nominators and one open baton`() {
        func run(_ number: Int, _ date: EventDate?, _ government: Int16) -> Participation {
            Participation(
                id: Self.id(number), person: Self.id(100 + number), participatedOn: date,
                government: government)
        }
        func nomination(
            _ number: Int, _ from: Int, _ to: Int, answered: Int?, _ date: EventDate?
        ) -> Nomination {
            Nomination(
                id: Self.id(1000 + number), nominator: Self.id(from), nominee: Self.id(100 + to),
                nominatedOn: date, answeredBy: answered.map(Self.id))
        }
        let article = EventDate("2023-04-10", precision: .onOrBefore)
        let graph = RelayGraph(
            participations: [run(1, nil, 50), run(2, nil, 28), run(3, article, 36)],
            nominations: [
                nomination(1, 1, 3, answered: 3, EventDate("2023-03")),
                nomination(2, 2, 3, answered: 3, EventDate("2023-03")),
                nomination(3, 3, 4, answered: nil, article),
            ])
        let figures = RelayFigures(graph, on: SampleRegistry.day("2023-04-10"))
        #expect(figures.participations == 3)
        #expect(figures.people == 4)
        #expect(figures.runners == 3)
        #expect(figures.nominations == 3)
        #expect(figures.count(.answered) == 2)
        #expect(figures.count(.open) == 1)
        #expect(figures.origins == 2)
        #expect(figures.multiNominator == 1)
        #expect(figures.repeatPeople == 0)
        #expect(figures.depth == 1)
        #expect(figures.longestChain == 2)
        #expect(figures.fanOutMean == 1)
        #expect(figures.interval == .init(median: nil, p90: nil, known: 0))
        #expect(figures.ends == 0)
        #expect(figures.governments == 3)
        #expect(figures.openAges.undetermined == 1)
        #expect(figures.generations.map(\.reproduction) == [0.5, 0])
    }

    @Test func `an empty relay has no means and no shares`() {
        let figures = RelayFigures(
            RelayGraph(participations: [], nominations: []), on: Self.today)
        #expect(figures.fanOutMean == nil)
        #expect(figures.completion == nil)
        #expect(figures.depth == 0)
        #expect(figures.longestChain == 0)
        #expect(figures.generations.isEmpty)
    }

    @Test(arguments: [
        ("2024-12-24", "7"), ("2024-12-23", "30"), ("2024-12-01", "30"), ("2024-11-30", "90"),
        ("2024-10-02", "90"), ("2024-10-01", "over"), ("2024-12", "undetermined"),
        ("2024-11", "90"), ("2024-10", "undetermined"), ("2024-09", "over"),
        ("2023", "over"), ("", "undetermined"),
    ])
    func `an open nomination stands in the band its date decides`(date: String, band: String) {
        let open = Nomination(
            id: Self.id(1), nominator: Self.id(2), nominee: Self.id(3),
            nominatedOn: EventDate(date))
        let graph = RelayGraph(
            participations: [Participation(id: Self.id(2), person: Self.id(4))],
            nominations: [open])
        let ages = RelayFigures(graph, on: Self.today).openAges
        let found = [
            ("7", ages.upTo7), ("30", ages.upTo30), ("90", ages.upTo90), ("over", ages.over90),
            ("undetermined", ages.undetermined),
        ].filter { $0.1 == 1 }.map(\.0)
        #expect(found == [band])
    }

    @Test func `intervals are taken where both days are known, backwards ones too`() {
        let days = [1, 3, 40, -2, 6]
        let start = SampleRegistry.day("2024-03-01")
        var runs = [Participation(id: Self.id(0), person: Self.id(100))]
        var nominations: [Nomination] = []
        for (number, days) in days.enumerated() {
            let run = Participation(
                id: Self.id(number + 1), person: Self.id(number + 101),
                participatedOn: EventDate(start.adding(days: days)))
            runs.append(run)
            nominations.append(
                Nomination(
                    id: Self.id(number + 1001), nominator: Self.id(0), nominee: run.person,
                    nominatedOn: EventDate(start), answeredBy: run.id))
        }
        runs.append(
            Participation(
                id: Self.id(90), person: Self.id(190), participatedOn: EventDate("2024")))
        nominations.append(
            Nomination(
                id: Self.id(1090), nominator: Self.id(0), nominee: Self.id(190),
                nominatedOn: EventDate(start), answeredBy: Self.id(90)))
        let graph = RelayGraph(participations: runs, nominations: nominations)
        #expect(
            RelayFigures(graph, on: Self.today).interval == .init(median: 3, p90: 40, known: 5))
    }

    @Test func `three thousand random relays come to what trying every chain comes to`() {
        var random = SplitMix(state: 20_230_410)
        for _ in 0..<3_000 {
            let graph = RandomRelay.graph(runs: Int(random.next() % 9), &random)
            let figures = RelayFigures(graph, on: Self.today)
            let tried = TriedChains(graph)
            #expect(figures.depth == tried.depth)
            #expect(figures.longestChain == tried.longest)
            let answers = Dictionary(grouping: graph.nominations, by: \.answeredBy)
            #expect(figures.origins == graph.participations.count { answers[$0.id] == nil })
            #expect(figures.states.values.reduce(0, +) == graph.nominations.count)
            #expect(figures.runners == Set(graph.participations.map(\.person)).count)
            #expect(
                figures.people
                    == Set(
                        graph.participations.map(\.person) + graph.nominations.map(\.nominee)
                    ).count)
            let years = Dictionary(grouping: graph.participations, by: \.person).values
                .map { Set($0.compactMap { $0.participatedOn?.date.year }).count }
            #expect(figures.repeatPeople == years.count { $0 > 1 })
            #expect(
                figures.multiNominator
                    == graph.participations.count {
                        answers[$0.id, default: []].count > 1
                    })
            #expect(
                figures.generations.map(\.participations).reduce(0, +)
                    == graph.participations.count)
            for run in graph.participations {
                #expect(Set(graph.descendants(of: run.id)) == tried.reached[run.id])
                for before in graph.ancestors(of: run.id) {
                    #expect(tried.reached[before]?.contains(run.id) == true)
                }
            }
        }
    }
}

/// Every path of a small graph, walked one by one.
private struct TriedChains {
    private(set) var depth = 0
    private(set) var longest = 0
    private(set) var reached: [Identifier: Set<Identifier>] = [:]

    init(_ graph: RelayGraph) {
        for run in graph.participations {
            var seen: Set<Identifier> = []
            follow(run.id, in: graph, runs: 0, &seen)
            reached[run.id] = seen
        }
        for nomination in graph.nominations { follow(nomination, in: graph, length: 1) }
    }

    private mutating func follow(
        _ run: Identifier, in graph: RelayGraph, runs: Int, _ seen: inout Set<Identifier>
    ) {
        depth = max(depth, runs)
        for next in graph.nominations(from: run).compactMap(\.answeredBy) {
            seen.insert(next)
            follow(next, in: graph, runs: runs + 1, &seen)
        }
    }

    private mutating func follow(_ nomination: Nomination, in graph: RelayGraph, length: Int) {
        longest = max(longest, length)
        guard let answer = nomination.answeredBy else { return }
        for next in graph.nominations(from: answer) {
            if let latest = next.nominatedOn?.latest,
                let earliest = nomination.nominatedOn?.earliest, latest < earliest
            {
                continue
            }
            follow(next, in: graph, length: length + 1)
        }
    }
}
