import Hometown

/// 지자체 목록, 어느 날의.
struct GovernmentListPage {
    let day: CivilDate
    let governments: GovernmentRegistry
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let units = governments.inForce(on: day).sorted { $0.code < $1.code }
        let upper = units.filter { $0.level == .metropolitan }
        let date = Notation.date(day, .text, in: visit.language)
        return Screen(
            visit.frame(say("지자체", "Governments")),
            Title(
                say("지자체", "Governments"),
                lead: say(
                    "\(date)의 광역 \(upper.count)곳과 기초 \(units.count - upper.count)곳",
                    "\(upper.count) metropolitan and \(units.count - upper.count) basic "
                        + "governments on \(date)")),
            [
                FilterForm(
                    action: visit.address(without: ["on"]), label: say("조건", "Filters"),
                    submit: say("그날로", "Show"),
                    fields: [
                        .init(
                            name: "on", label: say("어느 날", "On the day"),
                            value: "\(day)", inputMode: "numeric")
                    ]),
                LinkRow(
                    .pager, say("시·도 바로가기", "Go to a province"),
                    upper.map { unit in
                        Link(
                            governments.shortName(of: unit, in: visit.language),
                            "#\(GovernmentListPage.anchor(of: unit))")
                    }),
            ]
                + upper.map { block($0, governments.basics(of: $0, on: day)) })
    }

    private static func anchor(of upper: Government) -> String { "g-\(upper.code)" }

    private func block(_ upper: Government, _ units: [Government]) -> Block {
        Block(
            GovernmentListPage.anchor(of: upper), upper.name.text(in: visit.language),
            [
                Table(
                    say("코드, 이름, 시작한 날", "Code, name and since when"),
                    columns: [
                        .init(say("코드", "Code")), .init(say("이름", "Name")),
                        .init(visit.language == .korean ? "English" : "한국어"),
                        .init(say("시작", "Since")),
                    ],
                    rows: ([upper] + units.sorted { $0.code < $1.code }).map { unit in
                        [
                            .code(unit.code),
                            Cell(
                                unit.name.text(in: visit.language),
                                href: visit.visitor.path("/governments/\(unit.code)")),
                            Cell(
                                unit.name.text(in: visit.language == .korean ? .english : .korean),
                                lang: visit.language == .korean ? "en" : "ko"),
                            Cell(Notation.date(unit.validFrom, in: visit.language)),
                        ]
                    }, headColumn: 1)
            ])
    }
}
