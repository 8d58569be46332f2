import Foundation
import Hometown
import Testing

/// Edge lists whose figures a program of another language computed by trying every chain
/// (`Tests/oracle/relay_lists.py`), against what reading and counting them here comes to.
@Suite struct RelayListTests {
    struct Listed {
        let figures: [String: Double]
        let records: [[String]]
    }

    static func lists() throws -> [Listed] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "oracle/relay-lists.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        return try text.split(separator: "# ").map { part in
            let lines = part.split(separator: "\n")
            let json = try JSONSerialization.jsonObject(with: Data(lines[0].utf8))
            let figures = try #require(json as? [String: NSNumber])
            return Listed(
                figures: figures.mapValues(\.doubleValue),
                records: lines.dropFirst().map { line in
                    line.split(separator: ",", omittingEmptySubsequences: false)
                        .map { String($0) }
                })
        }
    }

    /// As the ledger would hold it after an import.
    private static func graph(of plan: RelayPlan) throws -> RelayGraph {
        func id(_ kind: UInt64, _ place: Int) -> Identifier {
            Identifier(high: kind, low: UInt64(place))
        }
        func id(_ person: RelayPlan.Person) throws -> Identifier {
            guard case .new(let place) = person else { throw CancellationError() }
            return id(1, place)
        }
        func id(_ run: RelayPlan.Run) throws -> Identifier {
            guard case .new(let place) = run else { throw CancellationError() }
            return id(2, place)
        }
        return RelayGraph(
            participations: try plan.runs.enumerated().map { place, run in
                Participation(
                    id: id(2, place), person: try id(run.person),
                    participatedOn: EventDate("\(run.year)"))
            },
            nominations: try plan.nominations.enumerated().map { place, nomination in
                Nomination(
                    id: id(3, place), nominator: try id(nomination.run),
                    nominee: try id(nomination.nominee), nominatedOn: nomination.date,
                    answeredBy: try nomination.answeredBy.map { try id($0) })
            })
    }

    @Test func `forty lists come to the figures that were computed elsewhere`() throws {
        let lists = try Self.lists()
        #expect(lists.count == 40)
        let today = SampleRegistry.day("2026-09-01")
        for listed in lists {
            let plan = try RelayPlanner.plan(
                EdgeListReader(today: today).read(listed.records),
                for: RelayHoldings(
                    people: [], graph: RelayGraph(participations: [], nominations: []),
                    sources: []), today: today, in: SampleRegistry.registry)
            let figures = RelayFigures(try Self.graph(of: plan), on: today)
            let found: [String: Double] = [
                "participations": Double(figures.participations),
                "people": Double(figures.people), "runners": Double(figures.runners),
                "nominations": Double(figures.nominations),
                "open": Double(figures.count(.open)),
                "answered": Double(figures.count(.answered)),
                "origins": Double(figures.origins),
                "multi_nominator": Double(figures.multiNominator),
                "repeat_people": Double(figures.repeatPeople), "depth": Double(figures.depth),
                "longest_chain": Double(figures.longestChain),
                "ends": Double(figures.ends),
            ]
            // Reading a decimal may miss the nearest number by one.
            let mean = try #require(listed.figures["fan_out_mean"])
            #expect(abs((figures.fanOutMean ?? 0) - mean) < 1e-12)
            #expect(found == listed.figures.filter { $0.key != "fan_out_mean" })
        }
    }
}
