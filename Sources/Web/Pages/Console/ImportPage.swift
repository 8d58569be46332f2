import Hometown
import Ledger

/// 일괄 등록 목록.
struct ImportListPage {
    let leaf: Leaf<RecordedImport>
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        Screen(
            visit.frame(say("일괄 등록", "Imports")),
            Title(
                say("일괄 등록", "Imports"),
                lead: say(
                    "목록 파일로 한꺼번에 등록한 것입니다. 같은 파일은 두 번 등록하지 않습니다.",
                    "What came in as a list. The same file is not recorded twice."),
                actions: [
                    visit.way(
                        say("목록 등록", "Import a list"), to: ImportFilePage.path,
                        for: Role.clerks)
                ]),
            [
                Block(
                    "list",
                    [
                        leaf.rows.isEmpty
                            ? Empty(
                                say(
                                    "아직 일괄 등록이 없습니다. 목록 파일을 등록하면 여기에 남습니다.",
                                    "Nothing was imported yet. Recorded lists stay here."))
                            : table, leaf.pager,
                    ])
            ])
    }

    private var table: Table {
        Table(
            say("번호, 파일, 때, 행의 수와 합계", "Number, file, time, rows and sum"), unit: say[.unitWon],
            columns: [
                .init(say("번호", "No.")), .init(say("파일", "File")), .init(say("등록", "Recorded")),
                .init(say("행", "Rows"), isNumber: true),
                .init(say("정상", "Good"), isNumber: true),
                .init(say("오류", "Bad"), isNumber: true),
                .init(say("합계", "Sum"), isNumber: true),
            ],
            rows: leaf.rows.map { one in
                [
                    .code(
                        one.no, href: visit.visitor.path("/imports/\(one.id)"),
                        sub: one.reversal.map { _ in say("되돌림", "undone") }),
                    Cell(one.fileName ?? "-"),
                    Cell(say.moment(one.recordedAt), sub: visit.staff[one.author]),
                    Cell(say.number(Int64(one.counts.rows))),
                    Cell(say.number(Int64(one.counts.recorded))),
                    Cell(say.number(Int64(one.counts.refused))),
                    Cell(say.number(one.counts.amount)),
                ]
            })
    }
}

/// 일괄 등록 하나.
struct ImportPage {
    let record: RecordedImport
    let story: [TimelineItem]
    let visit: Visit

    private var say: Phrases { visit.say }
    private var isUndone: Bool { record.reversal != nil }

    /// What is said of the whole list, as long as there is something to be done about it.
    private var remarks: Remarks {
        Remarks([isUndone ? nil : record.hidden.text.map(say.text)])
    }

    var screen: Screen {
        let counts = record.counts
        let figure = { (label: String, value: Int) in
            Figure(label: label, value: say.number(Int64(value)), unit: say[.unitCount])
        }
        return Screen(
            visit.frame("\(record.no) - \(say("일괄 등록", "Import"))"),
            Title(
                record.fileName ?? record.no,
                kind: say("일괄 등록 \(record.no)", "Import \(record.no)"),
                chip: isUndone ? Chip("reversed", say("되돌림", "undone")) : nil,
                lead: say.moment(record.recordedAt),
                actions: [
                    visit.way(
                        say("기부 보기", "Its donations"), to: "/donations?import=\(record.no)",
                        for: Role.keepers),
                    isUndone
                        ? nil
                        : visit.way(
                            say("되돌리기", "Undo"),
                            to: ImportReversalEntryRoutes.path(record.id), for: Role.clerks),
                ]),
            [
                visit.done,
                FigureRow(figures: [
                    figure(say("행", "Rows"), counts.rows),
                    figure(say("등록", "Recorded"), counts.recorded),
                    figure(say("오류", "Bad rows"), counts.refused),
                    figure(say("이미 있던 행", "Known rows"), counts.known),
                    figure(say("이견", "Disputed"), counts.disputed),
                ]),
                remarks,
                Block(
                    "facts", say("등록한 내용", "What was recorded"),
                    [
                        FactSheet([
                            Label(
                                say("합계", "Sum"),
                                Notation.amount(Won(counts.amount), in: visit.language)),
                            Label(say("등록한 사람", "By"), visit.staff[record.author]),
                            Label(
                                say("방식", "Mode"),
                                record.isValidRowsOnly
                                    ? say("정상 행만", "good rows only")
                                    : say("전부 정상일 때만", "all rows or none")),
                            record.forcedBecause.map {
                                Label(say("다시 등록한 사유", "Repeated because"), $0)
                            },
                            record.reversal?.reason.map {
                                Label(say("되돌린 사유", "Undone because"), $0)
                            }, record.fileSHA256.map { Label("SHA-256", $0, isCode: true) },
                            Label(
                                say("겹쳐 보이는 행", "Possible duplicates"),
                                say.number(Int64(counts.duplicates))),
                        ])
                    ]),
                Story(id: record.id, items: story, visit: visit).block,
            ])
    }
}
