import Hometown

@testable import Ledger

/// Who gave and who was named, as the articles of 2023-04-10 tell.
enum SamplePeople {
    private static func person(
        _ number: UInt64, _ name: Bilingual, _ title: Bilingual, constituency: Bilingual? = nil
    ) -> PersonRecord {
        let id = SampleOverview.id(number)
        return PersonRecord(
            person: RecordedPerson(
                id: id, number: Int64(number), recordedAt: SampleOverview.readAt, logIndex: nil,
                nameKorean: name.korean, nameEnglish: name.english),
            offices: [
                RecordedOffice(
                    id: SampleOverview.id(number + 50), person: id, title: title, government: nil,
                    constituencyKorean: constituency?.korean,
                    constituencyEnglish: constituency?.english, partyKorean: nil,
                    partyEnglish: nil, heldFrom: nil, heldTo: nil,
                    knownOn: SampleOverview.signing.date)
            ], claims: [])
    }

    static let oh = person(
        1, Bilingual("오세훈", "Oh Se-hoon"), Bilingual("서울특별시장", "Mayor of Seoul"))
    static let choi = person(
        2, Bilingual("최민호", "Choi Min-ho"), Bilingual("세종특별자치시장", "Mayor of Sejong"))
    static let lee = person(
        3, Bilingual("이장우", "Lee Jang-woo"), Bilingual("대전시장", "Mayor of Daejeon"))
    static let jeju = person(
        4, Bilingual("오영훈", "Oh Young-hun"), Bilingual("제주특별자치도지사", "Governor of Jeju"))
    static let incheon = person(
        5, Bilingual("유정복", "Yoo Jeong-bok"), Bilingual("인천광역시장", "Mayor of Incheon"))
    static let han = person(
        6, Bilingual("한병도", "Han Byung-do"),
        Bilingual("의원", "Member of the National Assembly"))
    static let next = person(
        7, Bilingual("이명수", "Lee Myeong-su"),
        Bilingual("국회의원", "Member of the National Assembly"),
        constituency: Bilingual("충남 아산시갑", "Asan-si Gap, Chungcheongnam-do"))

    static func donation(
        _ number: UInt64, _ donor: PersonRecord?, _ recipient: String, amount: Won? = nil,
        on date: EventDate = SampleOverview.signing, exchange: UInt64? = nil,
        participation: UInt64? = nil, disputed: String? = nil, privateName: String? = nil
    ) -> RecordedDonation {
        RecordedDonation(
            row: ReadDonations.Row(
                id: SampleOverview.id(100 + number), number: Int64(number),
                recordedAt: SampleOverview.readAt, logIndex: Int64(number), origin: .reported,
                person: donor?.person.id, privateName: privateName,
                recipient: SampleOverview.unit(recipient), amount: amount, donatedOn: date,
                channel: nil, channelName: nil, leg: nil,
                exchange: exchange.map { SampleOverview.id($0) },
                participation: participation.map { SampleOverview.id($0) }, disputed: disputed),
            recipient: SampleOverview.registry[id: SampleOverview.unit(recipient)],
            donor: donor, claims: [])
    }

    private static let before = EventDate(SampleOverview.signing.date, precision: .onOrBefore)
    private static let march = EventDate(
        SampleOverview.signing.date.adding(days: -20), precision: .month)

    static let donations = [
        donation(1, oh, "36110", exchange: 301),
        donation(2, choi, "11000", exchange: 301, participation: 203),
        donation(3, oh, "30000", exchange: 302), donation(4, lee, "11000", exchange: 302),
        donation(5, choi, "30000", on: before, participation: 203),
        donation(6, choi, "44000", on: before, participation: 203),
        donation(7, choi, "43000", on: before, participation: 203),
    ].reversed().map(\.self)

    private static let relayID = SampleOverview.id(200)

    private static func run(
        _ number: UInt64, _ person: PersonRecord, on date: EventDate?, donations: [UInt64] = []
    ) -> RecordedParticipation {
        RecordedParticipation(
            id: SampleOverview.id(number), number: Int64(number),
            recordedAt: SampleOverview.readAt, logIndex: nil, relay: relayID,
            person: person.person.id, happenedOn: date, isImplied: date == nil, isOrigin: false,
            proofLink: nil, proofHash: nil, proofCapturedOn: nil, comment: nil,
            donations: donations.map { SampleOverview.id($0) }, recipients: [])
    }

    static func nomination(
        _ number: UInt64, by run: UInt64, of nominee: PersonRecord, on date: EventDate?,
        answeredBy answer: UInt64? = nil
    ) -> RecordedNomination {
        RecordedNomination(
            id: SampleOverview.id(number), number: Int64(number),
            recordedAt: SampleOverview.readAt, logIndex: nil, relay: relayID,
            participation: SampleOverview.id(run), nominee: nominee.person.id, happenedOn: date,
            answeredBy: answer.map { SampleOverview.id($0) }, reply: nil)
    }

    static func relay(
        _ name: Bilingual, runs: [RecordedParticipation], nominations: [RecordedNomination],
        people: [PersonRecord], startedBy: PersonRecord?, passedOn: [UInt64: EventDate] = [:]
    ) -> RelayRecord {
        RelayRecord(
            relay: RecordedRelay(
                id: relayID, number: 200, recordedAt: SampleOverview.readAt, logIndex: nil,
                name: name, startedBy: startedBy?.person.id, nominationsPerParticipation: nil,
                endsOn: nil, goal: nil),
            participations: runs, nominations: nominations,
            people: Dictionary(uniqueKeysWithValues: people.map { ($0.person.id, $0) }),
            claims: [],
            passedOn: Dictionary(
                uniqueKeysWithValues: passedOn.map { (SampleOverview.id($0.key), $0.value) }))
    }

    static let relay = relay(
        Bilingual(
            "고향사랑기부 인증 챌린지", "Hometown-love donation certification challenge"),
        runs: [
            run(201, jeju, on: nil), run(202, incheon, on: nil),
            run(203, choi, on: before, donations: [102, 105, 106, 107]),
        ],
        nominations: [
            nomination(211, by: 201, of: choi, on: march, answeredBy: 203),
            nomination(212, by: 202, of: choi, on: march, answeredBy: 203),
            nomination(213, by: 203, of: next, on: before),
        ],
        people: [jeju, incheon, choi, next, han], startedBy: han,
        passedOn: [201: march, 202: march])

    /// One after the other, each named by the one before.
    static func line(of count: UInt64) -> RelayRecord {
        let people = (0...count).map { number in
            person(
                1000 + number, Bilingual("주자\(number)", "Runner \(number)"),
                Bilingual("군수", "County governor"))
        }
        return relay(
            Bilingual("이어달리기", "A line"),
            runs: (0..<count).map { run(2000 + $0, people[Int($0)], on: before) },
            nominations: (0..<count).map {
                nomination(
                    4000 + $0, by: 2000 + $0, of: people[Int($0) + 1], on: before,
                    answeredBy: $0 + 1 < count ? 2001 + $0 : nil)
            },
            people: people, startedBy: nil)
    }
}
