import Hometown
import Transparency

@testable import Ledger

/// What governments signed and gave each other, and the summary of a day.
enum SampleRelations {
    private static let claims = [claim("영등포신문"), claim("시사저널")]

    static func claim(_ outlet: String) -> RecordedClaim {
        RecordedClaim(
            subject: SampleOverview.id(301), source: SampleOverview.id(401), outlet: outlet,
            headline: nil, publishedAt: nil, link: nil, attribute: nil, value: nil, quote: nil,
            place: ChoiceDraft.ClaimPlace(entry: 1, position: 0), followed: nil)
    }

    static func leg(
        _ exchange: UInt64, _ from: String, _ to: String, on date: EventDate?, people: Int32? = 1,
        amount: Int64? = nil, donations: [UInt64] = []
    ) -> RecordedLeg {
        RecordedLeg(
            exchange: SampleOverview.id(exchange), id: SampleOverview.id(exchange + 20),
            from: SampleOverview.unit(from), department: nil, to: SampleOverview.unit(to),
            happenedOn: date, people: people, amount: amount,
            donations: donations.map { SampleOverview.id($0) })
    }

    static func exchange(
        _ number: UInt64, agreement: UInt64? = nil, legs: [RecordedLeg],
        claims: [RecordedClaim] = []
    ) -> ExchangeRecord {
        let units = Set(legs.flatMap { [$0.from, $0.to] })
        return ExchangeRecord(
            exchange: RecordedExchange(
                id: SampleOverview.id(number), number: Int64(number),
                recordedAt: SampleOverview.readAt, logIndex: nil, occasion: "signing",
                happenedOn: SampleOverview.signing,
                agreement: agreement.map { SampleOverview.id($0) }, note: nil),
            legs: legs, reciprocity: Reciprocity(legs.map(\.leg)), claims: claims,
            governments: Dictionary(
                uniqueKeysWithValues: units.compactMap { unit in
                    SampleOverview.registry[id: unit].map { (unit, $0) }
                }))
    }

    static let exchanges = [
        exchange(
            301, agreement: 354,
            legs: [
                leg(301, "11000", "36110", on: SampleOverview.signing, donations: [101]),
                leg(301, "36110", "11000", on: SampleOverview.signing, donations: [102]),
            ], claims: claims),
        exchange(
            302, agreement: 355,
            legs: [
                leg(302, "11000", "30000", on: SampleOverview.signing, donations: [103]),
                leg(302, "30000", "11000", on: SampleOverview.signing, donations: [104]),
            ], claims: [claim("영등포신문")]),
    ]

    static func agreement(
        _ number: UInt64, _ kind: String, _ title: Bilingual?, _ parties: [String],
        on date: EventDate, place: Bilingual? = nil, predecessor: UInt64? = nil,
        fields: [Bilingual] = []
    ) -> AgreementRecord {
        let id = SampleOverview.id(number)
        let units = parties.map(SampleOverview.unit)
        return AgreementRecord(
            agreement: RecordedAgreement(
                id: id, number: Int64(number), recordedAt: SampleOverview.readAt, logIndex: nil,
                kind: kind, titleKorean: title?.korean, titleEnglish: title?.english,
                signedOn: date, signedAt: nil, placeKorean: place?.korean,
                placeEnglish: place?.english,
                predecessor: predecessor.map { SampleOverview.id($0) }, parties: units,
                signatories: units.map { _ in nil }),
            parties: units.compactMap { SampleOverview.registry[id: $0] },
            fields: fields.enumerated().map { index, name in
                RecordedField(agreement: id, no: Int16(index + 1), name: name, note: nil)
            }, claims: claims)
    }

    private static func year(_ year: Int) -> EventDate {
        EventDate(
            CivilDate(year: year, month: 3, day: 1) ?? SampleOverview.today, precision: .year)
    }

    static let agreements = [
        agreement(350, "sports", nil, ["11000", "46000"], on: year(2004)),
        agreement(351, "sports", nil, ["11000", "50000"], on: year(2009)),
        agreement(
            352, "friendship",
            Bilingual(
                "상생발전 우호교류 협약",
                "Friendship exchange agreement for co-prosperous development"),
            ["11000", "30000"], on: year(2015),
            fields: [Bilingual("문화", "Culture")]),
        agreement(
            354, "exchange",
            Bilingual("상호 교류강화를 위한 업무협약", "Agreement on strengthening mutual exchange"),
            ["11000", "36110"], on: SampleOverview.signing,
            place: Bilingual("세종시청 4층", "Sejong City Hall, 4th floor"),
            fields: [
                Bilingual("고향사랑기부제 활성화", "Activation of the hometown-love donation scheme"),
                Bilingual("도시 디자인정책 교류 활성화", "Urban design policy exchange"),
                Bilingual(
                    "폐기물·건물·신재생에너지분야 공동협력을 통한 탄소중립 달성",
                    "Carbon neutrality through joint work on waste, buildings "
                        + "and renewable energy"),
                Bilingual("사이버 보안산업 육성", "Cyber-security industry"),
                Bilingual(
                    "정원도시박람회 개최 및 정원도시 조성", "Garden-city expo and garden-city building"),
                Bilingual(
                    "한글사랑·한국문화예술 발전",
                    "Love of Hangul and development of Korean culture and arts"),
                Bilingual("인재개발교육 교류", "Exchange in staff training"),
            ]),
        agreement(
            355, "exchange", Bilingual("교류강화 업무협약", "Agreement on strengthening exchange"),
            ["11000", "30000"], on: SampleOverview.signing,
            place: Bilingual("대전시청 5층 대회의실", "Daejeon City Hall, 5th floor"),
            predecessor: 352,
            fields: [
                Bilingual("고향사랑기부제 활성화", "Activation of the hometown-love donation scheme"),
                Bilingual("트램건설 기술교류 활성화", "Technical exchange on tram construction"),
                Bilingual("스포츠 교류 활성화", "Sports exchange"),
            ]),
    ]

    static let summary = SummaryRecord(
        summary: RecordedSummary(
            id: SampleOverview.id(500), number: 38, recordedAt: SampleOverview.readAt,
            logIndex: nil, schedule: "daily", period: "2026-09-18", revision: 1,
            origin: .scheduled, scheduledFor: SampleOverview.readAt, asOf: SampleOverview.readAt,
            logSize: 37, renderer: 1,
            title: Bilingual(
                "고향사랑 상호기부·인증 챌린지 일일 현황(2026. 9. 18.)",
                "Hometown donations, exchanges and relay: daily summary (18 September 2026)")),
        files: [
            file("daily-2026-09-18.public.en.html", "text/html; charset=utf-8", 6_841),
            file("daily-2026-09-18.public.json", "application/json", 2_311),
            file("daily-2026-09-18.public.ko.html", "text/html; charset=utf-8", 7_902),
        ])

    private static func file(_ name: String, _ type: String, _ byteCount: Int32) -> SummaryFile {
        SummaryFile(
            name: name, mediaType: type, sha256: Hash256.of(Array(name.utf8)), byteCount: byteCount)
    }
}
