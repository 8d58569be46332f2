import Hometown

@testable import Ledger

/// Relays as they grow: most name one, some two or three, some run again; the same on every run.
enum RandomRelayRecord {
    private static let families = ["김", "이", "박", "최", "정", "남궁", "황보", "제갈"]
    private static let given = ["갑동", "을순", "병", "정호", "무영", "기쁨빛나", "Robert"]
    private static let titles = [
        "고흥군수", "제주특별자치도지사", "국회의원", "부산광역시 해운대구청장", "세종특별자치시장",
        "한국지방재정공제회 이사장 겸 전국시장군수구청장협의회 대표회장",
    ]

    private static func id(_ kind: UInt64, _ number: Int) -> Identifier {
        Identifier(high: kind, low: UInt64(number))
    }

    private static func person(_ number: Int) -> PersonRecord {
        let name = families[number % families.count] + given[number % given.count]
        let title = titles[number % titles.count]
        return PersonRecord(
            person: RecordedPerson(
                id: id(1, number), number: Int64(number), recordedAt: SampleOverview.readAt,
                logIndex: nil, nameKorean: name, nameEnglish: name),
            offices: [
                RecordedOffice(
                    id: id(2, number), person: id(1, number), title: Bilingual(title, title),
                    government: nil, constituencyKorean: nil, constituencyEnglish: nil,
                    partyKorean: nil, partyEnglish: nil, heldFrom: CivilDate("2022-07-01"),
                    heldTo: nil, knownOn: nil)
            ], claims: [])
    }

    static func record(runs count: Int) -> RelayRecord {
        var state = UInt64(count) &* 0x9E37_79B9_7F4A_7C15 | 1
        func random(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        func day(_ number: Int) -> EventDate {
            let day = CivilDate(daysSinceEpoch: 19_424 + number * 700 / count + random(20))
            return EventDate(day, precision: random(3) == 0 ? .month : .day)
        }
        var nominations: [RecordedNomination] = []
        func nominate(_ from: Int, _ person: Int, _ answer: Int?) {
            nominations.append(
                RecordedNomination(
                    id: id(4, nominations.count), number: Int64(nominations.count),
                    recordedAt: SampleOverview.readAt, logIndex: nil, relay: id(5, 0),
                    participation: id(3, from), nominee: id(1, person), happenedOn: day(from),
                    answeredBy: answer.map { id(3, $0) },
                    reply: answer == nil
                        ? [nil, nil, .accepted, .declined, .lapsed][random(5)] : nil))
        }
        let recipients = SampleOverview.registry.governments.map(\.id)
        let runs = (0..<count).map { number -> RecordedParticipation in
            if number > 0, random(12) > 0 { nominate(random(number), number, number) }
            if number > 1, random(9) == 0 { nominate(random(number), number, number) }
            if random(5) == 0 { nominate(number, count + number, nil) }
            return RecordedParticipation(
                id: id(3, number), number: Int64(number), recordedAt: SampleOverview.readAt,
                logIndex: nil, relay: id(5, 0), person: id(1, number),
                happenedOn: random(8) == 0 ? nil : day(number), isImplied: false,
                isOrigin: random(10) == 0, proofLink: nil, proofHash: nil, proofCapturedOn: nil,
                comment: nil, donations: [],
                recipients: (0..<random(5)).map { _ in recipients[random(recipients.count)] })
        }
        let people = (0..<2 * count).map(person)
        return RelayRecord(
            relay: RecordedRelay(
                id: id(5, 0), number: 1, recordedAt: SampleOverview.readAt, logIndex: nil,
                name: Bilingual("인증 챌린지", "Challenge"), startedBy: nil,
                nominationsPerParticipation: nil, endsOn: nil, goal: nil),
            participations: runs, nominations: nominations,
            people: Dictionary(uniqueKeysWithValues: people.map { ($0.person.id, $0) }),
            claims: [],
            passedOn: Dictionary(
                nominations.compactMap { nomination in
                    nomination.happenedOn.map { (nomination.participation, $0) }
                }
            ) { first, _ in first })
    }
}
