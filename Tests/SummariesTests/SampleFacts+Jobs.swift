import Hometown
import Testing

/// What the jobs beside the summary have to say.
extension SampleFacts {
    static func heading(
        _ kind: Facts.Kind, _ schedule: String, _ key: String, _ days: (String, String),
        due: String, next: String, _ state: Facts.State = .provisional,
        asOf: String = "2026-03-05T04:30:00Z"
    ) throws -> Facts.Heading {
        Facts.Heading(
            kind: kind, state: state, schedule: schedule, periodKey: key,
            period: try #require(CivilDate(days.0))...(try #require(CivilDate(days.1))),
            scheduledFor: try #require(Instant(due)), nextScheduledFor: try #require(Instant(next)),
            asOf: Instant(asOf),
            site: "https://pumasi.sejong.example")
    }

    /// 2025, closed: every figure typed in, one cost above its limit, money that went back.
    static func publication() throws -> Facts {
        let year = try heading(
            .publication, "publication", "2025", ("2025-01-01", "2025-12-31"),
            due: "2026-01-15T00:00:00Z", next: "2027-01-15T00:00:00Z", .final)
        let party = Facts.Party(code: "36110", name: Bilingual("세종특별자치시", "Sejong"))
        var donations = SampleFacts.donations(party)
        donations.months = (1...12).map {
            Facts.Tally(count: 30 + Int64($0), amount: Won(3_000_000 + Int64($0) * 100_000))
        }
        donations.yearToDate = donations.added
        var facts = Facts(
            heading: year, log: Facts.Log(size: 1_234, root: root), donations: donations,
            agreements: 7, exchanges: [], relays: [], corrections: [], hasEarlierReport: true)
        func line(
            _ figure: FundFigure, _ won: Int64?, _ name: Bilingual? = nil, note: String? = nil
        ) -> Facts.Publication.Line {
            Facts.Publication.Line(
                figure: figure, name: name, amount: won.map { Won($0) }, note: note,
                document: "2025 회계연도 결산서 12쪽")
        }
        facts.publication = Facts.Publication(
            year: 2025,
            lines: [
                line(.use, 50_000_000, Purpose.community.name),
                line(.openingBalance, 10_000_000), line(.giftCost, 36_000_000),
                line(.use, 20_000_000, Purpose.allCases[0].name),
                line(.collectionCost, 15_000_001), line(.closingBalance, 12_399_999),
                line(.headItem, nil, Bilingual("홍보", "홍보"), note: "누리집 게시"),
            ],
            returns: [
                Facts.Publication.Return(
                    ground: .resident, tally: Facts.Tally(count: 7, amount: Won(700_000))),
                Facts.Publication.Return(
                    ground: .coercion, tally: Facts.Tally(count: 1, amount: Won(100_000))),
            ],
            receipts: donations.added.amount,
            before: donations.previous?.tally.amount ?? .zero)
        facts.publication?.government = party
        facts.publication?.heard = Facts.Tally(count: 7)
        return facts
    }

    /// Three weeks before it is due: a draft, and two figures that nobody typed in.
    static func reminder() throws -> Facts {
        let year = try heading(
            .publicationReminder, "publication-reminder-1", "2025", ("2025-01-01", "2025-12-31"),
            due: "2026-02-01T00:00:00Z", next: "2027-02-01T00:00:00Z", asOf: "2026-02-01T00:00:00Z")
        var facts = Facts(
            heading: year, log: Facts.Log(size: 1_234, root: root),
            donations: Facts.Donations(
                period: Facts.Standing(), total: Facts.Tally(), disputed: 0, flows: []),
            agreements: 0, exchanges: [], relays: [], corrections: [])
        let figures: [(FundFigure, Int64)] = [
            (.openingBalance, 10_000_000), (.use, 50_000_000), (.giftCost, 36_000_000),
        ]
        facts.publication = Facts.Publication(
            year: 2025,
            lines: figures.map { figure, won in
                Facts.Publication.Line(
                    figure: figure, name: nil, amount: Won(won), note: nil,
                    document: "2025 회계연도 결산서 12쪽")
            }, returns: [], receipts: .zero, before: .zero)
        facts.publication?.progress = .draft
        return facts
    }

    private static func week(_ kind: Facts.Kind, _ schedule: String) throws -> Facts.Heading {
        try heading(
            kind, schedule, "2026-W09", ("2026-02-23", "2026-03-01"),
            due: "2026-03-02T00:00:00Z", next: "2026-03-09T00:00:00Z")
    }

    private static func person(_ number: Int) -> Facts.Person {
        Facts.Person(
            name: Bilingual("주자\(number)", "Runner \(number)"),
            office: Bilingual("군수", "Governor"))
    }

    /// More open nominations than a page names, one without a day, and runners who named nobody.
    static func relay() throws -> Facts {
        let today = try #require(CivilDate("2026-03-02"))
        let ages = [3, 8, 20, 31, 90, 91]
        let open = ages.reversed().map { days in
            let on = EventDate(today.adding(days: -days))
            return Facts.OpenNomination(
                nominator: person(days), nominee: person(days + 1), nominatedOn: on,
                age: Facts.Age(since: on, on: today))
        }
        let unknown = Facts.OpenNomination(
            nominator: person(200), nominee: person(201), nominatedOn: nil, age: nil)
        var relay = Facts.Relay(
            name: Bilingual("고향사랑기부 인증 챌린지", "Certification challenge"), addedParticipations: 2,
            participations: 12, nominations: 19, answered: 11, open: open + [unknown])
        relay.ended = 1
        relay.holderCount = 2
        relay.holders = [
            Facts.Holder(
                person: person(301), ranOn: EventDate("2026-01"),
                age: Facts.Age(since: EventDate("2026-01"), on: today)),
            Facts.Holder(person: person(302), ranOn: nil, age: nil),
        ]
        relay.figures = figures
        return Facts(
            heading: try week(.relayState, "relay-state"),
            log: Facts.Log(size: 99, root: root),
            donations: Facts.Donations(
                period: Facts.Standing(), total: Facts.Tally(), disputed: 0, flows: []),
            agreements: 0, exchanges: [], relays: [relay], corrections: [])
    }

    static func unanswered() throws -> Facts {
        let parties = ["11000": "서울특별시", "36110": "세종특별자치시"].sorted { $0.key < $1.key }.map {
            Facts.Party(code: $0.key, name: Bilingual($0.value, "City \($0.key)"))
        }
        let states: [(Facts.Exchange.State, String?)] = [
            (.oneSided, "2026-02-27"), (.oneSided, "2025-11-01"), (.answered, "2026-01-05"),
            (.oneSided, nil), (.open, nil),
        ]
        return Facts(
            heading: try week(.unansweredExchanges, "unanswered"),
            log: Facts.Log(size: 99, root: root),
            donations: Facts.Donations(
                period: Facts.Standing(), total: Facts.Tally(), disputed: 0, flows: []),
            agreements: 3,
            exchanges: states.enumerated().map { place, state in
                Facts.Exchange(
                    number: "E-2026-00000\(place + 1)", on: state.1.flatMap { EventDate($0) },
                    parties: parties, state: state.0, people: .undetermined,
                    amount: .unbalanced)
            }, relays: [], corrections: [])
    }
}
