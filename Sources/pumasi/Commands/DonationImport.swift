import ArgumentParser
import Foundation
import Hometown
import Interchange
import Ledger
import Schema
import Timetable
import Web

/// `pumasi donation import`: a list of donations from a file, tried or recorded.
struct DonationImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: .said("기부 목록을 등록합니다(일괄 등록).", "Record a list of donations (일괄 등록)."),
        discussion: .said(
            """
            열 이름을 한국어나 영어로 쓴 행이 있어야 합니다: 접수 구분, 받는 지자체, 금액, 기부일, 기부자 \
            번호와 그 밖의 항목. 그 위에 제목이 있어도 됩니다. 그 행, 글자 인코딩, 칸을 나누는 글자는 \
            정해 주지 않으면 알아냅니다. 모든 행이 정상이어야 등록합니다. --valid-rows-only는 정상 행만 \
            등록합니다. 오류 행이 있으면 5로 끝납니다.
            """,
            """
            A row names the columns, in Korean or English: 접수 구분, 받는 지자체, 금액, \
            기부일, 기부자 번호 and further fields of a donation; titles may stand above it. That \
            row, encoding and delimiter are found out unless they are said. Nothing is recorded \
            unless every row is good; --valid-rows-only records the good ones. Exit code 5 when \
            rows are rejected.
            """))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("파일. -는 표준 입력.", "The file; - reads standard input."), completion: .file())
    var file: String?

    @Option(
        name: .long,
        help: .said(
            "빈 양식(통합 문서)을 여기에 쓰고, 등록하지 않습니다.",
            "Write a workbook to be filled in here, and import nothing."),
        completion: .file())
    var template: String?

    @Flag(
        name: .long,
        help: .said("모든 행을 심사만 하고 기록하지 않습니다.", "Judge every row and record nothing."))
    var dryRun = false

    @Flag(
        name: .long,
        help: .said("오류 행이 있어도 정상 행은 등록합니다.", "Record the good rows even if others are bad."))
    var validRowsOnly = false

    @Option(
        name: .long,
        help: .said(
            "이미 등록한 파일을 다시 등록하는 사유.", "Why a file that was imported before is imported again."))
    var force: String?

    @Option(name: .long, help: .said("utf8이나 cp949. 없으면 알아냅니다.", "utf8 or cp949; else found out."))
    var encoding: EncodingOption?

    @Option(
        name: .long,
        help: .said(
            "칸을 나누는 글자: comma, semicolon, tab. 없으면 알아냅니다.",
            "What parts the cells: comma, semicolon or tab; else found out."))
    var delimiter: CSVDelimiter?

    @Option(
        name: .long,
        help: .said(
            "열 이름이 있는 행의 번호. 없으면 알아냅니다.",
            "The number of the row that names the columns; else found out."))
    var headerRow: Int?

    @Option(
        name: .long,
        help: .said(
            "csv(세미콜론이나 탭도), xlsx, ndjson. 없으면 이름에 따릅니다.",
            "csv (also with semicolons or tabs), xlsx or ndjson; else by name."))
    var format: ImportDraft.Format?

    @Option(
        name: .long,
        help: .said(
            "통합 문서의 시트. 없으면 숨기지 않은 첫 시트.",
            "The sheet of a workbook; else the first that is not hidden."))
    var sheet: String?

    @Option(
        name: .long,
        help: .said(
            "그 열이 없을 때 모든 행의 값: origin=intake.",
            "Of all rows, where the file has no such column: origin=intake."))
    var `default`: [String] = []

    @Option(
        name: .long,
        help: .said(
            "오류 행을 여기에 씁니다. 고쳐서 다시 등록합니다.",
            "Write rejected rows here, to be mended and imported."),
        completion: .file())
    var errorsFile: String?

    @OptionGroup var request: KeyOptions

    @Flag(name: .long, help: .said("진행을 보이지 않습니다.", "No progress."))
    var quiet = false

    func validate() throws {
        guard (file == nil) != (template == nil) else {
            throw ValidationError(
                .said(
                    "등록할 파일을 쓰거나, --template과 쓸 파일을 쓰십시오.",
                    "Give a file to import, or --template and a file to write."))
        }
        if let force, !(1...500).contains(force.unicodeScalars.count) {
            throw ValidationError(
                .said(
                    "--force: 사유를 1부터 500자까지 씁니다.",
                    "--force takes a reason of 1 to 500 characters."))
        }
        try WrittenText.check(force, "--force")
        if let headerRow, !ImportDraft.headerRows.contains(headerRow) {
            throw ValidationError(
                .said(
                    "--header-row: 1부터 \(ImportDraft.headerRows.upperBound)까지 씁니다.",
                    "--header-row takes 1 to \(ImportDraft.headerRows.upperBound)."))
        }
        guard errorsFile != "-" else {
            throw ValidationError(
                .said(
                    "--errors-file: 파일을 쓰십시오. 표준 출력에는 결과가 나갑니다.",
                    "--errors-file takes a file: standard output has the report."))
        }
        if let file, let errorsFile, DonationImport.isSame(file, errorsFile) {
            throw ValidationError(
                .said(
                    "--errors-file: 등록할 파일에 덮어쓰지 않습니다. 다른 이름을 쓰십시오.",
                    "--errors-file would overwrite the list itself: give another name."))
        }
        try FileEnding.check(errorsFile, "--errors-file", is: ["csv"])
        try FileEnding.check(template, "--template", is: ["xlsx"])
        _ = try defaults()
    }

    func run() async throws {
        if let template { return try await write(template: template) }
        guard let file else { return }
        let input = try InputFile(file)
        defer { input.discard() }
        var draft = ImportDraft(
            source: FileBytes(path: input.path),
            fileName: file == "-" ? nil : (file as NSString).lastPathComponent)
        draft.format =
            format ?? (file == "-" ? ImportDraft.Format(input) : ImportDraft.Format(fileName: file))
        draft.encoding = encoding?.encoding
        draft.delimiter = delimiter?.byte
        draft.headerRow = headerRow
        draft.sheet = sheet
        draft.defaults = try defaults()
        draft.keepsValidRows = validRowsOnly
        draft.forcedBecause = force
        let (brought, isDryRun) = (draft, dryRun)
        let follower = ImportFollower(
            errorsFile: errorsFile, isQuiet: quiet, language: options.language)
        let name = try options.actorName()
        let key = request.key ?? Randomness.system.identifier(at: HostClock.now).description
        if isDryRun, !options.json {
            Terminal.complain(GlobalOptions.nothingIsRecorded, options.language)
        }
        let answer: ImportAnswer
        do {
            answer = try await options.withLedger("import") { ledger in
                let author = try await ledger.author(.account, name: name)
                try await ledger.loadRegistry(Schema.governments, author: author)
                return isDryRun
                    ? try await ledger.tryImport(brought, listener: follower)
                    : try await ledger.importDonations(
                        brought, request: Request(author: author, key: key), listener: follower)
            }
        } catch {
            await follower.endLine()
            throw error
        }
        try await follower.finish()
        try say(answer)
    }

    /// Whether both lead to one file, by whatever names.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(one, &first) == 0 && stat(other, &second) == 0
            && first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    private func write(template path: String) async throws {
        let language = options.language
        let bytes = try await options.withLedger("import") { ledger in
            try DonationTemplate.workbook(
                await ledger.governments(), on: HostClock.now.koreanDate, language: language)
        }
        try Terminal.write(bytes, to: path)
        guard path != "-" else { return }
        Terminal.complain(
            Bilingual("빈 양식을 \(path)에 썼습니다.", "Wrote the template to \(path)."), language)
    }

    private func say(_ answer: ImportAnswer) throws {
        switch answer {
        case .recorded(let receipt, let report):
            options.say("\(receipt.no)\t\(receipt.id)\n" + text(of: report)) { writer in
                writer.field("no", receipt.no)
                writer.field("id", receipt.id)
                report.write(to: &writer, in: options.language)
            }
            try failIfRefused(report)
        case .tried(let report):
            options.say(text(of: report)) {
                $0.field("dry_run", true); show(report, &$0)
            }
            if !options.json {
                Terminal.complain(GlobalOptions.nothingIsRecorded, options.language)
            }
            try failIfRefused(report)
        case .rejected(let report):
            options.say(text(of: report)) { show(report, &$0) }
            throw ImportFailures.rejected(report.counts.refused, isPart: validRowsOnly)
        case .nothingNew(let report):
            options.say(text(of: report)) { show(report, &$0) }
            Terminal.complain(Self.nothingIsNew, options.language)
        case .replayed(let receipt):
            guard !options.json else {
                return Terminal.say(String(decoding: receipt.json, as: UTF8.self))
            }
            Terminal.say("\(receipt.no)\t\(receipt.id)")
        case .repeated(let no): throw ImportFailures.repeated(no)
        case .unreadable(let problem): throw ImportFailures.unreadable(problem)
        case .keyReused: throw ImportFailures.keyReused
        case .inFlight: throw ImportFailures.inFlight
        }
    }

    private func show(_ report: ImportReport, _ writer: inout JSONWriter) {
        report.write(to: &writer, in: options.language)
    }

    private func failIfRefused(_ report: ImportReport) throws {
        guard report.counts.refused > 0 else { return }
        throw ImportFailures.rejected(report.counts.refused, isPart: validRowsOnly)
    }

    private func text(of report: ImportReport) -> String {
        ImportText(report: report, language: options.language).lines.joined(separator: "\n")
    }

    /// `--default origin=intake`.
    private func defaults() throws -> [DonationField: String] {
        var defaults: [DonationField: String] = [:]
        for text in `default` {
            let sides = text.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, let field = DonationField(rawValue: String(sides[0])) else {
                throw ValidationError(
                    .said(
                        "\(text): API의 이름으로 FIELD=VALUE처럼 쓰십시오.",
                        "\(text): write it as FIELD=VALUE with the API's names."))
            }
            defaults[field] = String(sides[1])
        }
        return defaults
    }

    private static let nothingIsNew = Bilingual(
        "새로 등록할 행이 없습니다.", "No row is new; nothing was recorded.")
}

/// `--encoding cp949`.
struct EncodingOption: ExpressibleByArgument {
    static let utf8 = EncodingOption(encoding: .utf8)

    let encoding: TextEncoding

    var defaultValueDescription: String { encoding.rawValue }

    private init(encoding: TextEncoding) {
        self.encoding = encoding
    }

    init?(argument: String) {
        guard let encoding = TextEncoding(rawValue: argument.lowercased()) else { return nil }
        self.encoding = encoding
    }
}

extension CSVDelimiter: ExpressibleByArgument {}

extension ImportDraft.Format: ExpressibleByArgument {
    init(fileName: String) {
        switch (fileName as NSString).pathExtension.lowercased() {
        case "xlsx", "xlsm": self = .xlsx
        case "ndjson", "jsonl": self = .ndjson
        default: self = .csv
        }
    }

    /// By how it begins, where there is no name: a ZIP file, an object, or else cells.
    fileprivate init(_ input: InputFile) {
        self = input.begins(with: "PK\u{3}\u{4}") ? .xlsx : input.begins(with: "{") ? .ndjson : .csv
    }
}

extension Terminal {
    static func complain(_ text: Bilingual, _ language: Language) {
        complain(text.text(in: language))
    }
}
