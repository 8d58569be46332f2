import Hometown
import Ledger

/// 보고의 뒷일. How a report stands beside the one before it, and what became of its days since.
struct ReportAftermath {
    let aftermath: ReportPage.Aftermath
    let summary: RecordedSummary
    let visitor: Visitor

    private var say: Phrases { visitor.say }

    var comparison: Block? {
        guard let comparison = aftermath.comparison else { return nil }
        return Block(
            "comparison", say("앞 기간과 견주기", "Beside the periods before"),
            intro: say(
                "보고에 적힌 그대로입니다. 미공개는 금액에 들어가지 않습니다.",
                "As the report has it. Undisclosed gifts are no money."),
            [
                Table(
                    say("이번, 지난 기간, 지난해 같은 기간", "This period, the one before, and a year before"),
                    columns: [.init(say("무엇", "What"))]
                        + comparison.columns(say).map { .init($0, isNumber: true) },
                    rows: comparison.rows(say).map { label, values in
                        [Cell(label)] + values.map { Cell($0) }
                    })
            ])
    }

    var corrections: Block {
        Block(
            "corrections", say("그 뒤의 정정", "Corrected since"),
            intro: say(
                "올린 보고는 바뀌지 않습니다. 아래 내용은 다음 보고의 '이전 기간 정정'에 나옵니다.",
                "A filed report never changes; the next one tells these."),
            [
                aftermath.corrections.isEmpty
                    ? Empty(
                        say(
                            "이 기간은 보고한 그대로입니다.", "The period stands as it was reported."))
                    : Table(
                        say("무엇, 기부, 기부일, 건수와 금액의 변화", "What, donation, day and change"),
                        unit: say[.unitWon],
                        columns: [
                            .init(say("무엇", "What")), .init(say("기부", "Donation")),
                            .init(say[.donatedOn]),
                            .init(say("건수", "Count"), isNumber: true),
                            .init(say[.amount], isNumber: true),
                        ], rows: aftermath.corrections.map(row), headColumn: 1)
            ])
    }

    private func row(_ correction: Facts.Correction) -> [Cell] {
        [
            Cell(say.text(correction.kind.title)),
            correction.donation.map {
                .code($0, href: visitor.path("/search") + "?q=\($0)")
            } ?? Cell(say.count(correction.donations)),
            Cell(say.date(correction.donatedOn)), Cell(say.signed(correction.change.count)),
            Cell(say.signed(correction.change.amount.amount)),
        ]
    }

    /// Its other revisions, and the one before it.
    var relatives: Block? {
        let others = aftermath.revisions.filter { $0.id != summary.id }
        let all = others + [aftermath.earlier].compactMap(\.self)
        guard !all.isEmpty else { return nil }
        var seen: Set<Identifier> = []
        return Block(
            "relatives", say("앞뒤의 보고", "Reports around it"),
            [
                LinkList(
                    all.filter { seen.insert($0.id).inserted }.map { other in
                        LinkList.Item(
                            Link(
                                other.title.text(in: visitor.language),
                                visitor.path("/reports/\(other.id)")),
                            note: other.period == summary.period
                                ? say("같은 기간의 \(other.revision)판", "revision \(other.revision)")
                                : other.period, aside: say.moment(other.recordedAt))
                    })
            ])
    }
}

/// 견주기. The figures of a report beside those of the period and the year before, out of its own file
/// for machines: no figure is worked out a second time.
struct ReportComparison {
    /// In the file's words; a period that the report could not see is not there.
    private let standings: [(key: String, standing: JSONObject)]

    /// - Parameter bytes: of the report's JSON file.
    init?(_ bytes: [UInt8]) {
        guard case .object(let facts)? = try? JSONReader.read(bytes),
            case .object(let donations)? = facts["donations"]
        else { return nil }
        standings = ["new", "previous", "year_before"].compactMap { key in
            guard case .object(let standing)? = donations[key] else { return nil }
            return (key, standing)
        }
        guard !standings.isEmpty else { return nil }
    }

    func columns(_ say: Phrases) -> [String] {
        standings.map { key, _ in
            switch key {
            case "new": say("이번 기간", "This period")
            case "previous": say("지난 기간", "The one before")
            default: say("지난해 같은 기간", "A year before")
            }
        }
    }

    func rows(_ say: Phrases) -> [(String, [String])] {
        let tallies = standings.map { _, standing -> JSONObject? in
            guard case .object(let tally)? = standing["donations"] else { return nil }
            return tally
        }
        func values(_ name: String) -> [String] {
            tallies.map { tally in
                guard case .integer(let number)? = tally?[name] else { return "-" }
                return say.number(number)
            }
        }
        let donors = standings.map { _, standing -> String in
            guard case .object(let count)? = standing["donors"],
                case .integer(let number)? = count["count"]
            else { return "-" }
            return say.number(number)
        }
        return [
            (say("기부(건)", "Gifts"), values("count")),
            (say("금액(원)", "Amount (KRW)"), values("amount")),
            (say("미공개(건)", "Undisclosed"), values("undisclosed")),
            (say("기부자(명)", "Donors"), donors),
        ]
    }
}

extension Phrases {
    /// △1,000 for what was lost.
    fileprivate func signed(_ change: Int64) -> String {
        change < 0 ? self("△", "-") + number(-change) : number(change)
    }
}
