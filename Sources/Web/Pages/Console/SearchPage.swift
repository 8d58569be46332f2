import Hometown
import Ledger

/// 찾기. Everything that answers to what was typed, by kind: a thing by its number or id first.
struct SearchPage {
    /// Of each kind; the lists have the rest.
    static let rowsMax = 10

    let question: String
    /// `nil` while nothing is asked and where the question cannot be read.
    let results: SearchResults?
    /// Why it cannot be read, and what was probably meant.
    var problem: Bilingual?
    let governments: GovernmentRegistry
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let title =
            question.isEmpty
            ? say[.search] : say("\(question) 찾기", "Search for \(question)")
        let found = results.map(groups) ?? []
        var parts: [(any Part)?] = [form, unread]
        parts += found
        if results != nil, found.isEmpty { parts.append(Empty(nothing)) }
        return Screen(
            visit.frame(title),
            Title(say[.search], lead: question.isEmpty ? say[.searchHint] : question),
            parts)
    }

    private var nothing: String {
        say(
            "찾은 것이 없습니다. 번호, 이름의 일부, 초성, 금액, 날짜로 다시 찾으십시오.",
            "Nothing was found. Try a number, part of a name, an amount or a day.")
    }

    private var form: FilterForm {
        FilterForm(
            action: visit.address(without: ["q"]), label: say[.search], submit: say[.search],
            fields: [
                .init(
                    name: "q", label: say("찾는 말", "Words"), value: question,
                    hint: say("D-2026-000123, 세종, ㅊㅁㅎ, 10만", "D-2026-000123, Sejong"))
            ], isWide: true)
    }

    private var unread: Notice? {
        problem.map { problem in
            Notice(
                kind: "warning", title: say("찾는 말을 읽지 못했습니다", "The words cannot be read"),
                text: say.text(problem))
        }
    }

    private func groups(_ results: SearchResults) -> [any Part] {
        let path = visit.visitor.path
        let people = results.people.map { person in
            LinkList.Item(
                Link(say.text(person.name), path("/people/\(person.id)")),
                note: person.office.map { Incumbent.text(of: $0, say) })
        }
        let units = results.governments.map { unit in
            LinkList.Item(
                Link(say.government(unit, governments), path("/governments/\(unit.code)")),
                note: unit.code)
        }
        let exchanges = results.exchanges.map { record in
            let exchange = record.exchange
            let card = ExchangeCard(
                record, by: nil, governments, published: nil, visit.visitor)
            return LinkList.Item(
                Link(card.title, path("/exchanges/\(exchange.id)")), note: exchange.no,
                chip: card.state, aside: say.date(exchange.happenedOn))
        }
        let agreements = results.agreements.map {
            AgreementSummary($0, visit.visitor).item(isOpen: false)
        }
        let relays = results.relays.map { relay in
            LinkList.Item(
                Link(say.text(relay.name), path("/relays/\(relay.id)")), note: relay.no)
        }
        let blocks = [
            results.exact.flatMap(exact), donations(results.donations),
            group("people", say("인물", "People"), people),
            group("governments", say("지자체", "Governments"), units),
            group("exchanges", say("상호기부", "Exchanges"), exchanges),
            group("agreements", say[.agreements], agreements),
            group("relays", say("인증 챌린지", "Relays"), relays),
        ]
        return blocks.compactMap(\.self)
    }

    /// What nobody is shown is on record all the same.
    private func exact(_ thing: RecordedThing) -> Block? {
        let title = say("번호가 같은 것", "By its number")
        let kind = say.text(thing.kind.title)
        let page = ConsoleRoutes.address(of: thing.kind, thing.id, thing.no, for: visit.visitor)
        guard let page else {
            return Block("exact", title, [FactSheet([Label(kind, thing.no)])])
        }
        return group("exact", title, [LinkList.Item(Link(thing.no, page), note: kind)])
    }

    private func group(_ anchor: String, _ title: String, _ items: [LinkList.Item]) -> Block? {
        guard !items.isEmpty else { return nil }
        let shown = items.prefix(SearchPage.rowsMax)
        let isAll = shown.count == items.count
        let count = say.count(Int64(shown.count))
        return Block(
            anchor, "\(title) \(count)",
            [
                LinkList(Array(shown)),
                isAll
                    ? nil
                    : Remarks([
                        say(
                            "처음 \(count)만 보입니다. 찾는 말을 더 쓰십시오.",
                            "Only the first \(count). Say more to find fewer.")
                    ]),
            ])
    }

    private func donations(_ found: FoundDonations) -> Block? {
        guard !found.donations.isEmpty else { return nil }
        let shown = Array(found.donations.prefix(SearchPage.rowsMax))
        let rows = found.totals.map(\.rows) ?? Int64(shown.count)
        let count = say.count(rows) + (found.totals?.isExact == false ? say(" 이상", "+") : "")
        let list = visit.visitor.path("/donations") + "?q=\(PercentText.encode(question))"
        return Block(
            "donations", "\(say("기부", "Donations")) \(count)",
            [
                DonationTable(shown, governments, visit).part,
                rows > shown.count
                    ? LinkRow(
                        .files, say("기부", "Donations"),
                        [Link(say("기부 대장에서 모두 보기", "All of them in the list"), list)]) : nil,
            ])
    }
}
