import Hometown

/// 공개 기한 알림. What is still to be done before the year is published (Act 13, Decree 9(1)).
extension Words {
    /// Figures that every year has.
    private static let expected: [FundFigure] = [
        .openingBalance, .use, .collectionCost, .giftCost, .closingBalance,
    ]

    func reminderGist(_ facts: Facts) -> [String] {
        publicationDue(facts).map(\.text) + [progress(facts), missing(facts)]
    }

    private func progress(_ facts: Facts) -> String {
        switch facts.publication?.progress ?? .missing {
        case .missing: say("공개 보고 작성 전임", "Nothing was filed yet")
        case .draft:
            say("잠정본만 있음, 연도 마감 뒤 확정 필요", "A draft stands; it is final once the year is closed")
        case .rejected: say("반려된 보고만 있음, 다시 작성 필요", "What was filed was turned down; file it again")
        case .final: say("확정본 있음", "The final edition stands")
        case .approved: say("승인된 보고 있음", "What was filed is approved")
        }
    }

    private func missing(_ facts: Facts) -> String {
        let missing = Words.expected.filter { facts.publication?.sum(of: $0) == nil }
        guard !missing.isEmpty else {
            return say("기금 수치 모두 입력함", "All figures of the fund are typed in")
        }
        let names = missing.map { $0.name.text(in: language) }.joined(separator: ", ")
        return say("입력 전 기금 수치: \(names)", "Figures of the fund to be typed in: \(names)")
    }

    /// 공개 준비.
    func preparation(_ facts: Facts) -> Summary.Section {
        var items = [Summary.Item(text: progress(facts)), Summary.Item(text: missing(facts))]
        items[1].notes = [
            say(
                "법 제13조와 영 제9조제1항에 따라 모금, 사용, 답례품 내역을 누리집에 공개",
                "Receipts, use and gifts go onto the government's website (Act 13, Decree 9(1))")
        ]
        return Summary.Section(heading: say("공개 준비", "What is ready"), items: items)
    }

    /// 기금 수치 입력. A row for each figure that every year has.
    func preparationTable(_ facts: Facts) -> Summary.Table {
        Summary.Table(
            name: say("기금 수치 입력", "Figures of the fund"),
            caption: say("공개할 기금 수치와 입력 여부", "Figures of the fund, typed in or not"),
            unit: say("(단위: 원)", "(unit: KRW)"),
            columns: [
                .init(title: say("항목", "Figure")),
                .init(title: say("금액", "Amount"), isNumber: true),
            ],
            rows: Words.expected.map { figure in
                [
                    .text(figure.name.text(in: language)),
                    facts.publication?.sum(of: figure).map { .number($0.amount) }
                        ?? .said(say("입력 전", "not typed in yet")),
                ]
            })
    }

    /// 공개 기한. What came in is published by the last day of the next February (Act 13).
    func publicationDue(_ facts: Facts) -> [Summary.Item] {
        // As the ledger was heard: a final edition may come weeks after the draft.
        let day = facts.heading.asOf.koreanDate
        let isItsOwn = kind == .publication || kind == .publicationReminder
        let year = isItsOwn ? facts.heading.period.upperBound.year : day.year - 1
        guard let first = CivilDate(year: year + 1, month: 3, day: 1) else { return [] }
        let due = first.adding(days: -1)
        let left = due.daysSinceEpoch - day.daysSinceEpoch
        let date = Notation.date(due, .text, in: language)
        guard left >= 0 else {
            // Whether a year was published the office knows; only its publication can be late.
            guard isItsOwn else { return [] }
            return [
                Summary.Item(
                    text: say(
                        "\(year)년 모금·사용 결과 공개 기한(\(date)) 경과, \(-left)일 지남",
                        "Overdue: receipts and use of \(year) were to be published by \(date), "
                            + "\(-left) days ago"))
            ]
        }
        return [
            Summary.Item(
                text: say(
                    "\(year)년 모금·사용 결과 공개 기한 \(date), \(left)일 남음",
                    "Receipts and use of \(year) to be published by \(date), "
                        + "\(left) days left"))
        ]
    }
}
