import Hometown
import Ledger

/// 상호기부 목록.
struct ExchangeListPage {
    let state: Reciprocity.State?
    let leaf: Leaf<ExchangeRecord>
    let governments: GovernmentRegistry
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        Screen(
            visit.frame(say("상호기부", "Exchanges")),
            Title(
                say("상호기부", "Exchanges"), lead: say[.exchangesIntro],
                actions: [
                    visit.way(
                        say("상호기부 등록", "Record an exchange"), to: ExchangeEntryPage.path,
                        for: Role.clerks)
                ]),
            [
                LinkRow(
                    .tabs, say("답례 상태", "State"),
                    [Link(say("모두", "All"), visit.address(without: names), isCurrent: state == nil)]
                        + Reciprocity.State.allCases.map { one in
                            Link(
                                Chip(one, say).text,
                                visit.address(
                                    without: names, adding: [("state", one.rawValue)]),
                                isCurrent: state == one)
                        }),
                Block("list", [leaf.rows.isEmpty ? empty : table, leaf.pager]),
            ])
    }

    private let names: Set<String> = ["state", "cursor"]

    private var empty: any Part {
        Empty(
            state == nil
                ? say[.exchangesEmpty]
                : say("이 상태의 상호기부가 없습니다.", "No exchange is in this state."))
    }

    private var table: Table {
        Table(
            say(
                "번호, 날짜, 양쪽, 건수와 균형, 상태", "Number, day, both sides, balances and state"),
            columns: [
                .init(say("번호", "No.")), .init(say[.day]), .init(say("양쪽", "Between")),
                .init(say[.peopleBalance]), .init(say[.amountBalance]), .init(say[.state]),
            ],
            rows: leaf.rows.map { record in
                let card = ExchangeCard(
                    record, by: nil, governments, published: nil, visit.visitor)
                return [
                    .code(
                        record.exchange.no,
                        href: visit.visitor.path("/exchanges/\(record.exchange.id)")),
                    Cell(say.date(record.exchange.happenedOn)), Cell(card.title),
                    Cell(say.text(record.reciprocity.people.title)),
                    Cell(say.text(record.reciprocity.amount.title)), Cell(card.state),
                ]
            })
    }
}

/// 상호기부 하나.
struct ExchangePage {
    let record: ExchangeRecord
    let agreement: AgreementRecord?
    let donations: [RecordedDonation]
    let story: [TimelineItem]
    let governments: GovernmentRegistry
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let card = ExchangeCard(
            record, by: agreement, governments, published: nil, visit.visitor)
        let exchange = record.exchange
        return Screen(
            visit.frame("\(exchange.no) \(card.title) - \(say("상호기부", "Exchange"))"),
            Title(
                card.title, kind: say("상호기부 \(exchange.no)", "Exchange \(exchange.no)"),
                chip: card.state,
                actions: [
                    visit.way(
                        say("한쪽 기록", "Record a leg"), to: LegEntryPage.path(exchange.id),
                        for: Role.clerks),
                    visit.way(
                        say("기부 연결", "Link a donation"), to: LinkEntryPage.path(exchange.id),
                        for: Role.clerks),
                ]),
            [
                Block("sides", [Sides(pairs: card.pairs)]),
                Block(
                    "facts", say("균형", "Balance"),
                    [
                        FactSheet(card.facts.map { $0 } + stated), unanswered,
                    ]),
                Block("legs", say("주고받은 쪽", "Legs"), [legs]),
                Block(
                    "donations", say("이 상호기부의 기부", "Donations of it"),
                    [DonationTable(donations, governments, visit).part]),
                Story(id: exchange.id, items: story, visit: visit).block,
            ])
    }

    private struct Sides: Part {
        let pairs: [ExchangeCard.Pair]

        func write(to writer: inout MarkupWriter) {
            for pair in pairs { pair.write(to: &writer) }
        }
    }

    /// What somebody said of it besides who gave what, and when.
    private var stated: [Label?] {
        let exchange = record.exchange
        let occasion = ExchangeDraft.Occasion(rawValue: exchange.occasion)
        return [
            occasion.map { Label(say("계기", "Occasion"), say.text($0.title)) },
            exchange.note.map { Label(say("비고", "Note"), $0) },
            Label(say("등록", "Recorded"), say.moment(exchange.recordedAt)),
            Label(exchange.logIndex, say),
        ]
    }

    private var unanswered: Remarks {
        Remarks(
            record.reciprocity.unanswered.map { way in
                let names = [way.direction.from, way.direction.to].map {
                    record.name(of: $0).text(in: visit.language)
                }
                let age = way.age(on: record.readOn).map {
                    say.age(atLeast: $0.leastDays, atMost: $0.mostDays)
                }
                return say(
                    "\(names[0])에서 \(names[1])에 준 것에 답례가 없습니다\(age.map { "(\($0))" } ?? "").",
                    "What \(names[0]) gave \(names[1]) is unanswered"
                        + "\(age.map { " (\($0))" } ?? "").")
            })
    }

    private var legs: Table {
        Table(
            say("준 쪽, 받은 쪽, 날짜, 사람과 금액", "Giver, receiver, day, people and amount"),
            unit: say[.unitWon],
            columns: [
                .init(say("준 쪽", "From")), .init(say("받은 쪽", "To")), .init(say[.day]),
                .init(say("사람", "People"), isNumber: true), .init(say[.amount], isNumber: true),
                .init(say("기부", "Donations"), isNumber: true),
            ],
            rows: record.legs.map { leg in
                let whole = leg.leg
                return [
                    Cell(
                        record.name(of: leg.from).text(in: visit.language), sub: leg.department),
                    Cell(record.name(of: leg.to).text(in: visit.language)),
                    Cell(whole.date.map(say.date) ?? say[.awaited]),
                    Cell(whole.people.map { say.number(Int64($0)) } ?? "-"),
                    Cell(donation: whole.amount, say),
                    Cell(say.number(Int64(leg.donations.count))),
                ]
            })
    }
}
