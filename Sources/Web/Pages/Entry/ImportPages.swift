import Hometown
import Interchange
import Ledger

/// 일괄 등록 단계. The four steps of the wizard, one of them at hand.
struct ImportSteps: Part {
    enum Step: Int, CaseIterable {
        case file, columns, preview, result
    }

    let say: Phrases
    let at: Step

    func write(to writer: inout MarkupWriter) {
        writer.element("ol", ["class": "wizard"]) { writer in
            for step in Step.allCases {
                writer.tag(
                    "li",
                    [
                        ("aria-current", step == at ? "step" : nil),
                        ("class", step.rawValue < at.rawValue ? "done" : nil),
                    ]
                ) { $0.text(title(of: step)) }
            }
        }
        writer.raw("\n")
    }

    private func title(of step: Step) -> String {
        switch step {
        case .file: say("파일", "File")
        case .columns: say("열 맞추기", "Columns")
        case .preview: say("미리보기", "Preview")
        case .result: say("결과", "Result")
        }
    }
}

/// The first step: which list, and how what it lacks is to be filled in.
struct ImportFilePage {
    static let path = "/imports/new"
    static let fileField = "file"
    static let listField = "list"

    let visitor: Visitor
    let limits: ImportLimits
    let form: PostedForm
    let problems: EntryProblems
    let hidden: [(name: String, value: String)]

    private var say: Phrases { visitor.say }
    var title: String { say("목록 올리기", "Import donations") }

    var parts: [any Part] {
        let rows = Notation.grouped(Int64(limits.rowsMax))
        let help = say(
            "\(limits.fileMiBMax) MiB, \(rows)행까지. "
                + "더 긴 목록은 운영자에게 맡기십시오(pumasi donation import).",
            "Up to \(limits.fileMiBMax) MiB and "
                + "\(rows) rows; longer lists go through "
                + "pumasi donation import.")
        var file = EntryField(
            Self.fileField, say("파일(XLSX, CSV, TSV, NDJSON)", "File (XLSX, CSV, TSV, NDJSON)"),
            .file(types: ".xlsx,.csv,.tsv,.txt,.ndjson"))
        file.help = help
        file.errors = problems.texts(of: Self.fileField)
        file.isFocused = problems.isEmpty
        var list = EntryField(
            Self.listField, say("또는 표에서 복사해 붙여 넣기", "Or paste from a spreadsheet"), .lines(6))
        list.help = say("첫 줄은 열 이름입니다.", "The first line names the columns.")
        // Cell by cell: a tab parts two cells, not two halves of one number.
        list.value = (form[Self.listField] ?? "").split(
            separator: "\t", omittingEmptySubsequences: false
        ).map { ResidentNumber.redacting(String($0)) }.joined(separator: "\t")
        list.errors = problems.texts(of: Self.listField)
        let origin = Self.origin(form[DonationField.origin.rawValue], say)
        return [
            Title(
                title,
                lead: say(
                    "기록하기 전에 모든 행을 심사해 보여 줍니다.",
                    "Every row is judged and shown before anything is recorded."),
                actions: [
                    Link(
                        say("빈 양식(XLSX)", "Template (XLSX)"),
                        visitor.path("/imports/template.xlsx"), kind: "button")
                ]),
            ImportSteps(say: say, at: .file),
            EntryForm(
                action: visitor.path(Self.path), label: title, hidden: hidden, problems: problems,
                isMultipart: true, parts: [file, list, origin],
                buttons: [EntryForm.Button(text: say("다음", "Next"), isPrimary: true)],
                cancel: Link(say("이력으로", "To the history"), visitor.path("/imports"))),
        ]
    }
}

extension ImportFilePage {
    /// 접수·공표 구분. Of all rows alike, where no column says so of each.
    static func origin(_ value: String?, _ say: Phrases) -> EntryField {
        var field = EntryField(
            DonationField.origin.rawValue, say("접수·공표 구분", "Taken in or reported"),
            .radios([
                ("", say("목록의 열에 있음", "It is in the list")),
                (Origin.intake.rawValue, say("모두 접수한 기부", "All taken in")),
                (Origin.reported.rawValue, say("모두 공표된 기부", "All reported")),
            ]))
        field.value = value ?? ""
        return field
    }
}

/// The second step: what each column holds.
struct ImportColumnsPage {
    static let path = "/imports/new/{id}"

    let visitor: Visitor
    let id: Identifier
    let survey: ImportSurvey
    let draft: ImportDraft
    let problems: EntryProblems
    let hidden: [(name: String, value: String)]

    /// What was typed there and is no row of the list.
    var headerRow: String?

    /// Lets the list go.
    static let dropButton = "drop"

    private var say: Phrases { visitor.say }
    var title: String { say("열 맞추기", "Match the columns") }

    /// Of the choice for a column, by its place.
    static func field(_ index: Int) -> String { "column[\(index)]" }

