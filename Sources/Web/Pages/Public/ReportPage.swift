import Hometown
import Ledger
import Transparency

/// 요약 보고. One filed summary: what it covers, its files and their hashes.
struct ReportPage {
    let record: SummaryRecord
    let isOpen: Bool
    /// Whether it can be had as PDF, too, which is made when somebody asks for it.
    var hasPrinter = false
    /// What came of it since, for those who keep the book.
    var aftermath: Aftermath?
    let visit: Visit

    struct Aftermath {
        let comparison: ReportComparison?
        let corrections: [Facts.Correction]
        /// Of the same schedule, before this one.
        let earlier: RecordedSummary?
        /// All of the same period, this one among them, newest first.
        let revisions: [RecordedSummary]
        /// What a manager said of it, or that nobody has.
        let approval: RecordedApproval?
        /// For those who may know the receivers.
        let deliveries: [RecordedDelivery]
    }

    private var say: Phrases { visit.say }

    var screen: Screen {
        let summary = record.summary
        let title = summary.title.text(in: visit.language)
        return Screen(
            visit.frame("\(title) - \(say("요약 보고", "Report"))"),
            Title(
                title, kind: say("요약 보고 \(summary.no)", "Report \(summary.no)"),
                chip: aftermath?.approval.map { Chip($0.state, say) }, actions: actions),
            [
                visit.done, aftermath?.approval.flatMap { ApprovalPage.own($0, visit) }, superseded,
                Block(
                    "files", say("파일", "Files"),
                    intro: say(
                        "같은 기간과 같은 원장 크기에서는 언제 다시 만들어도 바이트까지 같습니다.",
                        "The same period and log size give the same bytes whenever it is made."
                    ), [files, printing]),
                Block(
                    "facts", say("무엇을 셌는지", "What it counts"),
                    [
                        FactSheet([
                            Label(say("기간", "Period"), say.period(summary.period)),
                            Label(
                                say("예약 작업", "Schedule"), say.schedule(summary.schedule),
                                href: visit.visitor.way(
                                    to: "/schedules/\(summary.schedule)",
                                    for: Role.timetableReaders),
                                note: say.scheduleHint(summary.schedule)),
                            Label(say("기준 시각", "As of"), say.moment(summary.asOf)),
                            Label(say[.logSize], say.number(summary.logSize)),
                            Label(say("판", "Revision"), "\(summary.revision)"),
                            Label(say("등록", "Filed"), say.moment(summary.recordedAt)),
                            Label(summary.logIndex, say),
                        ])
                    ]),
            ] + sections)
    }

    private var actions: [Link?] {
        guard !isOpen else { return [] }
        let reading = record.file(.html, in: visit.language, isPublished: false)
        let id = record.summary.id
        return [
            reading.map {
                Link(
                    say("보고 읽기", "Read it"), "/api/v1/reports/\(id)/files/\($0.name)",
                    kind: "button primary")
            },
            aftermath?.approval.flatMap { ApprovalPage.deciding($0, visit) },
            visit.way(say("보내기", "Send it"), to: "/reports/\(id)/send", for: [.manager]),
        ]
    }

    /// 새 판이 있음.
    private var superseded: Notice? {
        guard let newest = aftermath?.revisions.first, newest.id != record.summary.id
        else { return nil }
        return Notice(
            kind: "warning",
            title: say("이 기간의 새 판이 있습니다", "There is a newer revision of this period"),
            text: say(
                "\(newest.no), \(newest.revision)판입니다. 아래 판 목록에서 여십시오.",
                "\(newest.no), revision \(newest.revision). It is listed below."))
    }

    private var sections: [(any Part)?] {
        guard let aftermath else { return [] }
        let page = ReportAftermath(
            aftermath: aftermath, summary: record.summary, visitor: visit.visitor)
        return [
            page.comparison, page.corrections,
            aftermath.approval.flatMap { ApprovalPage.decision($0, visit.visitor) },
            DeliveryTable(deliveries: aftermath.deliveries, say: say).block, page.relatives,
        ]
    }

    private var printing: LinkRow? {
        guard hasPrinter else { return nil }
        return LinkRow(
            .files, say("만들어 받기", "Made on request"),
            [
                Link(
                    say("PDF로 만들어 받기", "Make a PDF"),
                    "/api/v1/reports/\(record.summary.id)?format=pdf")
            ])
    }

