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
        commandName: "export",
        abstract: .said("기부 목록을 파일로 씁니다(내려받기).", "Write donations as a list (내려받기)."))

    @OptionGroup var options: GlobalOptions

    @Option(
        name: .long,
        help: .said("개인정보를 내려받는 사유.", "Why personal data leaves the ledger."))
    var reason: String

    @Option(
        name: .long,
        help: .said(
            "csv, xlsx, ndjson 중 하나. 없으면 파일 이름에 따릅니다.",
            "csv, xlsx or ndjson; else by the name of the file."))
    var format: DonationListWriter.Format?

    @Option(
        name: .long,
        help: .said(
            "CSV의 글자 인코딩: utf8(BOM 있음)이나 cp949.", "Of CSV: utf8 with a byte order mark, or cp949."))
    var encoding = EncodingOption.utf8

    @Option(
        name: .shortAndLong,
        help: .said(
            "쓸 파일. 다 써야 나타납니다. -는 표준 출력.",
            "The file to write, which appears once it is whole; - is standard output."),
        completion: .file())
    var output: String

    @OptionGroup var filter: DonationFilterOptions

    func validate() throws {
        try ReasonText.check(reason, charactersMax: Access.textCharactersMax)
        try FileEnding.check(
            output, "--output", is: written.endings, takesFormat: true)
    }

    private var written: DonationListWriter.Format {
        format ?? DonationListWriter.Format(fileName: output)
    }

    func run() async throws {
        try ExportReason.refuseResidentNumber(in: self.reason)
        let name = try options.actorName()
        let (filter, reason, reader) = (filter, reason, options.reader)
        let scope = GlobalOptions.commandLine
        let made = try OutputFile(output)
        do {
            let file = try ExportFile(
                path: made.draft, format: written, encoding: encoding.encoding,
                language: options.language)
            let tally = try await options.withLedger("export") { ledger in
                let governments = try await ledger.governments()
                let author = try await ledger.author(.account, name: name)
                return try await ledger.exportDonations(
                    filter: filter.filter(governments, for: reader),
                    origin: AccessOrigin(author: author.id, address: nil, scope: scope),
                    reason: reason
                ) { try await file.append($0) }
            }
            try await file.finish(tally)
            try made.appear()
            Terminal.complain(tally.text(made.title), options.language)
        } catch {
            made.discard()
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
        guard let handle = FileHandle(forWritingAtPath: path) else {
            throw Terminal.unwritable(path)
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
    fileprivate func text(_ file: Bilingual) -> Bilingual {
        let (korean, english) = (
            Notation.amount(amount, in: .korean), Notation.amount(amount, in: .english)
        )
        return Bilingual(
            "\(rows)행(기부 \(donations)건, 합계 \(korean))을 \(file.korean)에 썼습니다.",
            "Wrote \(rows) rows (\(donations) donations, \(english) in all) to \(file.english).")
    }
}

extension DonationListWriter.Format: ExpressibleByArgument {
    /// CSV where a name says nothing.
    fileprivate init(fileName: String) {
        let ending = FileEnding.of(fileName)
        self = DonationListWriter.Format.allCases.first { $0.endings.contains(ending) } ?? .csv
    }

    /// Of a file, the usual one first.
    fileprivate var endings: [String] {
        switch self {
        case .csv: ["csv"]
        case .xlsx: ["xlsx"]
        case .ndjson: ["ndjson", "jsonl"]
        }
    }
}
