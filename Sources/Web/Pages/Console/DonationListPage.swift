import Hometown
import Ledger

/// 기부 대장. The donations, newest first; every filter stands in the address.
struct DonationListPage {
    /// What the list was asked for, as it was understood.
    struct Question {
        let words: DonationQuery?
        let recipient: Government?
        let from: CivilDate?
        let to: CivilDate?
        let status: DonationQuery.Status?
        /// Giver, channel, amounts and the rest.
        let further: DonationFilter
        let columns: [DonationTable.Column]

        /// - Throws: `Problem` 400 for what nobody can read.
        init(_ visit: Visit, _ governments: GovernmentRegistry) throws(Problem) {
            let text = try visit.value("q") { $0 }
            words = try text.map { (text) throws(Problem) in
                try DonationFilterForm.read(text, governments, today: visit.today)
            }
            recipient = try visit.value("recipient") {
                governments.meant(by: $0, on: visit.today)
            }
            from = try visit.day("from")
            to = try visit.day("to")
            status = try visit.value("status") { DonationQuery.Status(rawValue: $0) }
            further = try DonationFilterForm.further(
                visit.query.all.filter { !visit.unread.contains($0.name) }, governments,
                today: visit.today, for: visit.reader)
            columns =
                try visit.value("columns") { [DonationTable.Column]($0) }
                ?? DonationTable.Column.usual
        }

        func filter(_ governments: GovernmentRegistry) -> DonationFilter {
            var filter = further
            filter.recipients = recipient.map(governments.line)
            filter.from = [from, further.from].compactMap(\.self).max()
            filter.to = lastDay
            filter.query = words
            filter.status = status
            return filter
        }

        /// Whether so little is asked for that it may be counted while somebody waits.
        var isNarrow: Bool {
            let parts = [
                further.person, further.exchange, further.agreement, further.participation,
                further.relay, further.listImport,
            ]
            return words != nil || recipient != nil || further.givers != nil
                || (from ?? further.from) != nil && lastDay != nil
                || parts.contains { $0 != nil }
        }

        /// A period that has ended stands as it is, and so does the ledger of another day.
        func isPast(on today: CivilDate) -> Bool {
            further.asOf != nil || lastDay.map { $0 < today } ?? false
        }

        private var lastDay: CivilDate? { [to, further.to].compactMap(\.self).min() }
    }

    let question: Question
    let found: FoundDonations
    let governments: GovernmentRegistry
    let visit: Visit

    private static let names = Set(
        ["cursor", "q", "recipient", "from", "to", "status"] + DonationCondition.names)
    private var leaf: Leaf<RecordedDonation> { Leaf(found.donations, next: found.next, visit) }

    private var say: Phrases { visit.say }

    var screen: Screen {
        let isFixed = visit.query["cursor"]?.isEmpty == false || question.isPast(on: visit.today)
        let pill = LivePill([.donation, .correction, .approval], isFixed: isFixed, visit)
        return Screen(
            visit.frame(say("기부 대장", "Donations"), live: pill),
            Title(
                say("기부 대장", "Donations"),
                lead: say(
                    "나중에 적은 것이 위에 있습니다. 적은 것은 지우지 않고 정정합니다.",
                    "The latest record first. Nothing is erased; it is corrected."),
                actions: [
                    visit.way(
                        say("기부 등록", "Record a donation"), to: DonationEntryPage.path,
                        for: Role.clerks),
                    visit.way(
                        say("내려받기", "Export"), to: DonationExportPage.path + asked,
                        for: Role.clerks),
                ]),
            [
                pill, form,
                Block(
                    "list",
                    [
                        DonationTable(
                            leaf.rows, governments, visit, columns: question.columns,
                            isAsked: !held.isEmpty
                        ).part, sums, leaf.pager, chooser,
                    ]),
            ])
    }

    /// What an export is to hold: what the list was asked for.
    private var asked: String {
        let query = visit.text(without: ["cursor", "columns", "theme"])
        return query.isEmpty ? "" : "?" + query
    }

    /// 열 고르기. Each column is shown or not by a link, so that the choice stands in the address.
    private var chooser: Folded {
        let links = DonationTable.Column.allCases.compactMap { column -> Link? in
            let isShown = question.columns.contains(column)
            let columns = DonationTable.Column.allCases.filter {
                $0 == column ? !isShown : question.columns.contains($0)
            }
            guard !columns.isEmpty else { return nil }
            let title = column.title(say)
            return Link(
                isShown
                    ? say("\(title) 숨기기", "Hide \(title)") : say("\(title) 보이기", "Show \(title)"),
                visit.address(adding: [("columns", columns.text)]))
        }
        return Folded(
            summary: say("열 고르기", "Choose columns"),
            part: LinkRow(.files, say("열", "Columns"), links))
    }

