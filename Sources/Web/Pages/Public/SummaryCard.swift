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

    let title: Link
    let facts: [Label]
    let files: [File]

    init(_ record: SummaryRecord, _ visitor: Visitor) {
        let (summary, say) = (record.summary, visitor.say)
        title = Link(
            summary.title.text(in: say.language), visitor.path("/p/reports/\(summary.id)"))
        facts = [
            Label(say.say("기준", "As of"), say.moment(summary.asOf)),
            Label(say[.logSize], say.number(summary.logSize)),
            Label(say[.summaryNo], summary.no),
        ]
        // What everybody may have; the console shows all of them on the report's page.
        files = SummaryCard.files(record.published, say)
    }

    /// Those in the page's own language first.
    static func files(_ record: SummaryRecord, _ say: Phrases) -> [File] {
        let own = record.files.filter { $0.name.hasSuffix(".\(say.language.rawValue).html") }
        let others = record.files.filter { file in !own.contains(file) }
        return (own + others).map { file in
            File(
                path: "/api/v1/reports/\(record.summary.id)/files/\(file.name)",
                label: label(of: file, say), size: say.size(file.byteCount),
                hash: file.sha256.description)
        }
    }

    func write(to writer: inout MarkupWriter) {
        writer.element("div", ["class": "card"]) { writer in
            writer.element("h3", [:]) { title.write(to: &$0) }
            writer.element("dl", ["class": "facts"]) { writer in
                for fact in facts { fact.write(to: &writer) }
            }
            LinkRow(.files, title.text, files.map { Link("\($0.label) \($0.size)", $0.path) })
                .write(to: &writer)
        }
        writer.raw("\n")
    }

    private static func label(of file: SummaryFile, _ say: Phrases) -> String {
        let kinds: [(suffix: String, wording: Wording)] = [
            (".ko.html", .reportKorean), (".en.html", .reportEnglish), (".json", .reportData),
        ]
        guard let kind = kinds.first(where: { file.name.hasSuffix($0.suffix) }) else {
            return file.name
        }
        let format = file.name.split(separator: ".").last.map { $0.uppercased() } ?? ""
        return say.say("\(say[kind.wording])(\(format))", "\(say[kind.wording]) (\(format))")
    }
}
