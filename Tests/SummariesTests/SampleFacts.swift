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
                Facts.Flow(giver: hostile, recipient: hostile, added: part(2), total: part(3))
            ])
        donations.previous = Facts.Standing(
            tally: part(1000), donors: Facts.Donors(count: 990, new: 900))
        donations.yearBefore = Facts.Standing(
            tally: part(2), donors: Facts.Donors(count: 2, new: 2))
        donations.yearToDate = part(1800)
        donations.months = [part(700), part(500), part(597), part(3)]
        let names = [hostile.name, Bilingual("나", "B"), Bilingual("다", "C")]
        donations.divisions = Facts.Facet.allCases.map { facet in
            Facts.Division(
                facet: facet,
                shares: zip(names, [1222, 9, 3]).map { name, count in
                    Facts.Share(key: "\(count)", name: name, tally: part(count))
                })
        }
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
            relays: [
                Facts.Relay(
                    name: hostile.name, addedParticipations: 0, participations: 1,
                    nominations: 2, answered: 0,
                    open: [
                        Facts.OpenNomination(
                            nominator: person, nominee: person, nominatedOn: EventDate("2023-03"),
                            age: Facts.Age(leastDays: 31, mostDays: 41)),
                        Facts.OpenNomination(
                            nominator: person, nominee: person, nominatedOn: nil, age: nil),
                    ])
            ],
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

    private static let day = CivilDate(daysSinceEpoch: 19_400)
    static let root = "63cfc83831fe4115ebb8815760265d44307f5ae2b65e5514d77cc6b543af73e2"
}
