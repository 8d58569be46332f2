import ArgumentParser
import Foundation
import Hometown
import Interchange
import Ledger
import Timetable
import Transparency
import Web

/// `pumasi audit`: what was done with the ledger, by whom and from where.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: .said("누가 누구의 정보로 무엇을 했는지(감사 기록).", "Who did what with whose data (감사 기록)."),
        subcommands: [
            AuditList.self, AuditBreach.self, AuditBundle.self, AuditDiscard.self,
        ])
}

/// `pumasi audit list`: entries and the access log, newest first.
struct AuditList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("한 일의 목록, 새것부터.", "List what was done, newest first."))

    @OptionGroup var output: OutputOptions

    @Option(
        name: .long,
        help: .said("누가: 아이디나 토큰 이름.", "Who: a login, or the name of a token."),
        completion: .name(of: .account))
    var author: String?

    @Option(
        name: .long,
        help: .said("누구의: 기부나 인물의 번호나 id.", "Whose: a donation or a person by number or id."),
        completion: .number(of: .donation))
    var subject: String?

    @Option(
        name: .long,
        help: .said(
            "무엇을: recorded, read, exported, signed_in …",
            "What was done: recorded, read, exported, signed_in …"))
    var action: String?

    @Option(name: .long, help: .said("한국 날짜로 이날부터.", "On this day in Korea or later."))
    var from: String?

    @Option(name: .long, help: .said("한국 날짜로 이날까지.", "On this day in Korea or earlier."))
    var to: String?

    @OptionGroup var list: ListOptions

    func run() async throws {
        let given = [
            ("author", author), ("subject", subject), ("action", action), ("from", from),
            ("to", to),
        ]
        let filter = try AuditForm.filter(
            Query(
                given.compactMap { name, text in
                    text.map { (name, $0) }
                }))
        let rowsMax = list.rowsMax
        let records = try await options.withLedger("audit") { ledger in
            var (records, place): ([AuditRecord], AuditPlace?) = ([], nil)
            repeat {
                let page = try await ledger.audit(
                    filter, before: place, rowsMax: rowsMax - records.count)
                records += page.records
                place = page.next
            } while place != nil && records.count < rowsMax
            if records.isEmpty {
                try await ledger.checkNames(author: filter.authorName, subject: filter.subject)
            }
            return records
        }
        var table = TextTable(
            [
                ("시각", "AT"), ("누가", "WHO"), ("무엇", "WHAT"), ("누구의", "WHOSE"), ("어디서", "FROM"),
                ("범위", "SCOPE"), ("사유", "REASON"),
            ], in: options.language)
        for record in list.shown(records) {
            let others = record.subjectCount - 1
            let whose = record.firstNo ?? record.subjects.first?.description
            table.add(
                [
                    record.at.koreanText, record.author?.name ?? "-", record.deed.name,
                    (whose ?? "-") + (others > 0 ? " +\(others)" : ""), record.address ?? "-",
                    record.scope ?? "-", record.reason ?? "-",
                ], said: ["WHAT": record.deed.title])
        }
        try output.say(table, items: records, upTo: list) { $0.write(to: &$1) }
    }
}

extension Ledger {
    /// That nothing is found of a name that was mistyped must not be read as nothing having been
    /// done.
    /// - Throws: `CommandFailure` 3 for whom and what the ledger never had, `LedgerFailure`.
    func checkNames(author: String?, subject: Reference? = nil) async throws {
        if let author, try await !hasAuthor(named: author) {
            throw CommandFailure(
                .notFound,
                Bilingual(
                    "\(author)(이)라는 이름으로 이 원장을 쓴 사람이나 프로그램이 없습니다.",
                    "Nobody and no program has used this ledger as \(author)."),
                hint: Bilingual(
                    "pumasi audit list의 두 번째 칸에 그 이름이 있습니다.",
                    "The second column of pumasi audit list has their names."))
        }
        if let subject { _ = try await thing(.thing(subject)).found(subject.text) }
    }
}

