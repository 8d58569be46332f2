/// 주고받은 표. Who gave to whom: one line and one column a government, a cell for every pair that
/// has given. Only donations that stand are in it; what legs merely count is not.
package struct ReciprocityMatrix: Sendable {
    /// 광역, 기초. What a line of the matrix is.
    package enum Level: String, Sendable, CaseIterable {
        /// A metropolitan government together with the basic ones under it.
        case metropolitan
        /// Every government by itself, whichever its tier.
        case basic
    }

    /// What one government's people gave another, as rows of the ledger say it. A row may take
    /// away what another added.
    package struct Flow: Hashable, Sendable {
        package let giver: Int16
        package let recipient: Int16
        package let tally: Facts.Tally

        package init(giver: Int16, recipient: Int16, tally: Facts.Tally) {
            self.giver = giver
            self.recipient = recipient
            self.tally = tally
        }
    }

    package struct Pair: Hashable, Sendable {
        package let from: Int16
        package let to: Int16

        package init(from: Int16, to: Int16) {
            self.from = from
            self.to = to
        }
    }

    package struct Cell: Hashable, Sendable {
        package let pair: Pair
        package let tally: Facts.Tally
        /// Whether something came back.
        package let isAnswered: Bool
        /// The pairs of units it is made of, where nothing came back.
        package let units: [Pair]
    }

    /// By giver, then recipient, in the order of their codes.
    package let cells: [Cell]
    /// Governments of earlier days that were divided since, so that their donations belong to no
    /// one of their successors: they keep lines of their own.
    package let divided: Set<Int16>
    /// By id of government; those that no registry knows are their own.
    private let lines: [Int16]

    /// - Parameters:
    ///   - flows: in any order, several of one pair or none.
    ///   - day: the day whose governments are the lines; `nil` leaves each donation with those of
    ///     its own date.
    package init(
        _ flows: [Flow], registry: GovernmentRegistry, level: Level, rolledUpTo day: CivilDate?
    ) {
        let width = (registry.governments.map { Int($0.id) }.max() ?? 0) + 1
        var lines = (0..<width).map { Int16($0) }
        var divided: Set<Int16> = []
        for government in registry.governments {
            let line = registry.line(of: government, level: level, rolledUpTo: day)
            lines[Int(government.id)] = line.id
            if line.isDivided { divided.insert(line.id) }
        }
        let units = Table(flows, width: width)
        let sums = units.gathered(into: lines)
        let waiting = units.waiting(lines, sums)
        let order = registry.governments.sorted { $0.code < $1.code }.map(\.id)
        var cells: [Cell] = []
        for from in order {
            for to in order where sums[from, to].count != 0 {
                let pair = Pair(from: from, to: to)
                cells.append(
                    Cell(
                        pair: pair, tally: sums[from, to], isAnswered: waiting[pair] == nil,
                        units: waiting[pair] ?? []))
            }
        }
        self.cells = cells
        self.lines = lines
        let shown = Set(cells.flatMap { [$0.pair.from, $0.pair.to] })
        self.divided = divided.intersection(shown)
    }

    /// The government in whose row and column another's donations stand.
    package func line(of government: Government) -> Int16 {
        let place = Int(government.id)
        return lines.indices.contains(place) ? lines[place] : government.id
    }
}

extension ReciprocityMatrix {
    /// A place for every pair, whether it has given or not: a nation of a few hundred governments
    /// makes a hundred thousand of them, which is less work than to look each pair up.
    private struct Table {
        private let width: Int
        private var tallies: [Facts.Tally]

        private init(width: Int) {
            self.width = width
            tallies = [Facts.Tally](repeating: Facts.Tally(), count: width * width)
        }

        init(_ flows: [Flow], width: Int) {
            self.init(width: width)
            for flow in flows where Int(flow.giver) < width && Int(flow.recipient) < width {
                add(flow.tally, from: flow.giver, to: flow.recipient)
            }
        }

        subscript(from: Int16, to: Int16) -> Facts.Tally { tallies[Int(from) * width + Int(to)] }

        private mutating func add(_ tally: Facts.Tally, from: Int16, to: Int16) {
            let place = Int(from) * width + Int(to)
            tallies[place] = tallies[place] + tally
        }

        /// Every pair that has given.
        private var pairs: some Sequence<Pair> {
            tallies.indices.lazy.filter { tallies[$0].count != 0 }
                .map { Pair(from: Int16($0 / width), to: Int16($0 % width)) }
        }

        func gathered(into lines: [Int16]) -> Table {
            var sums = Table(width: width)
            for pair in pairs {
                sums.add(
                    self[pair.from, pair.to], from: lines[Int(pair.from)], to: lines[Int(pair.to)])
            }
            return sums
        }

        /// The pairs of units behind each cell of `sums` to which nothing came back.
        func waiting(_ lines: [Int16], _ sums: Table) -> [Pair: [Pair]] {
            var waiting: [Pair: [Pair]] = [:]
            for pair in pairs {
                let line = Pair(from: lines[Int(pair.from)], to: lines[Int(pair.to)])
                guard sums[line.to, line.from].count == 0 else { continue }
                waiting[line, default: []].append(pair)
            }
            return waiting
        }
    }
}

extension GovernmentRegistry {
    /// The line of a matrix that a government belongs to. One that was divided keeps its own,
    /// unless all it became lies under one and the same metropolitan government.
    fileprivate func line(
        of government: Government, level: ReciprocityMatrix.Level, rolledUpTo day: CivilDate?
    ) -> (id: Int16, isDivided: Bool) {
        let heirs = day.map { successors(of: government, on: $0) } ?? []
        switch level {
        case .basic:
            guard let heir = heirs.first else { return (government.id, false) }
            return heirs.count == 1 ? (heir.id, false) : (government.id, true)
        case .metropolitan:
            let above = Set((heirs.isEmpty ? [government] : heirs).map { $0.parent ?? $0.id })
            if above.count == 1, let one = above.first { return (one, false) }
            return (government.id, true)
        }
    }
}
