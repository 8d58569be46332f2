import Hometown

/// Random relays that are the same on every run.
enum RandomRelay {
    private static func id(_ kind: UInt64, _ number: Int) -> Identifier {
        Identifier(high: kind, low: UInt64(number))
    }

    /// Runs are answered by later ones only, so that there is no loop; dates are of every
    /// precision and say nothing about the order.
    static func graph(runs count: Int, _ random: inout SplitMix) -> RelayGraph {
        let runs = (0..<count).map { number in
            Participation(
                id: id(1, number), person: id(2, Int(random.next() % 6)),
                participatedOn: date(&random))
        }
        var nominations: [Nomination] = []
        for from in 0..<count {
            for to in (from + 1)..<max(from + 1, count) where random.next() % 3 == 0 {
                let isAnswered = random.next() % 4 != 0
                nominations.append(
                    Nomination(
                        id: id(3, nominations.count), nominator: runs[from].id,
                        nominee: isAnswered ? runs[to].person : id(2, 50 + to),
                        nominatedOn: date(&random), answeredBy: isAnswered ? runs[to].id : nil,
                        reply: random.next() % 5 == 0 ? .declined : nil))
            }
        }
        return RelayGraph(participations: runs, nominations: nominations)
    }

    private static func date(_ random: inout SplitMix) -> EventDate? {
        let day = CivilDate(daysSinceEpoch: 19_358 + Int(random.next() % 700))
        return switch random.next() % 6 {
        case 0: nil
        case 1: EventDate(day, precision: .month)
        case 2: EventDate(day, precision: .year)
        case 3: EventDate(day, precision: .onOrBefore)
        default: EventDate(day)
        }
    }
}

/// Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