    private var files: any Part {
        Table(
            say("파일, 크기와 SHA-256", "File, size and SHA-256"),
            columns: [
                .init(say("파일", "File")), .init(say("크기", "Size"), isNumber: true),
                .init("SHA-256"),
            ],
            rows: SummaryCard.files(isOpen ? record.published : record, say).map { file in
                let edition =
                    RenderedSummary.isPublished(file.path)
                    ? say("공개용", "for everybody") : say("내부용", "for the office")
                return [
                    Cell(file.label, href: file.path, sub: isOpen ? nil : edition),
                    Cell(file.size), .code(file.hash),
                ]
            })
    }
}

/// 요약 보고 목록.
struct ReportListPage {
    let leaf: Leaf<RecordedSummary>
    let isOpen: Bool
    /// To choose from, in the console.
    var schedules: [String] = []
    let visit: Visit

    private var filter: FilterForm? {
        guard !isOpen else { return nil }
        let say = visit.say
        return FilterForm(
            action: visit.visitor.path("/reports"), label: say("조건", "Filter"),
            submit: say("찾기", "Find"),
            fields: [
                .init(
                    name: "schedule", label: say("예약 작업", "Schedule"),
                    value: visit.query["schedule"] ?? "",
                    options: [("", say("모두", "All"))] + schedules.map { ($0, say.schedule($0)) }),
                .init(
                    name: "period", label: say("기간", "Period"),
                    value: visit.query["period"] ?? "", hint: "2026-W46"),
            ])
    }

    private var table: Table {
        let say = visit.say
        let prefix = isOpen ? "/p/reports/" : "/reports/"
        var columns: [Table.Column] = [
            .init(say("번호", "No.")), .init(say("제목", "Title")), .init(say("기간", "Period")),
            .init(say("올린 때", "Filed")), .init(say("원장 크기", "Log size"), isNumber: true),
        ]
        // Whether the office has approved it is no business of everybody's.
        if !isOpen { columns.append(.init(say("승인", "Approval"))) }
        return Table(
            say("제목, 기간, 올린 때", "Title, period and filing"), columns: columns,
            rows: leaf.rows.map { summary in
                let cells: [Cell] = [
                    .code(summary.no),
                    Cell(
                        summary.title.text(in: visit.language),
                        href: visit.visitor.path(prefix + "\(summary.id)"),
                        sub: say.schedule(summary.schedule)),
                    Cell(say.period(summary.period)), Cell(say.moment(summary.recordedAt)),
                    Cell(say.number(summary.logSize)),
                ]
                return isOpen ? cells : cells + [approval(of: summary)]
            }, headColumn: 1)
    }

    private func approval(of summary: RecordedSummary) -> Cell {
        guard let isApproved = summary.isApproved else { return Cell("-") }
        let state: RecordedApproval.State = isApproved ? .approved : .rejected
        return Cell(Chip(state, visit.say))
    }

    var screen: Screen {
        let say = visit.say
        let title = isOpen ? say("공개 보고서", "Published reports") : say("요약 보고", "Reports")
        return Screen(
            visit.frame(title),
            Title(
                title,
                lead: say(
                    "예약 작업이 기간마다 만들어 원장에 올린 보고입니다. 올린 뒤에는 바뀌지 않습니다.",
                    "Filed for each period by a schedule; once filed they never change."
                )),
            [
                filter,
                Block(
                    "list",
                    [
                        leaf.rows.isEmpty
                            ? Empty(say[.summaryEmpty])
                            : table, leaf.pager,
                        isOpen
                            ? LinkRow(
                                .files, say("소식 받기", "Subscribe"),
                                [
                                    Link(
                                        say("보고서 소식(Atom)", "Reports (Atom)"),
                                        visit.visitor.path(FeedRoutes.reportsPath)),
                                    Link(
                                        say("협약 소식(Atom)", "Agreements (Atom)"),
                                        visit.visitor.path(FeedRoutes.agreementsPath)),
                                    Link(
                                        say("협약을 맺은 날(ICS)", "Days of agreements (ICS)"),
                                        visit.visitor.path(FeedRoutes.agreementDaysPath)),
                                ]) : nil,
                    ]),
            ])
    }
}
