import Hometown
import Ledger
import Transparency

/// 최근 요약. The newest filed summary and its files.
struct SummaryCard {
    struct File {
        let path: String
        let label: String
        let size: String
        let hash: String
        let hashShort: String
    }

    let title: String
    let facts: [Label]
    let files: [File]

    init(_ record: SummaryRecord, _ say: Phrases) {
        let summary = record.summary
        title = summary.title.text(in: say.language)
        facts = [
            Label(say.say("기준", "As of"), say.moment(summary.scheduledFor)),
            Label(say[.logSize], say.number(summary.logSize)),
            Label(say[.summaryNo], summary.no),
        ]
        // The page's own language first.
        let record = record.published
        let own = record.files.filter { $0.name.hasSuffix(".\(say.language.rawValue).html") }
        let others = record.files.filter { file in !own.contains(file) }
        files = (own + others).map { file in
            let hash = file.sha256.description
            return File(
                path: "/api/v1/reports/\(summary.id)/files/\(file.name)",
                label: SummaryCard.label(of: file, say), size: say.size(file.byteCount),
                hash: hash, hashShort: String(hash.prefix(12)))
        }
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
