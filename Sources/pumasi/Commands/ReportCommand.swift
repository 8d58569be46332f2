import ArgumentParser
import Hometown
import Ledger
import Summaries
import Web

/// `pumasi report`: what the schedules filed.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: .said("올라온 요약 보고.", "Filed summaries."),
        subcommands: [ReportList.self, ReportShow.self])

    /// The id of a report, by its id or its number.
    /// - Returns: `nil` for what can be neither, and for a number that no report has.
    /// - Throws: `LedgerFailure`.
    static func id(of report: String, in ledger: Ledger) async throws -> Identifier? {
        guard let reference = Reference(report) else { return nil }
        return try await ledger.identifier(of: reference, .summary)
    }
}

/// `pumasi report list`: newest first.
struct ReportList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("최근 요약 보고의 목록.", "List the newest summaries."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let rowsMax = list.rowsMax
        let summaries = try await options.withLedger("report") { ledger in
            try await ledger.summaries(rowsMax: rowsMax)
        }
        var table = TextTable(
            [
                ("번호", "NO"), ("기간", "PERIOD"), ("제목", "TITLE"), ("올린 때", "FILED"), ("ID", "ID"),
            ], in: options.language)
        for summary in list.shown(summaries) {
            table.add([
                summary.no, summary.period, summary.title.text(in: options.language),
                summary.recordedAt.koreanText, summary.id.description,
            ])
        }
        let reader = options.reader
        try output.say(table, items: summaries, upTo: list) { $0.write(to: &$1, for: reader) }
    }
}

/// `pumasi report show`: what is known of one, or with `--file` one of its files as it was filed.
struct ReportShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .said("요약 보고를 보이거나 그 파일 하나를 씁니다.", "Show a summary, or write one of its files."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said(
            "id나 번호. report list가 보입니다.", "Its id or its number, as report list shows them."),
        completion: .number(of: .summary))
    var report: String

    @Option(
        name: .long,
        help: .said(
            "이 파일을 바이트 그대로 표준 출력에 씁니다.", "Write this file to standard output, byte for byte."))
    var file: String?

    @Option(
        name: .long,
        help: .said(
            "html, hwpx, xlsx, csv, json. pdf.renderer를 정했으면 pdf도.",
            "html, hwpx, xlsx, csv, json or, where pdf.renderer is set, pdf."))
    var format: RenderedSummary.Form?

    @Flag(
        name: .customLong("public"),
        help: .said("적은 건수를 가린 공개판.", "The public edition, with small counts covered."))
    var isPublished = false

    @Option(
        name: [.short, .long, .customLong("out")],
        help: .said(
            "표준 출력 대신 이 파일에 씁니다.",
            "Write to this file instead of standard output."), completion: .file())
    var output: String?

    func validate() throws {
        guard file == nil || format == nil else {
            throw ValidationError(
                .said(
                    "--file과 --format은 저마다 파일을 정합니다. 하나만 쓰십시오.",
                    "--file and --format name a file each: give one."))
        }
        guard output == nil || file != nil || format != nil else {
            throw ValidationError(
                .said(
                    "--output을 쓰려면 --format이나 --file로 무엇을 쓸지 정하십시오.",
                    "--output needs --format or --file: what shall stand there?"))
        }
        guard format != nil || !isPublished else {
            throw ValidationError(
                .said(
                    "--public은 --format의 공개판을 뜻합니다. --format도 쓰십시오.",
                    "--public tells which file of --format is meant: give that too."))
        }
        try FileEnding.check(
            output, "--output", is: [format?.rawValue ?? file.map(FileEnding.of) ?? ""],
            takesFormat: true)
    }

    func run() async throws {
        let choice = Choice(
            file: file, format: format, language: options.language, isPublished: isPublished)
        let report = report
        let found = try await options.withLedger("report") { ledger in
            try await ReportShow.find(report, choice, in: ledger)
        }
        guard let found else { throw unknown(report) }
        guard file == nil, format == nil else {
            guard let bytes = found.bytes else { throw unknownFile(found.record) }
            guard format == .pdf else { return try Terminal.write(bytes, to: output) }
            let page = SummaryStylesheet.whole(bytes)
            let printed = try await options.configuration().printer.print(page)
            return try Terminal.write(printed, to: output)
        }
        let reader = options.reader
        guard !options.json else {
            return Terminal.say { found.record.write(to: &$0, for: reader) }
        }
        let summary = found.record.summary
        let files = found.record.files.map { "\($0.name)\t\($0.byteCount)\t\($0.sha256)" }
        Terminal.say(
            (["\(summary.no)\t\(summary.period)\t\(summary.title.text(in: options.language))"]
                + files).joined(separator: "\n"))
    }

    private struct Found: Sendable {
        let record: SummaryRecord
        let bytes: [UInt8]?
    }

    /// Which file is wanted, if any.
    private struct Choice: Sendable {
        let file: String?
        let format: RenderedSummary.Form?
        let language: Language
        let isPublished: Bool

        func name(in record: SummaryRecord) -> String? {
            file
                ?? format.flatMap {
                    // A PDF is printed from the page.
                    record.file(
                        $0 == .pdf ? .html : $0, in: language, isPublished: isPublished)?.name
                }
        }
    }

    private static func find(
        _ report: String, _ choice: Choice, in ledger: Ledger
    ) async throws -> Found? {
        guard let id = try await ReportCommand.id(of: report, in: ledger),
            let record = try await ledger.summary(id)
        else { return nil }
        guard let file = choice.name(in: record) else { return Found(record: record, bytes: nil) }
        return Found(record: record, bytes: try await ledger.summaryFile(file, of: id)?.bytes)
    }

    private func unknown(_ report: String) -> CommandFailure {
        CommandFailure(
            .notFound, Bilingual("그런 요약 보고가 없습니다: \(report)", "There is no report \(report)."),
            hint: Bilingual("pumasi report list", "pumasi report list"))
    }

    private func unknownFile(_ record: SummaryRecord) -> CommandFailure {
        let names = record.files.map(\.name).joined(separator: ", ")
        return CommandFailure(
            .notFound,
            Bilingual("그런 파일은 없습니다. 있는 것: \(names).", "No such file. There are: \(names)."))
    }
}

extension RenderedSummary.Form: ExpressibleByArgument {}
