import ArgumentParser
import Foundation
import Hometown
import Interchange
import Ledger
import Timetable
import Web

/// `pumasi donation export`: what `donation import` reads back.
struct DonationExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write donations as a list (내려받기).")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, xlsx, ndjson
    }

    @OptionGroup var options: GlobalOptions

    @Option(name: .long, help: "Why personal data leaves the ledger.")
    var reason: String

    @Option(name: .long, help: "csv, xlsx or ndjson.")
    var format = Format.csv

    @Option(name: .long, help: "Of CSV: utf8 with a byte order mark, or cp949.")
    var encoding = EncodingOption.utf8

    @Option(name: .long, help: "The file to write; it appears once it is whole.")
    var output: String

    @OptionGroup var filter: DonationFilterOptions

    func validate() throws {
        guard (1...500).contains(reason.unicodeScalars.count) else {
            throw ValidationError("--reason takes 1 to 500 characters.")
        }
    }

    func run() async throws {
        let name = try options.actorName()
        let (query, reason, reader) = (filter.parameters, reason, options.reader)
        let draft = output + ".part"
        let file = try ExportFile(
            path: draft, format: format, encoding: encoding.encoding, language: options.language)
        do {
            try await options.withLedger("export") { ledger in
                let governments = try await ledger.governments()
                let filter = try DonationFilterForm.filter(
                    query, governments, today: HostClock.now.koreanDate, for: reader)
                let author = try await ledger.author(.account, name: name)
                try await ledger.exportDonations(
                    filter: filter, author: author, reason: reason
                ) { try await file.append($0) }
            }
            let rows = try await file.finish()
            guard rename(draft, output) == 0 else { throw ExportFile.unwritable(output) }
            Terminal.complain(
                Bilingual("\(rows)행을 \(output)에 썼습니다.", "Wrote \(rows) rows to \(output)."),
                options.language)
        } catch {
            unlink(draft)
            throw error
        }
    }
}

/// A list on its way into a file.
actor ExportFile {
    private enum Writer {
        case csv(CSVWriter)
        case ndjson(NDJSONWriter)
        case xlsx(WorkbookWriter<FileSink>)
    }

    private let path: String
    private let handle: FileHandle
    private var writer: Writer?
    private var rows = 0

    init(
        path: String, format: DonationExportCommand.Format, encoding: TextEncoding,
        language: Language
    ) throws {
        self.path = path
        let isMade = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let handle = FileHandle(forWritingAtPath: path) else {
            throw ExportFile.unwritable(path)
        }
        self.handle = handle
        let titles = DonationExport.titles(in: language)
        switch format {
        case .csv:
            var csv = try CSVWriter(encoding: encoding)
            csv.append(titles.map(CellValue.text))
            writer = .csv(csv)
        case .ndjson: writer = .ndjson(NDJSONWriter(names: DonationExport.names))
        case .xlsx:
            let date = HostClock.now.koreanDate
            var workbook = try WorkbookWriter(
                FileSink(handle),
                sheets: [SheetPlan("기부", columns: titles.map { SheetColumn($0, .general) })],
                properties: WorkbookProperties(
                    title: "기부 대장", creator: "pumasi",
                    created: SheetDate(year: date.year, month: date.month, day: date.day)))
            try workbook.beginSheet()
            writer = .xlsx(workbook)
        }
    }

    func append(_ batch: [[CellValue]]) throws {
        rows += batch.count
        guard let open = writer.take() else { return }
        switch open {
        case .csv(var csv):
            for row in batch { csv.append(row) }
            try handle.write(contentsOf: csv.take())
            writer = .csv(csv)
        case .ndjson(var lines):
            for row in batch { lines.append(row) }
            try handle.write(contentsOf: lines.take())
            writer = .ndjson(lines)
        case .xlsx(var workbook):
            for row in batch { try workbook.append(row) }
            writer = .xlsx(workbook)
        }
    }

    /// - Returns: how many rows there are.
    /// - Throws: `CommandFailure` 5 naming what the encoding does not have.
    func finish() throws -> Int {
        guard let open = writer.take() else { return rows }
        switch open {
        case .csv(var csv):
            try handle.write(contentsOf: csv.take())
            guard csv.problems.isEmpty else { throw ExportFile.unencodable(csv.problems) }
        case .ndjson: break
        case .xlsx(var workbook):
            try workbook.endSheet()
            _ = try workbook.finish()
        }
        try handle.close()
        return rows
    }

    static func unwritable(_ path: String) -> CommandFailure {
        CommandFailure(
            .failure, Bilingual("\(path) 파일에 쓸 수 없습니다.", "\(path) cannot be written."))
    }

    private static func unencodable(_ problems: [CSVWriter.Unencodable]) -> CommandFailure {
        let shown = problems.prefix(20)
        let korean = shown.map { "\($0.row)행 \($0.column)열 '\($0.character)'" }
        let english = shown.map { "row \($0.row), column \($0.column): '\($0.character)'" }
        return CommandFailure(
            .rejected,
            Bilingual(
                "CP949에 없는 글자가 있어 쓰지 않았습니다: " + korean.joined(separator: ", "),
                "Nothing was written: CP949 lacks " + english.joined(separator: "; ")),
            hint: Bilingual("UTF-8로 받으십시오.", "Write it as UTF-8."))
    }
}
