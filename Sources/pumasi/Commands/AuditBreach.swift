import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi audit breach`: whose data was shown or taken out in a time.
struct AuditBreach: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "breach",
        abstract: .said(
            "누가 누구의 정보를 보거나 내려받았는지의 목록(유출 범위).",
            "List whose data was shown or taken out, and by whom (유출 범위)."),
        discussion: .said(
            """
            유출을 알리고 신고할 사람을 위한 것입니다. id, 번호, 아이디만 있고 사람의 이름은 없습니다.
            """,
            """
            For whoever has to tell people of a breach and to report it: ids, numbers and \
            logins, and nobody's name.
            """))

    @OptionGroup var output: OutputOptions

    @Option(
        name: .long,
        help: .said(
            "첫날(한국 날짜)이나 시각: 2026-03-02T09:00:00+09:00.",
            "The first day in Korea, or a time: 2026-03-02T09:00:00+09:00."))
    var from: String

    @Option(
        name: .long,
        help: .said(
            "마지막 날(한국 날짜)이나 끝 시각.", "The last day in Korea, or the time at which it was over."))
    var to: String

    @Option(
        name: .long,
        help: .said(
            "이 사람이 한 것만: 아이디나 토큰 이름.", "By whom alone: a login, or the name of a token."),
        completion: .name(of: .account))
    var author: String?

    /// Days are whole.
    private var time: Range<Instant>? {
        let begin = CivilDate(from).map { Instant(beginningOf: $0) } ?? Instant(from)
        let end = CivilDate(to).map { Instant(beginningOf: $0.adding(days: 1)) } ?? Instant(to)
        guard let begin, let end, begin < end else { return nil }
        return begin..<end
    }

    func validate() throws {
        guard time != nil else {
            throw ValidationError(
                .said(
                    "--from과 --to: 날짜나 시각을 2026-01-31이나 "
                        + "2026-01-31T09:00:00+09:00처럼, 이른 것을 먼저 쓰십시오.",
                    "--from and --to take days or times, as in 2026-01-31 or "
                        + "2026-01-31T09:00:00+09:00, the earlier first."))
        }
    }

    func run() async throws {
        guard let time else { return }
        let author = author
        let found = try await options.withLedger("audit") { ledger in
            let found = try await ledger.breach(in: time, authorName: author)
            if let found, found.rows.isEmpty { try await ledger.checkNames(author: author) }
            return found
        }
        guard let found else { throw AuditBreach.tooMany }
        var table = TextTable(
            [
                ("누구의", "WHOSE"), ("기부자", "DONOR"), ("무엇", "WHAT"), ("누가", "WHO"), ("횟수", "TIMES"),
                ("처음", "FIRST"), ("마지막", "LAST"),
            ], in: options.language)
        for row in found.rows {
            table.add(
                [
                    row.no ?? row.id.description, row.donor?.description ?? "-",
                    row.action.rawValue, row.author?.name ?? "-", "\(row.times)",
                    row.firstAt.koreanText, row.lastAt.koreanText,
                ], said: ["WHAT": row.action.title])
        }
        try output.say(table) { found.write(of: time, to: &$0) }
        guard !options.json else { return }
        Terminal.complain(
            Bilingual(
                "기록 \(found.thingCount)건, 기부자 번호 \(found.donorCount)개",
                "Things: \(found.thingCount); keys of donors: \(found.donorCount)."),
            options.language)
        for export in found.unnamed {
            let (at, who) = (export.at.koreanText, export.author?.name ?? "-")
            Terminal.complain(
                Bilingual(
                    "\(at) \(who): 항목 \(export.count)건을 내려받음. 무엇인지는 적혀 있지 않음",
                    "\(at) \(who): took \(export.count) entries away, which are not named."),
                options.language)
        }
        if let begin = found.logBegin, time.lowerBound < begin {
            Terminal.complain(AuditBreach.unlogged(before: begin), options.language)
        }
    }

    /// That nothing is found of a time whose log was discarded must not be read as nobody having
    /// looked.
    private static func unlogged(before begin: Instant) -> Bilingual {
        let at = begin.koreanText
        return Bilingual(
            "접속기록은 \(at)부터 빠짐없이 있습니다. 그 전에 누가 무엇을 보았는지는 다 알 수 없습니다.",
            "The access log is whole from \(at) on. Who saw what before may not be known.")
    }

    private static let tooMany = CommandFailure(
        .rejected,
        Bilingual(
            "\(Breach.rowsMax)줄이 넘습니다.", "There are more than \(Breach.rowsMax) rows."),
        hint: Bilingual(
            "기간을 나누거나 --author를 쓰십시오.", "Divide the time, or say by whom with --author."))
}

extension Breach {
    fileprivate func write(of time: Range<Instant>, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("from", time.lowerBound)
            writer.field("to", time.upperBound)
            writer.field("log_from", logBegin)
            writer.field("things", thingCount)
            writer.field("donors", donorCount)
            writer.array("items", rows) { row, writer in
                writer.object { writer in
                    writer.field("kind", row.kind?.rawValue)
                    writer.field("id", row.id)
                    writer.field("no", row.no)
                    writer.field("donor", row.donor)
                    writer.field("action", row.action.rawValue)
                    writer.field("author", row.author?.name)
                    writer.field("times", row.times)
                    writer.field("first_at", row.firstAt)
                    writer.field("last_at", row.lastAt)
                }
            }
            writer.array("unnamed", unnamed) { export, writer in
                writer.object { writer in
                    writer.field("at", export.at)
                    writer.field("author", export.author?.name)
                    writer.field("count", export.count)
                }
            }
        }
    }
}
