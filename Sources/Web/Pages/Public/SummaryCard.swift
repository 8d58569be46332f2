import Hometown
import Ledger
import Transparency

/// 최근 요약. The newest filed summary and its files.
struct SummaryCard: Part {
    struct File {
        let path: String
        let label: String
        let size: String
        let hash: String
    }

    let title: String
    /// Where the report is read, if it can be.
    let href: String?
    let facts: [Label]
    let files: [File]

    init(_ record: SummaryRecord, at href: String?, _ visitor: Visitor) {
        let (summary, say) = (record.summary, visitor.say)
        title = summary.title.text(in: say.language)
        self.href = href
        facts = [
            Label(say.say("기준", "As of"), say.moment(summary.asOf)),
            Label(say[.logSize], say.number(summary.logSize)),
            Label(say[.summaryNo], summary.no),
        ]
        // What everybody may have; the console shows all of them on the report's page.
        files = SummaryCard.files(record.published, say)
    }

    /// The office's before everybody's, those in the page's own language first, and within them
    /// what people read before what machines do.
    static func files(_ record: SummaryRecord, _ say: Phrases) -> [File] {
        let forms: [RenderedSummary.Form] = [.html, .hwpx, .xlsx, .csv, .json]
        func rank(_ file: SummaryFile) -> [Int] {
            let isPublished = RenderedSummary.isPublished(file.name)
            let isForeign = !file.name.contains(".\(say.language.rawValue).")
            let form = forms.firstIndex { file.name.hasSuffix(".\($0.rawValue)") }
            return [isPublished ? 1 : 0, isForeign ? 1 : 0, form ?? forms.count]
        }
        let ranked = record.files.sorted { one, other in
            rank(one).lexicographicallyPrecedes(rank(other))
        }
        return ranked.map { file in
            File(
                path: "/api/v1/reports/\(record.summary.id)/files/\(file.name)",
                label: label(of: file, say), size: say.size(file.byteCount),
                hash: file.sha256.description)
        }
    }

    func write(to writer: inout MarkupWriter) {
        writer.element("div", ["class": "card"]) { writer in
            writer.element("h3", [:]) { writer in
                if let href { Link(title, href).write(to: &writer) } else { writer.text(title) }
            }
            writer.element("dl", ["class": "facts"]) { writer in
                for fact in facts { fact.write(to: &writer) }
            }
            LinkRow(.files, title, files.map { Link("\($0.label) \($0.size)", $0.path) })
                .write(to: &writer)
        }
        writer.raw("\n")
    }

    private static func label(of file: SummaryFile, _ say: Phrases) -> String {
        let kinds: [(suffix: String, text: String)] = [
            (".ko.html", say[.reportKorean]), (".en.html", say[.reportEnglish]),
            (".json", say[.reportData]), (".hwpx", say.say("한글 문서", "Hangul document")),
            (".xlsx", say.say("엑셀 표", "Workbook")), (".csv", say.say("상세 내역", "Rows")),
        ]
        guard let kind = kinds.first(where: { file.name.hasSuffix($0.suffix) }) else {
            return file.name
        }
        let format = file.name.split(separator: ".").last.map { $0.uppercased() } ?? ""
        return say.say("\(kind.text)(\(format))", "\(kind.text) (\(format))")
    }
}