    var parts: [any Part] {
        let heading: [(any Part)?] = [
            Title(title, lead: draft.fileName), ImportSteps(say: say, at: .columns), recalled,
        ]
        let form = EntryForm(
            action: visitor.path("/imports/new/\(id)"), label: title, hidden: hidden,
            problems: problems,
            attributes: [
                ("data-draft", "/imports/new/\(id)"),
                ("data-refused", problems.isEmpty ? nil : ""),
            ],
            parts: [DraftNote(say: say), reading] + origin
                + survey.header.indices.compactMap(column),
            buttons: [
                EntryForm.Button(text: say("미리보기", "Preview"), isPrimary: true),
                EntryForm.Button(
                    text: say("목록 버리기", "Drop the list"), name: Self.dropButton, value: "1"),
            ],
            cancel: Link(say("다른 파일", "Another file"), visitor.path(ImportFilePage.path)))
        return heading.compactMap(\.self) + [form]
    }

    /// Says where the choices come from, until somebody has looked at them.
    private var recalled: Notice? {
        guard draft.isMappingRemembered else { return nil }
        return Notice(
            kind: "information",
            title: say(
                "지난번과 같은 열 제목이라 그때의 선택을 씁니다.",
                "The columns have the same titles as last time, so what was chosen then is used."),
            text: say("다르면 아래에서 고치십시오.", "Change below what is different now."))
    }

    /// What no column of the list says can be said here too.
    private var origin: [any Part] {
        guard !survey.columns.contains(DonationColumn.field(.origin)) else { return [] }
        return [ImportFilePage.origin(draft.defaults[.origin], say)]
    }

    /// How the bytes were read; each can be changed.
    private var reading: EntryGroup {
        var fields: [any Part] = []
        if !survey.sheets.isEmpty {
            var sheet = EntryField(ImportReadingForm.sheetField, say("시트", "Sheet"))
            sheet.control = .choice(survey.sheets.map { ($0, $0) })
            sheet.value = draft.sheet ?? survey.sheets[0]
            fields.append(sheet)
        } else if let found = survey.encoding {
            var encoding = EntryField(
                ImportReadingForm.encodingField, say("글자 인코딩", "Encoding"))
            encoding.control = .choice(
                [TextEncoding.utf8, .cp949].map { ($0.rawValue, $0.title) })
            encoding.value = found.rawValue
            encoding.help = say("알아낸 것입니다.", "As it was found out.")
            fields.append(encoding)
        }
        if let found = survey.delimiter {
            var delimiter = EntryField(
                ImportReadingForm.delimiterField, say("구분 기호", "Delimiter"))
            delimiter.control = .choice(
                CSVDelimiter.allCases.map { ("\($0.byte)", title(of: $0)) })
            delimiter.value = "\(found)"
            delimiter.help = say("칸을 나누는 글자", "What parts the cells")
            fields.append(delimiter)
        }
        if draft.format != .ndjson {
            let name = ImportReadingForm.headerRowField
            var row = EntryField(name, say("열 이름이 있는 행", "Row that names the columns"))
            row.value = headerRow ?? "\(survey.headerRow)"
            row.help = say("파일의 행 번호", "Numbered as in the file")
            row.inputMode = "numeric"
            row.errors = problems.texts(of: name)
            fields.append(row)
        }
        return EntryGroup(
            legend: say("읽은 방법", "How it was read"), kind: "line", parts: fields)
    }

    private func title(of delimiter: CSVDelimiter) -> String {
        switch delimiter {
        case .comma: say("쉼표 ,", "Comma ,")
        case .semicolon: say("쌍반점 ;", "Semicolon ;")
        case .tab: say("탭", "Tab")
        }
    }

    private func column(_ index: Int) -> EntryField? {
        let word = survey.header[index]
        guard !word.isEmpty else { return nil }
        var field = EntryField(Self.field(index), word)
        field.control = .choice(
            [("", say("읽지 않음", "Do not read"))]
                + DonationColumn.allCases.map { ($0.name, $0.title.text(in: visitor.language)) })
        field.value = survey.columns[index]?.name ?? ""
        let values = survey.sample.compactMap { index < $0.count ? $0[index] : nil }
            .filter { !$0.isEmpty }
        field.help =
            values.isEmpty
            ? say("비어 있음", "empty") : say("예: ", "Such as ") + values.joined(separator: " · ")
        field.errors = problems.texts(of: Self.field(index))
        return field
    }
}

/// The fourth step while it is on its way.
struct ImportProgressPage {
    let visitor: Visitor
    let id: Identifier
    let progress: ImportProgress?

    private var say: Phrases { visitor.say }
    var title: String { say("등록 중", "Recording") }

    var parts: [any Part] {
        let rows = Notation.grouped(Int64(progress?.rows ?? 0))
        return [
            Title(title), ImportSteps(say: say, at: .result),
            Notice(
                kind: "information", title: say("\(rows)행까지 심사했습니다.", "\(rows) rows judged."),
                text: say(
                    "이 화면을 닫아도 등록은 계속되고, 오늘 화면에서 다시 볼 수 있습니다.",
                    "It goes on when this page is closed; the page of today leads back to it.")),
            Link(
                say("새로고침", "Look again"), visitor.path("/imports/new/\(id)/result"),
                kind: "button"),
        ]
    }
}