    private var form: FilterForm {
        FilterForm(
            action: visit.address(without: Self.names),
            label: say("조건", "Filters"), submit: say("조회", "Show"),
            fields: [
                .init(
                    name: "q", label: say("찾는 말", "Words"), value: visit.query["q"] ?? "",
                    hint: say("이름, 초성, 10만", "name, amount")),
                .init(
                    name: "recipient", label: say[.recipient],
                    value: visit.query["recipient"] ?? "",
                    hint: say("이름이나 코드", "name or code")),
                .init(
                    name: "from", label: say("기부한 날부터", "From"),
                    value: visit.query["from"] ?? "", hint: "2026-01-01", inputMode: "numeric"),
                .init(
                    name: "to", label: say("까지", "To"), value: visit.query["to"] ?? "",
                    hint: "2026-12-31", inputMode: "numeric"),
                .init(
                    name: "status", label: say[.status], value: visit.query["status"] ?? "",
                    options: [("", say("모두", "All"))]
                        + DonationQuery.Status.allCases.map { ($0.rawValue, say[$0]) }),
            ], further: further, furtherLabel: say("조건 더", "More filters"), held: held,
            clear: held.isEmpty
                ? nil : Link(say("모두 지우기", "Clear all"), visit.address(without: Self.names)))
    }

    private var further: [FilterForm.Field] {
        DonationCondition.shown { visit.query[$0] }.map { condition in
            var field = FilterForm.Field(
                name: condition.name, label: say.text(condition.title),
                value: value(of: condition.name) ?? "")
            switch condition.sort {
            case .text(let hint): field.hint = say.text(hint)
            case .government: field.hint = say("이름이나 코드", "name or code")
            case .amount(let hint): field.hint = say.text(hint)
            case .choice(let options): field.options = [("", say("모두", "All"))] + options(say)
            }
            return field
        }
    }

    /// As it was typed, but for a size that the log is yet to reach: what is shown is of the log
    /// there is, as the interface says under `log_size`.
    private func value(of name: String) -> String? {
        guard name == DonationCondition.asOf, case .logSize? = question.further.asOf,
            let size = found.logSize
        else { return visit.query[name] }
        return String(size)
    }

    private var heldFurther: [(String, String?)] {
        DonationCondition.all.map { condition in
            guard let typed = value(of: condition.name), !typed.tidied.isEmpty,
                !visit.unread.contains(condition.name)
            else { return (condition.name, nil) }
            return (condition.name, condition.text(of: typed, governments, on: visit.today, say))
        }
    }

    private var held: [FilterForm.Held] {
        let names: [(String, String?)] = [
            ("q", question.words == nil ? nil : visit.query["q"]),
            ("status", question.status.map { say[$0] }),
            (
                "recipient",
                question.recipient.map {
                    governments.fullName(of: $0).text(in: visit.language)
                }
            ),
            (
                "from",
                question.from.map {
                    let day = Notation.date($0, in: visit.language)
                    return say("\(day)부터", "from \(day)")
                }
            ),
            (
                "to",
                question.to.map {
                    let day = Notation.date($0, in: visit.language)
                    return say("\(day)까지", "to \(day)")
                }
            ),
        ]
        return (names + heldFurther).compactMap { name, text in
            text.map {
                FilterForm.Held(
                    text: $0, removePath: visit.address(without: [name, "cursor"]),
                    removeLabel: say("조건 빼기", "remove"))
            }
        }
    }

    /// What was asked for comes to; without a question, what this page comes to.
    private var sums: Remarks? {
        let unknown =
            found.unknown.isEmpty
            ? nil
            : say(
                "어느 이름에도 없는 말: \(found.unknown.joined(separator: ", "))",
                "In nobody's name: \(found.unknown.joined(separator: ", "))")
        guard let totals = found.totals else { return sumsOfPage }
        let (rows, standing) = (say.count(totals.rows), say.count(totals.standing))
        let amount = Notation.amount(Won(totals.amount), in: visit.language)
        let more = totals.isExact ? "" : say(" 이상", " at least")
        return Remarks([
            totals.rows == 0
                ? nil
                : say(
                    "조건에 맞는 기부 \(rows)\(more): 유효 \(standing), \(amount), "
                        + "미공개 \(say.count(totals.undisclosed))",
                    "All that fit\(more), \(say.number(totals.rows)): "
                        + "\(say.number(totals.standing)) stand, \(amount), "
                        + "\(say.number(totals.undisclosed)) undisclosed"), unknown,
        ])
    }

    private var sumsOfPage: Remarks? {
        let standing = leaf.rows.filter { $0.status == .standing }
        guard !leaf.rows.isEmpty else { return nil }
        let sum = standing.compactMap(\.amount).reduce(Won(0)) { $0 + $1 }
        let hidden = Int64(standing.count { $0.amount == nil })
        let amount = Notation.amount(sum, in: visit.language)
        let shown = Int64(leaf.rows.count)
        return Remarks([
            say(
                "이 쪽 \(say.count(shown)): 유효 \(say.count(Int64(standing.count))), \(amount), "
                    + "미공개 \(say.count(hidden))",
                "This page, \(say.number(shown)): \(standing.count) stand, \(amount), "
                    + "\(say.number(hidden)) undisclosed")
        ])
    }
}
