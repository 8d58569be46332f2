import Hometown
import Testing

/// What the two founding articles say, as the summary of 10 April 2023 would find it.
enum SampleFacts {
    private static func party(_ code: String, _ korean: String, _ english: String) -> Facts.Party {
        Facts.Party(code: code, name: Bilingual(korean, english))
    }

    private static let seoul = party("11000", "서울특별시", "Seoul")
    private static let daejeon = party("30000", "대전광역시", "Daejeon")
    private static let sejong = party("36110", "세종특별자치시", "Sejong")
    private static let chungbuk = party("43000", "충청북도", "Chungcheongbuk-do")
    private static let chungnam = party("44000", "충청남도", "Chungcheongnam-do")

    private static let choi = Facts.Person(
        name: Bilingual("최민호", "Choi Min-ho"),
        office: Bilingual("세종특별자치시장", "Mayor of Sejong"))
    private static let lee = Facts.Person(
        name: Bilingual("이명수", "Lee Myeong-su"),
        office: Bilingual("국회의원", "Member of the National Assembly"))

    static func heading() throws -> Facts.Heading {
        let day = try #require(CivilDate("2023-04-10"))
        return Facts.Heading(
            schedule: "daily", periodKey: "2023-04-10", period: day...day,
            scheduledFor: try #require(Instant("2023-04-11T00:00:00Z")),
            nextScheduledFor: try #require(Instant("2023-04-12T00:00:00Z")))
    }

    static func articles() throws -> Facts {
        let day = try #require(EventDate("2023-04-10"))
        let one = Facts.Tally(count: 1, undisclosed: 1)
        func flow(_ giver: Facts.Party, _ recipient: Facts.Party) -> Facts.Flow {
            Facts.Flow(giver: giver, recipient: recipient, added: one, total: one)
        }
        func exchange(_ number: String, _ other: Facts.Party) -> Facts.Exchange {
            Facts.Exchange(
                number: number, on: day, parties: [seoul, other], state: .answered,
                people: .balanced, amount: .undetermined)
        }
        let seven = Facts.Tally(count: 7, undisclosed: 7)
        return Facts(
            heading: try heading(), log: Facts.Log(size: 61, root: root),
            donations: Facts.Donations(
                period: Facts.Standing(tally: seven, donors: Facts.Donors(count: 3, new: 3)),
                total: seven, disputed: 0,
                flows: [
                    flow(daejeon, seoul), flow(sejong, seoul), flow(seoul, daejeon),
                    flow(sejong, daejeon), flow(seoul, sejong), flow(sejong, chungbuk),
                    flow(sejong, chungnam),
                ]),
            agreements: 7,
            exchanges: [exchange("E-2023-000001", sejong), exchange("E-2023-000002", daejeon)],
            relays: [
                Facts.Relay(
                    name: Bilingual(
                        "고향사랑기부 인증 챌린지", "Hometown-love donation certification challenge"),
                    addedParticipations: 3, participations: 3, nominations: 3, answered: 2,
                    open: [
                        Facts.OpenNomination(
                            nominator: choi, nominee: lee,
                            nominatedOn: EventDate("2023-04-10", precision: .onOrBefore),
                            age: Facts.Age(leastDays: 1, mostDays: nil))
                    ])
            ],
            corrections: [])
    }

    /// A ledger that nobody has written into.
    static func empty() throws -> Facts {
        Facts(
            heading: try heading(), log: Facts.Log(size: 0, root: root),
            donations: Facts.Donations(
                period: Facts.Standing(), total: Facts.Tally(), disputed: 0, flows: []),
            agreements: 0, exchanges: [], relays: [], corrections: [])
    }

    /// A year's donations, with names that try to be markup.
    static func donations(_ hostile: Facts.Party) -> Facts.Donations {
        let tally = Facts.Tally(count: 1234, amount: Won(123_400_000), undisclosed: 5)
        func part(_ count: Int64) -> Facts.Tally {
            Facts.Tally(count: count, amount: Won(count * 100_000))
        }
        var donations = Facts.Donations(
            period: Facts.Standing(
                tally: tally, donors: Facts.Donors(count: 1200, new: 1197, atCap: 3)),
            total: tally + tally, disputed: 2,
            flows: [
                Facts.Flow(giver: hostile, recipient: hostile, added: part(2), total: part(3)),
                Facts.Flow(
                    giver: hostile, recipient: sejong, added: part(8), total: part(9),
                    unnamedAdded: 1, unnamedTotal: 2),
            ])
        donations.previous = Facts.Standing(
            tally: part(1000), donors: Facts.Donors(count: 990, new: 900))
        donations.yearBefore = Facts.Standing(
            tally: part(2), donors: Facts.Donors(count: 2, new: 2))
        donations.yearToDate = part(1800)
        donations.target = Facts.Target(
            government: hostile, amount: Won(200_000_000), document: "2026 모금 계획",
            raised: part(900), recent: [part(700), part(200)])
        donations.months = [part(700), part(500), part(597), part(3)]
        let names = [hostile.name, Bilingual("나", "B"), Bilingual("다", "C")]
        donations.divisions = Facts.Facet.allCases.map { facet in
            let channels = ["state_system", "private_platform", "bank_counter"]
            let counts: [Int64] = facet == .platform ? [6, 2, 1] : [1222, 9, 3]
            return Facts.Division(
                facet: facet,
                shares: zip(zip(names, channels), counts).map { called, count in
                    Facts.Share(
                        key: facet == .channel ? called.1 : "\(count)", name: called.0,
                        tally: part(count))
                })
        }
        donations.projects = [
            Facts.Project(
                number: "PJ-2023-000001", name: hostile.name, government: hostile,
                goal: Won(500_000_000), period: part(1222), total: part(2345)),
            Facts.Project(
                number: "PJ-2023-000002", name: names[1], government: hostile, goal: nil,
                period: part(9), total: part(9)),
            Facts.Project(
                number: "PJ-2023-000003", name: names[2], government: hostile,
                goal: Won(1_000_000), period: part(3), total: part(10)),
        ]
        donations.recipients = [
            Facts.Recipient(
                party: hostile, period: donations.period, previous: part(1000),
                yearBefore: part(2))
        ]
        return donations
    }

    /// Everything that can be said, with names that try to be markup.
    static func everything() throws -> Facts {
        let hostile = Facts.Party(
            code: "99999", name: Bilingual("<b>\"가&나\"</b>", "<script>'x'</script>"))
        let person = Facts.Person(name: hostile.name, office: nil, isPublic: true)
        return Facts(
            heading: try heading(), log: Facts.Log(size: 1_234_567, root: root),
            donations: donations(hostile),
            agreements: 1,
            exchanges: Facts.Exchange.State.allCases.map { state in
                Facts.Exchange(
                    number: "E-1", on: state == .open ? nil : EventDate("2023-03"),
                    parties: [hostile, hostile], state: state, people: .unbalanced,
                    amount: .undetermined)
            },
            relays: [relay(hostile.name, person)],
            corrections: [
                Facts.Correction(
                    kind: .reversed, donation: "D-2023-000001", donatedOn: EventDate(day),
                    change: Facts.Tally(count: -1, amount: Won(-100_000)), donations: 1),
                Facts.Correction(
                    kind: .late, donation: nil,
                    donatedOn: EventDate(day, precision: .month),
                    change: Facts.Tally(count: 12, amount: Won(1_200_000)), donations: 12),
            ], hasEarlierReport: true)
    }

    private static func relay(_ name: Bilingual, _ person: Facts.Person) -> Facts.Relay {
        var relay = Facts.Relay(
            name: name, addedParticipations: 0, participations: 3, nominations: 4, answered: 2,
            open: [
                Facts.OpenNomination(
                    nominator: person, nominee: person, nominatedOn: EventDate("2023-03"),
                    age: Facts.Age(leastDays: 31, mostDays: 41)),
                Facts.OpenNomination(
                    nominator: person, nominee: person, nominatedOn: nil, age: nil),
            ])
        relay.figures = figures
        return relay
    }

    /// Two who were named by one and ran, 12 and 13 days later; each named another, who did not.
    static var figures: RelayFigures {
        func id(_ low: UInt64) -> Identifier { Identifier(high: 9, low: low) }
        let runs = [(1, "2023-02-01"), (2, "2023-02-13"), (3, "2023-02-14")].map { run in
            Participation(
                id: id(run.0), person: id(10 + run.0), participatedOn: EventDate(run.1),
                government: Int16(run.0))
        }
        let edges: [(UInt64, UInt64, UInt64?)] = [
            (1, 12, 2), (1, 13, 3), (2, 14, nil), (3, 15, nil),
        ]
        let nominations = edges.enumerated().map { place, edge in
            Nomination(
                id: id(20 + UInt64(place)), nominator: id(edge.0), nominee: id(edge.1),
                nominatedOn: EventDate(edge.0 == 1 ? "2023-02-01" : "2023-03"),
                answeredBy: edge.2.map(id))
        }
        return RelayFigures(
            RelayGraph(participations: runs, nominations: nominations), on: day)
    }

    private static let day = CivilDate(daysSinceEpoch: 19_400)
    static let root = "63cfc83831fe4115ebb8815760265d44307f5ae2b65e5514d77cc6b543af73e2"
}
