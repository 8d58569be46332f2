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

    @OptionGroup var options: GlobalOptions

    @Option(name: .long, help: "Why personal data leaves the ledger.")
    var reason: String

    @Option(name: .long, help: "csv, xlsx or ndjson.")
    var format = DonationListWriter.Format.csv

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
        let scope = GlobalOptions.commandLine
        let draft = output + ".part"
        let file = try ExportFile(
            path: draft, format: format, encoding: encoding.encoding, language: options.language)
        do {
            let tally = try await options.withLedger("export") { ledger in
                let governments = try await ledger.governments()
                let filter = try DonationFilterForm.filter(
                    query, governments, today: HostClock.now.koreanDate, for: reader)
                let author = try await ledger.author(.account, name: name)
                return try await ledger.exportDonations(
                    filter: filter,
                    origin: AccessOrigin(author: author.id, address: nil, scope: scope),
                    reason: reason
                ) { try await file.append($0) }
            }
            try await file.finish(tally)
            guard rename(draft, output) == 0 else { throw ExportFile.unwritable(output) }
            Terminal.complain(tally.text(output), options.language)
        } catch {
            unlink(draft)
            throw error
        }
    }
}

/// A list on its way into a file.
actor ExportFile {
    private let handle: FileHandle
    private var writer: DonationListWriter

    init(
        path: String, format: DonationListWriter.Format, encoding: TextEncoding,
        language: Language
    ) throws {
        let isMade = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let handle = FileHandle(forWritingAtPath: path) else {
            throw ExportFile.unwritable(path)
        }
        self.handle = handle
        writer = try DonationListWriter(
            format, encoding: encoding, language: language, day: HostClock.now.koreanDate,
            file: handle)
    }

    func append(_ batch: [[CellValue]]) throws {
        try handle.write(contentsOf: writer.append(batch))
    }

    /// - Throws: `CommandFailure` 5 naming what the encoding does not have.
    func finish(_ tally: DonationExport.Tally) throws {
        let (bytes, problems) = try writer.finish(tally)
        guard problems.isEmpty else { throw ExportFile.unencodable(problems) }
        try handle.write(contentsOf: bytes)
        try handle.close()
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

extension DonationExport.Tally {
    fileprivate func text(_ path: String) -> Bilingual {
        let (korean, english) = (
            Notation.amount(amount, in: .korean), Notation.amount(amount, in: .english)
        )
        return Bilingual(
            "\(rows)행(기부 \(donations)건, 합계 \(korean))을 \(path)에 썼습니다.",
            "Wrote \(rows) rows (\(donations) donations, \(english) in all) to \(path).")
    }
}

extension DonationListWriter.Format: ExpressibleByArgument {}
