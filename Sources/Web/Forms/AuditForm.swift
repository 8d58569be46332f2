import Hometown
package import Ledger

/// 감사 조건. Who, whose, what and when, as a query's texts.
package enum AuditForm {
    package static let names = Set(parameters.map(\.name))

    /// - Throws: `Problem` 400 naming the parameter.
    package static func filter(_ query: Query) throws(Problem) -> AuditFilter {
        var filter = AuditFilter(
            deed: try query.value("action") { AuditRecord.Deed($0) },
            from: try query.value("from") { CivilDate($0) },
            to: try query.value("to") { CivilDate($0) })
        filter.authorName = query["author"]
        filter.subject = try query.value("subject") { Reference($0) }
        return filter
    }

    /// Where the list goes on.
    static func place(_ query: Query) throws(Problem) -> AuditPlace? {
        guard query["cursor"]?.isEmpty == false else { return nil }
        return try query.value("cursor") { text in
            Cursor(text).flatMap { AuditPlace(keys: $0.keys) }
        }
    }

    /// Days of a bundle, both given.
    /// - Throws: `Problem` 400.
    static func days(_ query: Query) throws(Problem) -> ClosedRange<CivilDate> {
        guard let from = try query.value("from", { CivilDate($0) }),
            let to = try query.value("to", { CivilDate($0) }), from <= to
        else { throw daysWrong }
        return from...to
    }

    /// The same from the page, as people write days.
    static func days(
        _ form: PostedForm, today: CivilDate
    ) throws(Problem) -> ClosedRange<CivilDate> {
        let dates = DateReader(today: today)
        guard let from = form.text("from").flatMap(dates.day),
            let to = form.text("to").flatMap(dates.day), from <= to
        else { throw daysWrong }
        return from...to
    }

    /// What the page was asked for, read as people write it.
    static func question(_ visit: Visit) throws(Problem) -> AuditPage.Question {
        var filter = AuditFilter(
            deed: try visit.value("action") { AuditRecord.Deed($0) }, from: try visit.day("from"),
            to: try visit.day("to"))
        let author = visit.query["author"]?.tidied ?? ""
        if !author.isEmpty { filter.authorName = author }
        filter.subject = try visit.value("subject") { Reference($0.tidied) }
        return AuditPage.Question(filter: filter)
    }

    static let parameters: [RouteDocument.Parameter] = [
        .init(
            "author", ["type": "string"],
            Bilingual("누가: 아이디나 토큰의 이름", "Who: a login, or the name of a token")),
        .init(
            "subject", ["type": "string"],
            Bilingual(
                "누구의 것: 기부나 인물의 번호 또는 식별자. 같은 사람의 것을 모두 찾음",
                "Whose: a donation or a person by number or id; finds all of the same human")),
        .init(
            "action",
            [
                "type": "string",
                "enum": .array(AuditRecord.Deed.all.map { .string($0.name) }),
            ], Bilingual("무엇을", "What was done")),
        .init(
            "from", ["type": "string", "format": "date"],
            Bilingual("이날부터(한국 날짜)", "On this day in Korea or later")),
        .init(
            "to", ["type": "string", "format": "date"],
            Bilingual("이날까지(한국 날짜)", "On this day in Korea or earlier")),
    ]

    static let bundleParameters =
        parameters.filter { ["from", "to"].contains($0.name) } + [
            ExportReason.parameter
        ]

    static let pageParameters = [
        PageDesk.text("author", "누가", "Who"), PageDesk.text("subject", "누구의 것", "Whose"),
        PageDesk.text("action", "무엇을", "What"), PageDesk.text("from", "부터", "From"),
        PageDesk.text("to", "까지", "To"),
    ]

    private static let daysWrong: Problem = {
        let text = Bilingual(
            "from과 to에 첫날과 끝날을 2026-01-31처럼 쓰십시오.",
            "Give the first and the last day under from and to, as in 2026-01-31.")
        return Problem(.invalidParameter, text, errors: [.init("from", "unreadable", text)])
    }()

    static let tooMany: Problem = {
        let most = Notation.grouped(Int64(EvidenceBundle.entriesMax))
        let text = Bilingual(
            "한 묶음에는 항목 \(most)건까지 담습니다. 기간을 나누십시오.",
            "A bundle takes \(most) entries. Divide the days.")
        return Problem(.invalidParameter, text, errors: [.init("to", "too_many", text)])
    }()
}
