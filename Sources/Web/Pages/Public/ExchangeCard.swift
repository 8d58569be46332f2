import Hometown
import Ledger

/// 상호기부. Both sides of an exchange, and whether what was given came back.
struct ExchangeCard: Part {
    /// Two governments with what went either way.
    struct Pair {
        let left: String
        let right: String
        let ways: [Way]
    }

    struct Way {
        /// `there` or `back`, and `given` or `awaited`.
        let kind: String
        /// For readers who do not see the arrow.
        let route: String
        let what: String
    }

    let anchor: String
    let title: String
    let href: String?
    let state: Chip
    let pairs: [Pair]
    let facts: [Label]

    /// Newest day first.
    static func all(_ overview: Overview, _ visitor: Visitor) -> [ExchangeCard] {
        overview.exchanges
            .sorted {
                ($0.exchange.happenedOn.latest, $0.exchange.number)
                    > ($1.exchange.happenedOn.latest, $1.exchange.number)
            }
            .map { record in
                ExchangeCard(
                    record,
                    by: overview.agreements.first { $0.agreement.id == record.exchange.agreement },
                    overview.governments, published: overview.publishedDonations, visitor)
            }
    }

    /// - Parameter published: the donations whose donors are named in public; `nil` for readers to
    ///   whom everything is told.
    init(
        _ record: ExchangeRecord, by agreement: AgreementRecord?, _ governments: GovernmentRegistry,
        published: Set<Identifier>?, _ visitor: Visitor
    ) {
        let say = visitor.say
        let pairs = ExchangeCard.pairs(record, governments, published, say)
        let reciprocity = record.reciprocity
        anchor = record.exchange.no
        title = pairs.map { "\($0.left) ↔ \($0.right)" }.joined(separator: ", ")
        href = published == nil ? visitor.path("/exchanges/\(record.exchange.id)") : nil
        state = Chip(reciprocity.state, say)
        self.pairs = pairs
        facts =
            [
                Label(say[.peopleBalance], say.text(reciprocity.people.title)),
                Label(say[.amountBalance], say.text(reciprocity.amount.title)),
            ]
            + [
                record.hasSeveralDays
                    ? nil : Label(say[.day], say.date(record.exchange.happenedOn)),
                Label(say[.exchangeNo], record.exchange.no),
                agreement.map {
                    let summary = AgreementSummary($0, visitor)
                    return Label(
                        say[.byAgreement], summary.title,
                        href: summary.path(isOpen: published != nil))
                },
                Label(sources: record.claims, say),
            ].compactMap(\.self)
    }

    func write(to writer: inout MarkupWriter) {
        writer.element("article", ["class": "card", "aria-labelledby": anchor]) { writer in
            writer.element("header", [:]) { writer in
                writer.element("h3", ["id": anchor]) { Cell(title, href: href).write(to: &$0) }
                writer.element("p", [:]) { state.write(to: &$0) }
            }
            for pair in pairs { pair.write(to: &writer) }
            writer.element("dl", ["class": "facts"]) { writer in
                for fact in facts { fact.write(to: &writer) }
            }
        }
        writer.raw("\n")
    }

    /// In the order in which their first legs stand; the giver of the first leg is on the left.
    private static func pairs(
        _ record: ExchangeRecord, _ governments: GovernmentRegistry,
        _ published: Set<Identifier>?, _ say: Phrases
    ) -> [Pair] {
        var sides: [(left: Int16, right: Int16)] = []
        for leg in record.legs
        where !sides.contains(where: {
            ($0.left, $0.right) == (leg.from, leg.to) || ($0.left, $0.right) == (leg.to, leg.from)
        }) {
            sides.append((leg.from, leg.to))
        }
        return sides.map { side in
            let name = { say.government(record.governments[$0], governments) }
            let ways = { (kind: String, from: Int16, to: Int16) in
                Way.all(
                    record.legs.filter { $0.from == from && $0.to == to }, kind,
                    route: say.say("\(name(from))에서 \(name(to))", "\(name(from)) to \(name(to))"),
                    isDated: record.hasSeveralDays, published, say)
            }
            return Pair(
                left: name(side.left), right: name(side.right),
                ways: ways("there", side.left, side.right) + ways("back", side.right, side.left))
        }
    }
}

extension ExchangeCard.Way {
    fileprivate static func all(
        _ legs: [RecordedLeg], _ direction: String, route: String, isDated: Bool,
        _ published: Set<Identifier>?, _ say: Phrases
    ) -> [ExchangeCard.Way] {
        let given = legs.filter { $0.happenedOn != nil || !$0.donations.isEmpty }
        guard !given.isEmpty else {
            return [
                ExchangeCard.Way(kind: "\(direction) awaited", route: route, what: say[.awaited])
            ]
        }
        return given.map { leg in
            ExchangeCard.Way(
                kind: "\(direction) given", route: route,
                what: what(leg, published, isDated: isDated, say))
        }
    }

    /// People and money of a leg as far as they are told, and its day where it has one of its own.
    private static func what(
        _ leg: RecordedLeg, _ published: Set<Identifier>?, isDated: Bool, _ say: Phrases
    ) -> String {
        let day = isDated ? leg.happenedOn.map(say.date) : nil
        guard leg.isTold(published, say.smallCounts) else {
            let limit = say.smallCounts.limit
            let few = say.say("\(limit)명 미만", "fewer than \(limit) people")
            return [few, day].compactMap(\.self).joined(separator: ", ")
        }
        let people = leg.givers
        let amount =
            leg.amount.map { Notation.amount(Won($0), in: say.language) } ?? say[.amountHidden]
        return [people == 0 ? nil : say.people(people), amount, day].compactMap(\.self)
            .joined(separator: ", ")
    }
}

extension ExchangeRecord {
    /// Whether its sides gave on different days: then each side tells its own.
    fileprivate var hasSeveralDays: Bool {
        Set(legs.compactMap(\.happenedOn) + [exchange.happenedOn]).count > 1
    }
}

extension Label {
    /// 출처. The outlets that tell of something, each once; `nil` when nobody is named.
    init?(sources claims: [RecordedClaim], _ say: Phrases) {
        var outlets: [String] = []
        for claim in claims where !outlets.contains(claim.outlet) { outlets.append(claim.outlet) }
        guard !outlets.isEmpty else { return nil }
        let names = outlets.joined(separator: ", ")
        let isKorean = names.unicodeScalars.contains { ("가"..."힣").contains($0) }
        self.init(
            say[.sources], names, lang: isKorean && say.language == .english ? "ko" : nil)
    }
}

extension Chip {
    init(_ state: Reciprocity.State, _ say: Phrases) {
        self.init(state.rawValue, say.text(state.title))
    }
}

extension ExchangeCard.Pair: Part {
    func write(to writer: inout MarkupWriter) {
        writer.element("div", ["class": "pair"]) { writer in
            writer.element("p", ["class": "side left"]) { $0.text(left) }
            writer.element("ul", ["class": "ways"]) { writer in
                for way in ways {
                    writer.element("li", ["class": "way \(way.kind)"]) { writer in
                        writer.element("span", ["class": "hide"]) { $0.text("\(way.route): ") }
                        writer.element("span", ["class": "what"]) { $0.text(way.what) }
                    }
                }
            }
            writer.element("p", ["class": "side right"]) { $0.text(right) }
        }
    }
}

/// Cards of exchanges, two beside each other where there is room.
struct ExchangeCards: Part {
    let cards: [ExchangeCard]

    func write(to writer: inout MarkupWriter) {
        writer.element("div", ["class": "pairs"]) { writer in
            for card in cards { card.write(to: &writer) }
        }
    }
}
