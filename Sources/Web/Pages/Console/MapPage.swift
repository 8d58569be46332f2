import Hometown
import Ledger

/// 지도. What the governments of a day gave and received, as tiles and as a table.
struct MapPage {
    let day: CivilDate
    /// Whose basic governments are shown; `nil` for the metropolitan ones.
    let upper: Government?
    let record: ReciprocityRecord
    let visit: Visit

    static let path = "/map"
    static let openPath = "/p/map"
    static let title = Bilingual("지도", "Map")
    static let filters = [
        PageDesk.text("on", "어느 날의 구역", "Governments of the day"),
        PageDesk.text("of", "광역의 코드", "Code of a metropolitan government"),
    ]

    private struct Sum {
        let government: Government
        var given = Facts.Tally()
        var received = Facts.Tally()
    }

    private var say: Phrases { visit.say }
    private var registry: GovernmentRegistry { record.governments }

    var screen: Screen {
        let sums = sums
        let date = Notation.date(day, .text, in: visit.language)
        let name = upper?.name.text(in: visit.language)
        let title = [say.text(MapPage.title), name].compactMap(\.self).joined(separator: ": ")
        return Screen(
            visit.frame("\(title), \(date)"),
            Title(
                title,
                lead: say(
                    "\(date)의 구역으로, 지금까지 주고받은 것",
                    "What was given and received so far, by the governments of \(date)")),
            [
                form,
                Block("map", [Picture(label: title, svg: map(sums, title)), covering(sums), back]),
                Block("table", say("표", "Table"), [table(sums)]),
            ])
    }

    private func covering(_ sums: [Sum]) -> Remarks? {
        sums.contains { $0.given.cover != nil || $0.received.cover != nil } ? say.covering : nil
    }

    private var units: [Government] {
        guard let upper else {
            return registry.inForce(on: day).filter { $0.level == .metropolitan }
                .sorted { $0.code < $1.code }
        }
        return registry.basics(of: upper, on: day).sorted { $0.code < $1.code }
    }

    private var sums: [Sum] {
        var sums = units.reduce(into: [:]) { $0[$1.id] = Sum(government: $1) }
        for cell in record.matrix.cells {
            if let sum = sums[cell.pair.from]?.given {
                sums[cell.pair.from]?.given = sum + cell.tally
            }
            if let sum = sums[cell.pair.to]?.received {
                sums[cell.pair.to]?.received = sum + cell.tally
            }
        }
        var all = sums.values.sorted { $0.government.code < $1.government.code }
        guard !visit.reader.readsBook else { return all }
        let small = say.smallCounts
        let given = all.map(\.given).covered(by: small)
        let received = all.map(\.received).covered(by: small)
        for place in all.indices {
            (all[place].given, all[place].received) = (given[place], received[place])
        }
        return all
    }

    private func map(_ sums: [Sum], _ title: String) -> [UInt8] {
        TileMap(
            tiles: sums.enumerated().compactMap { number, sum in
                let unit = sum.government
                let place = upper == nil ? TileMap.place(of: unit) : TileMap.place(number: number)
                guard let place else { return nil }
                let opens = upper == nil && !registry.isOneTier(unit)
                return TileMap.Tile(
                    name: upper == nil
                        ? registry.shortName(of: unit, in: visit.language)
                        : unit.name.text(in: visit.language), column: place.column, row: place.row,
                    span: place.span, given: sum.given, received: sum.received,
                    href: opens ? visit.address(adding: [("of", unit.code)]) : page(of: unit))
            }
        ).svg(title: title, id: "map", say)
    }

    private func page(of unit: Government) -> String {
        visit.visitor.path((visit.isOpen ? "/p" : "") + "/governments/\(unit.code)")
    }

    private var back: LinkRow? {
        upper.map { _ in
            LinkRow(
                .pager, say("지도", "Map"),
                [Link(say("모든 광역", "All metropolitan"), visit.address(without: ["of"]))])
        }
    }

    private var form: FilterForm {
        FilterForm(
            action: visit.address(without: ["on", "of"]), label: say("조건", "Filters"),
            submit: say("그날로", "Show"),
            fields: [
                .init(
                    name: "on", label: say("어느 날의 구역으로", "Governments of the day"),
                    options: steps)
            ])
    }

    /// The days on which something changed, and today.
    private var steps: [(value: String, text: String)] {
        let days = Set(
            registry.governments.flatMap { [$0.validFrom, $0.validTo].compactMap(\.self) }
        ).filter { $0 <= visit.today && $0 > Scheme.firstDay }
        return ([day] + ([visit.today] + days.sorted().reversed()).filter { $0 != day }).map {
            ("\($0)", Notation.date($0, in: visit.language))
        }
    }

    private func table(_ sums: [Sum]) -> Table {
        Table(
            say("지자체, 준 건수와 금액, 받은 건수와 금액", "Government, given and received"),
            unit: say[.unitWon],
            columns: [
                .init(say("지자체", "Government")), .init(say("준 건수", "Given"), isNumber: true),
                .init(say("준 금액", "Amount"), isNumber: true),
                .init(say("받은 건수", "Received"), isNumber: true),
                .init(say("받은 금액", "Amount"), isNumber: true),
            ],
            rows: sums.map { sum in
                [
                    Cell(
                        sum.government.name.text(in: visit.language),
                        href: page(of: sum.government)),
                    Cell(say.number(of: sum.given)), Cell(say.won(of: sum.given)),
                    Cell(say.number(of: sum.received)), Cell(say.won(of: sum.received)),
                ]
            })
    }
}
