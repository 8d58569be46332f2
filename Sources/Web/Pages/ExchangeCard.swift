import Hometown
import Ledger

/// 상호기부. Both sides of an exchange, and whether what was given came back.
struct ExchangeCard {
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
    let state: String
    let stateKind: String
    let pairs: [Pair]
    let facts: [Label]

    /// Newest day first.
    static func all(_ overview: Overview, _ say: Phrases) -> [ExchangeCard] {
        overview.exchanges
            .sorted {
                ($0.exchange.happenedOn.latest, $0.exchange.number)
                    > ($1.exchange.happenedOn.latest, $1.exchange.number)
            }
            .map { ExchangeCard($0, overview, say) }
    }

    private init(_ record: ExchangeRecord, _ overview: Overview, _ say: Phrases) {
        let pairs = ExchangeCard.pairs(record, overview, say)
        let reciprocity = record.reciprocity
        anchor = record.exchange.no
        title = pairs.map { "\($0.left) ↔ \($0.right)" }.joined(separator: ", ")
        state =
            switch reciprocity.state {
            case .open: say[.stateOpen]
            case .oneSided: say[.stateOneSided]
            case .answered: say[.stateAnswered]
            }
        stateKind = reciprocity.state.rawValue
        self.pairs = pairs
        let agreement = overview.agreements.first { $0.agreement.id == record.exchange.agreement }
        facts =
            [
                Label(say[.peopleBalance], say[reciprocity.people.wording]),
                Label(say[.amountBalance], say[reciprocity.amount.wording]),
                Label(say[.day], say.date(record.exchange.happenedOn)),
                Label(say[.exchangeNo], record.exchange.no),
            ]
            + [
                agreement.map { Label(say[.byAgreement], AgreementItem.title($0.agreement, say)) },
                Label(sources: record.claims, say),
            ].compactMap(\.self)
    }

    /// In the order in which their first legs stand; the giver of the first leg is on the left.
    private static func pairs(
        _ record: ExchangeRecord, _ overview: Overview, _ say: Phrases
    ) -> [Pair] {
        var sides: [(left: Int16, right: Int16)] = []
        for leg in record.legs
        where !sides.contains(where: {
            ($0.left, $0.right) == (leg.from, leg.to) || ($0.left, $0.right) == (leg.to, leg.from)
        }) {
            sides.append((leg.from, leg.to))
        }
        return sides.map { side in
            let name = { say.government(record.governments[$0], overview.governments) }
            let ways = { (kind: String, from: Int16, to: Int16) in
                Way.all(
                    record.legs.filter { $0.from == from && $0.to == to }, kind,
                    route: say.say("\(name(from))에서 \(name(to))", "\(name(from)) to \(name(to))"),
                    overview.publishedDonations, say)
            }
            return Pair(
                left: name(side.left), right: name(side.right),
                ways: ways("there", side.left, side.right) + ways("back", side.right, side.left))
        }
    }
}

extension ExchangeCard.Way {
    fileprivate static func all(
        _ legs: [RecordedLeg], _ direction: String, route: String, _ published: Set<Identifier>,
        _ say: Phrases
    ) -> [ExchangeCard.Way] {
        let given = legs.filter { $0.happenedOn != nil || !$0.donations.isEmpty }
        guard !given.isEmpty else {
            return [
                ExchangeCard.Way(kind: "\(direction) awaited", route: route, what: say[.awaited])
            ]
        }
        return given.map { leg in
            ExchangeCard.Way(
                kind: "\(direction) given", route: route, what: what(leg, published, say))
        }
    }

    /// People and money of a leg. One that counts a few people whose names are not published says
    /// no more than that they are few.
    private static func what(
        _ leg: RecordedLeg, _ published: Set<Identifier>, _ say: Phrases
    ) -> String {
        let people = leg.people.map(Int64.init) ?? Int64(leg.donations.count)
        let isPublished =
            people == leg.donations.count && leg.donations.allSatisfy(published.contains)
        let amount =
            leg.amount.map { Notation.amount(Won($0), in: say.language) } ?? say[.amountHidden]
        guard isPublished || people >= PublicGifts.smallCountBelow || people == 0 else {
            return say.say("5명 미만", "fewer than 5 people")
        }
        return (people == 0 ? [amount] : [say.people(people), amount]).joined(separator: ", ")
    }
}

extension Reciprocity.Balance {
    fileprivate var wording: Wording {
        switch self {
        case .balanced: .balanced
        case .unbalanced: .unbalanced
        case .undetermined: .undetermined
        }
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
