import Hometown
import Ledger

/// A number at the head of the page.
struct Figure {
    /// Where the number comes from; empty for nowhere.
    let anchor: String
    let label: String
    let value: String
    let unit: String?
    let notes: [String]

    init(
        anchor: String = "", label: String, value: String, unit: String? = nil,
        notes: [String] = []
    ) {
        self.anchor = anchor
        self.label = label
        self.value = value
        self.unit = unit
        self.notes = notes
    }

    static func all(_ overview: Overview, _ say: Phrases) -> [Figure] {
        let gifts = PublicGifts(overview.gifts, say.smallCounts)
        let counts = overview.counts
        let count = { (anchor: String, label: Wording, value: Int64, notes: [String]) in
            Figure(
                anchor: anchor, label: say[label], value: say.number(value),
                unit: say[.unitCount].isEmpty ? nil : say[.unitCount], notes: notes)
        }
        return [
            count("#donations", .donations, gifts.count, gifts.countNotes(say)),
            Figure(
                anchor: "#donations", label: say[.figureMoney], value: gifts.money(say),
                unit: nil, notes: gifts.moneyNotes(say)),
            count(
                "#exchanges", .exchanges, counts.exchanges, answerNotes(overview, say)),
            count(
                "#relays", .relayRuns, counts.runs,
                [
                    say(
                        "열린 지명 \(say.count(counts.openNominations))",
                        "\(say.number(counts.openNominations)) still open")
                ]),
            count(
                "#agreements", .agreements, counts.agreements,
                latestSigning(overview).map {
                    let date = say.date($0)
                    return [say.say("최근 \(date)", "latest \(date)")]
                } ?? []),
        ]
    }

    /// Nothing where the list does not hold all of them.
    private static func answerNotes(_ overview: Overview, _ say: Phrases) -> [String] {
        let states = overview.exchanges.map(\.reciprocity.state)
        guard Int64(states.count) == overview.counts.exchanges else { return [] }
        let (answered, oneSided) = (
            states.count { $0 == .answered }, states.count { $0 == .oneSided }
        )
        return [
            say(
                "답례함 \(answered), 한쪽 \(oneSided)",
                "\(answered) answered, \(oneSided) one-sided")
        ]
    }

    private static func latestSigning(_ overview: Overview) -> EventDate? {
        overview.agreements.map(\.agreement.signedOn).max { $0.latest < $1.latest }
    }
}

/// 소수 가림. Sums that may be published: few gifts of private persons are neither counted in nor
/// to be had by subtraction.
struct PublicGifts {
    private let published: Facts.Tally
    private let personal: Facts.Tally
    private let small: SmallCounts

    init(_ gifts: Overview.Gifts, _ small: SmallCounts) {
        published = gifts.published
        personal = gifts.personal
        self.small = small
    }

    /// Gifts that are counted.
    var count: Int64 {
        published.count + (small.isSmall(personal.count) ? 0 : personal.count)
    }

    /// The disclosed gifts of private persons, of which a few would tell what somebody gave.
    private var personalDisclosed: Int64 { personal.count - personal.undisclosed }

    private var isMoneyHidden: Bool {
        small.isSmall(personal.count) || small.isSmall(personalDisclosed)
    }

    private var amount: Won {
        isMoneyHidden ? published.amount : published.amount + personal.amount
    }

    private var isNothingDisclosed: Bool {
        let disclosed = published.count - published.undisclosed
        return count > 0 && disclosed + (isMoneyHidden ? 0 : personalDisclosed) == 0
    }

    /// Gifts without an amount that are counted.
    private var undisclosed: Int64 {
        let isHidden =
            small.isSmall(personal.undisclosed) || small.isSmall(personal.count)
        return published.undisclosed + (isHidden ? 0 : personal.undisclosed)
    }

    func countNotes(_ say: Phrases) -> [String] {
        switch personal.count {
        case 0: []
        case let few where small.isSmall(few):
            [
                say.say(
                    "개인 \(small.limit)건 미만 별도", "besides, fewer than \(small.limit) private")
            ]
        case let many:
            [say.say("개인 \(say.count(many)) 포함", "of them \(say.number(many)) private")]
        }
    }

    func money(_ say: Phrases) -> String {
        isNothingDisclosed ? say[.undisclosedAll] : Notation.tile(amount, in: say.language)
    }

    func moneyNotes(_ say: Phrases) -> [String] {
        var notes: [String] = []
        let exact = Notation.amount(amount, in: say.language)
        if !isNothingDisclosed, exact != money(say) { notes.append(exact) }
        if undisclosed > 0 {
            notes.append(
                isNothingDisclosed
                    ? say.say(
                        "\(say.count(undisclosed)) 모두 금액 미공개",
                        "all \(say.number(undisclosed)) undisclosed")
                    : say.say(
                        "미공개 \(say.count(undisclosed)) 별도",
                        "\(say.number(undisclosed)) more undisclosed"))
        }
        if isMoneyHidden {
            notes.append(say.say("개인 금액 제외", "without private amounts"))
        }
        return notes
    }
}
