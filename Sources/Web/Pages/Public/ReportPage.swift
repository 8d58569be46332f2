import Hometown
import Ledger
import Transparency

/// 요약 보고. One filed summary: what it covers, its files and their hashes.
struct ReportPage {
    let record: SummaryRecord
    let isOpen: Bool
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let summary = record.summary
        let title = summary.title.text(in: visit.language)
        return Screen(
            visit.frame("\(title) - \(say("요약 보고", "Report"))"),
            Title(title, kind: say("요약 보고 \(summary.no)", "Report \(summary.no)")),
            [
                Block(
                    "files", say("파일", "Files"),
                    intro: say(
                        "같은 기간과 같은 원장 크기에서는 언제 다시 만들어도 바이트까지 같습니다.",
                        "The same period and log size give the same bytes whenever it is made."
                    ), [files]),
                Block(
                    "facts", say("무엇을 셌는지", "What it counts"),
                    [
                        FactSheet([
                            Label(say("기간", "Period"), say.period(summary.period)),
                            Label(
                                say("예약 작업", "Schedule"), summary.schedule,
                                href: isOpen
                                    ? nil : visit.visitor.path("/schedules/\(summary.schedule)")),
                            Label(say("기준 시각", "As of"), say.moment(summary.scheduledFor)),
                            Label(say[.logSize], say.number(summary.logSize)),
                            Label(say("판", "Revision"), "\(summary.revision)"),
                            Label(say("등록", "Filed"), say.moment(summary.recordedAt)),
                            Label(summary.logIndex, say),
                        ])
                    ]),
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
                [Cell(file.label, href: file.path), Cell(file.size), .code(file.hash)]
            })
    }
}

/// 요약 보고 목록.
struct ReportListPage {
    let leaf: Leaf<RecordedSummary>
    let isOpen: Bool
    let visit: Visit

    var screen: Screen {
        let say = visit.say
        let title = isOpen ? say("공개 보고서", "Published reports") : say("요약 보고", "Reports")
        let prefix = isOpen ? "/p/reports/" : "/reports/"
        return Screen(
            visit.frame(title),
            Title(
                title,
                lead: say(
                    "예약 작업이 기간마다 만들어 원장에 올린 보고입니다. 올린 뒤에는 바뀌지 않습니다.",
                    "Filed for each period by a schedule; once filed they never change."
                )),
            [
                Block(
                    "list",
                    [
                        leaf.rows.isEmpty
                            ? Empty(say[.summaryEmpty])
                            : Table(
                                say("제목, 기간, 올린 때", "Title, period and filing"),
                                columns: [
                                    .init(say("번호", "No.")), .init(say("제목", "Title")),
                                    .init(say("기간", "Period")), .init(say("올린 때", "Filed")),
                                    .init(say("원장 크기", "Log size"), isNumber: true),
                                ],
                                rows: leaf.rows.map { summary in
                                    [
                                        .code(summary.no),
                                        Cell(
                                            summary.title.text(in: visit.language),
                                            href: visit.visitor.path(prefix + "\(summary.id)"),
                                            sub: summary.schedule),
                                        Cell(say.period(summary.period)),
                                        Cell(say.moment(summary.recordedAt)),
                                        Cell(say.number(summary.logSize)),
                                    ]
                                }, headColumn: 1), leaf.pager,
                    ])
            ])
    }
}
