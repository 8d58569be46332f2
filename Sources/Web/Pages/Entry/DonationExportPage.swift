import Hometown
import Ledger

/// 기부 내려받기 화면. Which donations, as what sort of file, and why.
struct DonationExportPage {
    static let path = "/donations/export"

    let fields: EntryFields

    private var say: Phrases { fields.say }

    /// As the list has them.
    private var further: [EntryField] {
        DonationCondition.shown { fields.form[$0] }.map { condition in
            let title = say.text(condition.title)
            return switch condition.sort {
            case .text(let hint): fields.text(condition.name, title, help: say.text(hint))
            case .government: fields.government(condition.name, title)
            case .amount(let hint): fields.text(condition.name, title, help: say.text(hint))
            case .choice(let options):
                fields.choice(condition.name, title, [("", say("모두", "All"))] + options(say))
            }
        }
    }

    var sheet: EntrySheet {
        EntrySheet(
            title: say("기부 내려받기", "Export donations"),
            lead: say(
                "개인정보가 원장 밖으로 나갑니다. 누가 왜 받았는지 남습니다.",
                "Personal data leaves the ledger; who took it and why is recorded."),
            path: Self.path, pattern: Self.path, back: "/donations",
            button: Bilingual("내려받기", "Export"), isDownload: true,
            parts: [
                EntryGroup(
                    legend: say("어느 기부", "Which donations"), kind: "line",
                    parts: [
                        fields.government("recipient", say("받는 지자체", "Recipient")),
                        fields.date("from", say("기부한 날부터", "From"), isFirst: true),
                        fields.date("to", say("까지", "To")),
                        fields.text(
                            "q", say("찾는 말", "Words"),
                            help: say("이름, 초성, 10만 등", "A name, an amount and the like")),
                        fields.choice(
                            "status", say[.status],
                            [("", say("모두", "All"))]
                                + DonationQuery.Status.allCases.map { ($0.rawValue, say[$0]) }),
                    ] + further),
                EntryGroup(
                    legend: say("파일", "File"), kind: "line",
                    parts: [
                        fields.radios(
                            "format", say("형식", "Format"),
                            [
                                (
                                    DonationListWriter.Format.xlsx.rawValue,
                                    say("엑셀(XLSX)", "workbook (XLSX)")
                                ), (DonationListWriter.Format.csv.rawValue, "CSV"),
                                (DonationListWriter.Format.ndjson.rawValue, "NDJSON"),
                            ]),
                        fields.text("reason", say("내려받는 사유", "Why it is exported")) {
                            $0.isRequired = true
                            $0.lengthMax = Access.textCharactersMax
                        },
                    ]),
            ],
            after: [
                Block(
                    "columns", say("파일의 열", "Columns of the file"),
                    intro: say(
                        "취소·반환된 기부는 그 아래에 금액이 음수인 행이 더 있습니다. 엑셀은 요약 시트에 행 수와 합계가 있습니다. "
                            + "파일은 일괄 등록에 그대로 쓸 수 있고 두 번 등록되지 않습니다.",
                        "What was reversed or returned is followed by a row with a negative "
                            + "amount; a workbook tells rows and sum on its summary sheet. The "
                            + "file can be imported as it is, and nothing doubles."
                    ),
                    [
                        Table(
                            say("열 이름과 API의 이름", "Title of a column and its name in the API"),
                            columns: [
                                .init(say("열", "Column")), .init(say("이름", "Name")),
                            ],
                            rows: zip(
                                DonationExport.titles(in: say.language), DonationExport.names
                            ).map { [Cell($0), .code($1)] }, kind: "plain")
                    ])
            ])
    }
}
