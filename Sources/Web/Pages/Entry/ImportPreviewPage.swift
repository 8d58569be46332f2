import Hometown
import Ledger

/// The third step: what would become of every row.
struct ImportPreviewPage {
    static let path = "/imports/new/{id}/preview"
    /// Which rows are asked for.
    static let rowsParameter = "rows"

    let visitor: Visitor
    let id: Identifier
    let report: ImportReport
    let excerpt: ImportExcerpt
    let problems: EntryProblems
    let hidden: [(name: String, value: String)]

    private var say: Phrases { visitor.say }
    private var counts: ImportCounts { report.counts }
    private var sums: ImportSums { report.sums }
    var title: String { say("미리보기", "Preview") }

    var parts: [any Part] {
        let page = visitor.path("/imports/new/\(id)")
        let heading: [any Part] = [
            Title(
                title,
                lead: say(
                    "모의 심사: 아직 아무것도 기록하지 않았습니다.",
                    "A trial: nothing has been recorded yet.")),
            ImportSteps(say: say, at: .preview), FigureRow(figures: figures),
        ]
        let rest: [(any Part)?] = [
            remarks,
            LinkRow(
                .files, say("내려받기", "Download"),
                [
                    counts.refused == 0
                        ? nil
                        : Link(
                            say("오류 행 전부(CSV)", "All bad rows (CSV)"), page + "/errors.csv")
                ]),
            counts.recorded > 0 ? form(page) : nil,
            LinkRow(
                .actions, say("이 목록", "This list"),
                [Link(say("열 다시 맞추기", "Match the columns again"), page)]),
        ]
        return heading + rows(page) + rest.compactMap(\.self)
    }

    private var figures: [Figure] {
        [
            figure(say("정상", "Good"), counts.recorded, Won(counts.amount)),
            figure(
                say("경고", "Warnings"), sums.warnedRows, sums.warned,
                note: say(
                    "정상에 포함, 이견 \(counts.disputed)행",
                    "Among the good; \(counts.disputed) disputed")),
            figure(
                say("오류", "Bad"), counts.refused, sums.refused,
                note: say("읽은 금액만", "Of the amounts that can be read")),
            figure(
                say("중복 의심", "Like another"), counts.duplicates, sums.duplicates,
                note: say("경고에 포함", "Among the warnings")),
            figure(say("이미 등록됨", "On record"), counts.known, sums.known),
        ]
    }

    private func figure(
        _ label: String, _ count: Int, _ sum: Won, note: String? = nil
    ) -> Figure {
        Figure(
            label: label, value: Notation.grouped(Int64(count)), unit: say("행", " rows"),
            notes: [Notation.amount(sum, in: visitor.language), note].compactMap(\.self))
    }

    /// Which rows are shown, and the way to the others.
    private func rows(_ page: String) -> [any Part] {
        let most = ImportExcerpt.rowsMax
        let (caption, empty) =
            switch excerpt {
            case .problems:
                (
                    say(
                        "확인할 행, 처음 \(most)개까지. 행 번호는 파일의 것입니다.",
                        "Rows to look at, the first \(most); rows are numbered as in the file."),
                    say("확인할 행이 없습니다.", "No row needs a look.")
                )
            case .all:
                (
                    say(
                        "모든 행, 처음 \(most)개까지. 행 번호는 파일의 것입니다.",
                        "All rows, the first \(most); rows are numbered as in the file."),
                    say("행이 없습니다.", "There are no rows.")
                )
            }
        let ways = ImportExcerpt.allCases.map { other in
            Link(
                other == .all ? say("모든 행", "All rows") : say("확인할 행", "Rows to look at"),
                page + "/preview?\(Self.rowsParameter)=\(other.rawValue)",
                isCurrent: other == excerpt)
        }
        let table = JudgedRowTable(report: report, visitor: visitor).table(caption)
        return [
            LinkRow(.tabs, say("보일 행", "Rows to show"), ways),
            report.rows.isEmpty ? Empty(empty) : Scrolled(label: caption, part: table),
        ]
    }

    /// What is said of the whole list.
    private var remarks: Remarks {
        Remarks([
            report.earlier.map { no in
                say(
                    "같은 파일을 \(no)(으)로 이미 등록했습니다. 다시 등록하려면 사유를 쓰십시오.",
                    "This file was recorded as \(no). Give a reason to record it again.")
            }, report.hidden.text.map(say.text),
        ])
    }

    private func form(_ page: String) -> EntryForm {
        var fields: [any Part] = []
        if report.earlier != nil {
            var force = EntryField("force", say("다시 등록하는 사유", "Why it is recorded again"))
            force.errors = problems.texts(of: "force")
            force.lengthMax = 500
            fields.append(force)
        }
        var buttons: [EntryForm.Button] = []
        let count = Notation.grouped(Int64(counts.recorded))
        if counts.refused > 0 {
            buttons.append(
                EntryForm.Button(
                    text: say("정상 \(count)건만 등록", "Record the \(count) good ones"),
                    name: "rows", value: "valid", isPrimary: true))
        } else {
            buttons.append(
                EntryForm.Button(
                    text: say("\(count)건 등록", "Record \(count)"), name: "rows", value: "all",
                    isPrimary: true))
        }
        return EntryForm(
            action: page + "/preview", label: title, hidden: hidden, problems: problems,
            parts: fields, buttons: buttons)
    }
}
