package import Hometown
package import Ledger
import Timetable

/// 기부 조건. Which donations are asked for, as a query's texts: fields, and the language of the search
/// box under `q`.
package enum DonationFilterForm {
    /// - Parameter reader: decides whose donations and names may be looked for.
    /// - Throws: `Problem` 400 naming the parameter and saying what was probably meant.
    package static func filter(
        _ query: Query, _ governments: GovernmentRegistry, today: CivilDate, for reader: Reader
    ) throws(Problem) -> DonationFilter {
        func units(_ name: String) throws(Problem) -> [Int16]? {
            try query.government(name, governments, on: today).map(governments.line)
        }
        func won(_ name: String) throws(Problem) -> Int64? {
            try query.value(name) { text in
                guard case .success(.disclosed(let won)) = AmountReader.read(text) else {
                    return nil
                }
                return won.amount
            }
        }
        func part(_ name: String) throws(Problem) -> Reference? {
            try query.value(name) { Reference($0) }
        }
        let dates = DateReader(today: today)
        let period = try query.value("period", days)
        var filter = DonationFilter(
            recipients: try units("recipient"),
            from: try query.value("from") { dates.day($0) } ?? period?.lowerBound,
            to: try query.value("to") { dates.day($0) } ?? period?.upperBound,
            isPublished: !reader.readsBook, seesPrivateNames: reader.seesPrivateNames)
        filter.givers = try units("giver")
        filter.person = try part("person")
        filter.amountMin = try won("amount_min")
        filter.amountMax = try won("amount_max")
        filter.origin = try query.value("origin") { Origin(rawValue: $0) }
        filter.channel = try query.value("channel") { Channel(rawValue: $0) }
        filter.status = try query.value("status") { DonationQuery.Status(rawValue: $0) }
        filter.exchange = try part("exchange")
        filter.agreement = try part("agreement")
        filter.participation = try part("participation")
        filter.relay = try part("relay")
        filter.listImport = try part("import")
        filter.asOf = try query.value("as_of") { asOf($0, dates) }
        if let text = query["q"] {
            filter.query = try read(text, governments, today: today)
        }
        return filter
    }

    /// - Throws: `Problem` 400 for `q`.
    package static func read(
        _ text: String, _ governments: GovernmentRegistry, today: CivilDate
    ) throws(Problem) -> DonationQuery {
        let reader = DonationQueryReader(governments, today: today, period: days)
        do {
            return try reader.read(text)
        } catch {
            if error.code == Refusal.Code.staffListingForbidden.rawValue {
                throw StaffListing.refusal("q")
            }
            throw Problem(
                .invalidParameter, error.text, errors: [.init("q", error.code, error.text)])
        }
    }

    @Sendable private static func days(_ text: String) -> ClosedRange<CivilDate>? {
        PeriodKey(text).map { $0.first...$0.last }
    }

    /// A size of the log, a moment, or a day, whose end is meant.
    private static func asOf(_ text: String, _ dates: DateReader) -> DonationFilter.AsOf? {
        if let size = Int64(text), size >= 0 { return .logSize(size) }
        if let instant = Instant(text) { return .time(instant) }
        return dates.day(text).map { day in
            let days = Int64(day.daysSinceEpoch + 1)
            return .time(
                Instant(
                    microseconds: days * Instant.microsecondsPerDay - Instant.koreaOffset - 1))
        }
    }

    static let names = Set(parameters.map(\.name))

    /// Of a person guests may not ask: what is found would say who is masked in it.
    static func names(for reader: Reader) -> Set<String> {
        reader.readsBook ? names : names.subtracting(["person"])
    }

    static let parameters: [RouteDocument.Parameter] = [
        .init(
            "q", ["type": "string", "maxLength": .integer(Int64(DonationQuery.lettersMax))],
            Bilingual(
                "검색어: 번호, 이름, 초성, 금액, 날짜, from: to: by: amount: status: period: 등",
                "Search: numbers, names, initials, amounts, days, from: to: by: amount: status: "
                    + "period: and more")),
        .init(
            "recipient", ["type": "string"],
            Bilingual("받는 지자체의 코드나 이름", "Code or name of the receiving government")),
        .init(
            "giver", ["type": "string"],
            Bilingual(
                "기부자가 재직하는 지자체의 코드나 이름",
                "Code or name of the government of the donor's office")),
        .init(
            "person", reference,
            Bilingual(
                "기부한 공직자. 원장을 읽는 역할만",
                "The public person who donated; for roles that read the book")),
        .init(
            "from", ["type": "string", "format": "date"],
            Bilingual("기부일, 이날부터", "Donated on this day or later")),
        .init(
            "to", ["type": "string", "format": "date"],
            Bilingual("기부일, 이날까지", "Donated on this day or earlier")),
        .init(
            "period", ["type": "string"],
            Bilingual("기간: 2026-W46, 2026-11, 2026-Q4, 2026", "Period, such as 2026-W46")),
        .init("amount_min", ["type": "string"], Bilingual("이 금액부터", "This amount or more")),
        .init("amount_max", ["type": "string"], Bilingual("이 금액까지", "This amount or less")),
        .init("origin", .words(Origin.self), Bilingual("접수 구분", "How it is known")),
        .init("channel", .words(Channel.self), Bilingual("접수 경로", "How the money came")),
        .init("status", .words(DonationQuery.Status.self), Bilingual("상태", "Where it stands")),
        .init("exchange", reference, Bilingual("교환", "The exchange")),
        .init("agreement", reference, Bilingual("협약", "The agreement")),
        .init("participation", reference, Bilingual("챌린지 참여", "The participation")),
        .init("relay", reference, Bilingual("챌린지", "The relay")),
        .init("import", reference, Bilingual("일괄 등록", "The import")),
        .init(
            "as_of", ["type": "string"],
            Bilingual(
                "원장 크기나 시각: 그 뒤의 등록과 정정은 세지 않음",
                "Size of the log, or a time: what was recorded after it does not count")),
    ]

    private static let reference: JSONValue = ["type": "string"]
}