/// `pumasi audit bundle`: evidence of some days for whoever judges them elsewhere.
struct AuditBundle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: .said(
            "며칠 동안의 증거를 ZIP 파일로 씁니다.", "Write the evidence of some days as a ZIP file."),
        discussion: .said(
            """
            바이트 그대로의 항목, 잎 해시, 포함 증명, 서명한 체크포인트, 접속기록, 올라온 요약 보고. \
            확인하는 방법은 그 안의 README.txt에 있습니다.
            """,
            """
            Entries byte for byte, leaf hashes, inclusion proofs, the signed checkpoint, the \
            access log and the filed reports. README.txt in it says how to check them.
            """))

    @OptionGroup var options: GlobalOptions

    @Option(name: .long, help: .said("첫날, 한국 날짜.", "The first day, in Korea."))
    var from: String

    @Option(name: .long, help: .said("마지막 날, 한국 날짜.", "The last day, in Korea."))
    var to: String

    @Option(name: .long, help: .said("원장 밖으로 내보내는 사유.", "Why it leaves the ledger."))
    var reason: String

    @Option(
        name: .shortAndLong,
        help: .said(
            "쓸 파일. 다 써야 나타납니다. -는 표준 출력.",
            "The file to write, which appears once it is whole; - is standard output."),
        completion: .file())
    var output: String

    func validate() throws {
        try ReasonText.check(reason, charactersMax: Access.textCharactersMax)
        guard let first = CivilDate(from), let last = CivilDate(to), first <= last else {
            throw ValidationError(
                .said(
                    "--from과 --to: 날짜를 2026-01-31처럼, 이른 것을 먼저 쓰십시오.",
                    "--from and --to take days, as in 2026-01-31, the earlier first."))
        }
        try FileEnding.check(output, "--output", is: ["zip"])
    }

    func run() async throws {
        guard let first = CivilDate(from), let last = CivilDate(to) else { return }
        try ExportReason.refuseResidentNumber(in: self.reason)
        let (name, reason) = (try options.actorName(), reason)
        let key = try options.configuration().signing.key()?.verifier
        let bundle = EvidenceBundle(days: first...last, key: key)
        let made = try OutputFile(output)
        do {
            let count = try await options.withLedger("audit") { ledger in
                guard let file = FileHandle(forUpdatingAtPath: made.draft) else {
                    throw Terminal.unwritable(made.draft)
                }
                let author = try await ledger.author(.account, name: name)
                return try await ledger.write(
                    bundle, to: file,
                    origin: AccessOrigin(
                        author: author.id, address: nil, scope: GlobalOptions.commandLine),
                    reason: reason)
            }
            guard let count else { throw AuditBundle.tooMany }
            try made.appear()
            Terminal.complain(
                Bilingual(
                    "항목 \(count)건의 증거를 \(made.title.korean)에 썼습니다.",
                    "Wrote the evidence of \(count) entries to \(made.title.english)."),
                options.language)
        } catch {
            made.discard()
            throw error
        }
    }

    private static let tooMany = CommandFailure(
        .rejected,
        Bilingual(
            "한 묶음에는 항목 \(EvidenceBundle.entriesMax)건까지 담습니다.",
            "A bundle takes \(EvidenceBundle.entriesMax) entries."),
        hint: Bilingual("기간을 나누십시오.", "Divide the days."))
}

/// `pumasi audit discard`: as the owner of the database, by `database.ownerUrl` where it is set.
struct AuditDiscard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard",
        abstract: .said("접속기록 한 달 치를 지웁니다(파기).", "Take away a month of the access log (파기)."),
        discussion: .said(
            "2년이 지난 달만 지웁니다. 지운 사실은 남습니다.",
            "A month goes once it is older than two years; the log keeps that it went."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("달, 예: 2026-01.", "The month, as in 2026-01."))
    var month: String

    @Option(name: .long, help: .said("사유.", "Why."))
    var reason: String

    @OptionGroup var confirmation: ConfirmationOptions

    func validate() throws {
        guard CivilDate("\(month)-01") != nil else {
            throw ValidationError(.said("달은 2026-01처럼 씁니다.", "A month is written 2026-01."))
        }
        try ReasonText.check(reason, charactersMax: Access.textCharactersMax)
    }

    func run() async throws {
        guard let day = CivilDate("\(month)-01") else { return }
        try ExportReason.refuseResidentNumber(in: reason)
        try await confirmation.confirm(in: options.language) {
            let rows = try await discard(day, isRehearsal: true)
            return Bilingual(
                "\(month)의 접속기록 \(rows)개 행을 지웁니다. 되돌릴 수 없습니다.",
                "The access log of \(month) (rows: \(rows)) is deleted and cannot be had back.")
        }
        let rows = try await discard(day)
        options.say("\(rows)") { $0.field("discarded", rows) }
    }

    /// - Returns: how many rows it had.
    private func discard(_ day: CivilDate, isRehearsal: Bool = false) async throws -> Int64 {
        let reason = reason
        let outcome = try await options.withDatabase("audit") { database in
            try await database.ownersSchema.discardAccesses(
                of: day, reason: reason, isRehearsal: isRehearsal)
        }
        switch outcome {
        case .gone(let rows): return rows
        case .absent: throw CommandFailure.unknown(month)
        case .kept:
            throw CommandFailure(
                .rejected,
                Bilingual(
                    "\(month)의 접속기록은 2년이 지나지 않았습니다.",
                    "The access log of \(month) is not two years old yet."))
        }
    }
}
