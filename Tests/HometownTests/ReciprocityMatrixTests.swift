import Hometown
import Testing

@Suite struct ReciprocityMatrixTests {
    private static func flow(_ from: String, _ to: String, _ won: Int64?) -> ReciprocityMatrix.Flow
    {
        ReciprocityMatrix.Flow(
            giver: SampleRegistry.unit(from).id, recipient: SampleRegistry.unit(to).id,
            tally: Facts.Tally(
                count: 1, amount: Won(won ?? 0), undisclosed: won == nil ? 1 : 0))
    }

    private func lines(
        _ flows: [ReciprocityMatrix.Flow], _ level: ReciprocityMatrix.Level = .basic,
        upTo day: String? = nil
    ) -> [String] {
        let matrix = ReciprocityMatrix(
            flows, registry: SampleRegistry.registry, level: level,
            rolledUpTo: day.map(SampleRegistry.day))
        return matrix.cells.map { cell in
            let codes = [cell.pair.from, cell.pair.to].map {
                (SampleRegistry.registry[id: $0]?.code ?? "-")
                    + (matrix.divided.contains($0) ? "*" : "")
            }
            let tally = cell.tally
            return codes.joined(separator: ">")
                + " \(tally.count) \(tally.amount.amount) \(tally.undisclosed)"
                + (cell.isAnswered ? "" : " ?\(cell.units.count)")
        }
    }

    @Test func `a cell counts gifts, sums what is disclosed and keeps the rest apart`() {
        let flows = [
            Self.flow("11000", "36110", nil), Self.flow("11000", "36110", 100_000),
            Self.flow("36110", "11000", 50_000), Self.flow("11000", "30000", 10_000),
        ]
        #expect(
            lines(flows) == [
                "11000>30000 1 10000 0 ?1", "11000>36110 2 100000 1", "36110>11000 1 50000 0",
            ])
    }

    @Test func `what was taken back leaves no cell`() {
        var away = Self.flow("11000", "36110", 100_000)
        away = ReciprocityMatrix.Flow(
            giver: away.giver, recipient: away.recipient,
            tally: Facts.Tally(count: -1, amount: Won(-100_000), undisclosed: 0))
        #expect(
            lines([Self.flow("11000", "36110", 100_000), Self.flow("36110", "11000", 1), away])
                == ["36110>11000 1 1 0 ?1"])
    }

    @Test func `basic governments count to the metropolitan one of their day`() {
        let flows = [Self.flow("28140", "46000", 1), Self.flow("46000", "28000", 2)]
        #expect(lines(flows, .metropolitan) == ["28000>46000 1 1 0", "46000>28000 1 2 0"])
    }

    @Test func `mergers are followed and what was divided keeps its own line`() {
        let flows = [
            Self.flow("29000", "36110", 1), Self.flow("46000", "36110", 2),
            Self.flow("36110", "12000", 4), Self.flow("28110", "36110", 8),
            Self.flow("29000", "46000", 16),
        ]
        #expect(
            lines(flows, upTo: "2026-07-01") == [
                "12000>12000 1 16 0", "12000>36110 2 3 0", "28110*>36110 1 8 0 ?1",
                "36110>12000 1 4 0",
            ])
        #expect(
            lines(flows, upTo: "2026-06-30") == [
                "28110>36110 1 8 0 ?1", "29000>36110 1 1 0 ?1", "29000>46000 1 16 0 ?1",
                "36110>12000 1 4 0 ?1", "46000>36110 1 2 0 ?1",
            ])
        // Both halves of the old district lie in the same metropolitan city.
        #expect(
            lines(flows, .metropolitan, upTo: "2026-07-01")
                == [
                    "12000>12000 1 16 0", "12000>36110 2 3 0", "28000>36110 1 8 0 ?1",
                    "36110>12000 1 4 0",
                ])
    }
}
