import Crypto
import Hometown
import Interchange
import Transparency

/// 등록 파일. A file that was read once: what it is recognised by, how it is written, how long it is.
struct ImportFile: Sendable {
    private static let readBytesMax = 1 << 20
    private static let workbookBytesMax = 20 << 20

    let draft: ImportDraft
    let sha256: Hash256
    /// Of texts; a workbook says of itself how it is written (ECMA-376 part 2).
    let encoding: TextEncoding?
    let bytesMax: Int64
    /// How often it was taken in and undone: after that its rows are new ones.
    var turn = 0
    private let hasMark: Bool
    /// Of a workbook, the sheet it is recognised with; none is the one that is read without a name.
    private var sheet: String

    /// - Throws: what reading throws.
    init(_ draft: ImportDraft) throws {
        self.draft = draft
        var bytes = try draft.source.open()
        var hasher = SHA256()
        var survey = TextEncodingSurvey()
        var count: Int64 = 0
        while true {
            let chunk = try bytes.read(upTo: ImportFile.readBytesMax)
            guard !chunk.isEmpty else { break }
            hasher.update(data: chunk)
            survey.take(chunk)
            count += Int64(chunk.count)
        }
        sha256 = Hash256(bytes: Array(hasher.finalize())) ?? .emptyTree
        encoding = draft.format == .xlsx ? nil : draft.encoding ?? survey.encoding
        hasMark = survey.hasMark
        bytesMax = count
        sheet = draft.sheet ?? ""
    }

    /// 같은 목록. As it is recognised: with the name of the sheet that is read without one, it is the
    /// same list as without.
    /// - Throws: what reading throws.
    func recognised() throws -> ImportFile {
        guard draft.format == .xlsx, let name = draft.sheet else { return self }
        guard try WorkbookReader.firstSheetName(of: try workbookBytes()) == name else {
            return self
        }
        var file = self
        file.sheet = ""
        return file
    }

    /// What a second import of the same rows is recognised by.
    private var content: [UInt8] {
        sha256.bytes + Array((sheet + (turn == 0 ? "" : "\n\(turn)")).utf8)
    }

    func id(_ secret: LedgerSecret) -> Identifier { secret.file(content) }

    /// The ids that rows of this file have unless they bring their own: UUIDs of version 8 (RFC
    /// 9562, 5.8), 90 bits of a keyed hash of the file around the number of the row. They lie side
    /// by side, so that an index takes them in as quickly as numbers in order.
    struct RowIDs: Sendable {
        private let high: UInt64
        private let low: UInt64

        init(_ seed: Identifier) {
            high = seed.high & ~0xF000 | 0x8000
            low = seed.low & 0x3FFF_FFFF | 0x8000_0000_0000_0000
        }

        subscript(row: Int) -> Identifier {
            Identifier(high: high, low: low | UInt64(UInt32(clamping: row)) << 30)
        }

        var all: (first: Identifier, last: Identifier) { (self[0], self[Int(UInt32.max)]) }
    }

    func rowIDs(_ secret: LedgerSecret) -> RowIDs { RowIDs(secret.rows(of: content)) }

    /// A workbook's directory stands at its end: it is read whole, up to what a workbook may have.
    private static func all(of bytes: ByteMeter) throws -> [UInt8] {
        var all: [UInt8] = []
        while case let chunk = try bytes.read(upTo: readBytesMax), !chunk.isEmpty {
            all += chunk
            guard all.count <= workbookBytesMax else {
                throw ImportProblem(
                    code: "file_too_large",
                    Bilingual(
                        "통합 문서는 \(workbookBytesMax >> 20)MiB까지 읽습니다. CSV로 저장해 주십시오.",
                        "A workbook may have \(workbookBytesMax >> 20) MiB. Save it as CSV."))
            }
        }
        return all
    }

    private func workbookBytes() throws -> [UInt8] {
        try ImportFile.all(of: ByteMeter(try draft.source.open()))
    }

    private func workbook() throws -> WorkbookReader {
        try WorkbookReader(try workbookBytes())
    }

    /// Of a workbook, the sheets that are not hidden, in their order.
    func sheetNames() throws -> [String] {
        try workbook().sheets.filter { !$0.isHidden }.map(\.name)
    }

    /// Every sheet of a workbook, the hidden ones too; a text is one without a name.
    func eachSheet(
        _ body: (_ name: String?, _ rows: inout any SheetReader) throws -> Void
    ) throws {
        guard draft.format == .xlsx else {
            var (rows, _) = try open()
            return try body(nil, &rows)
        }
        let workbook = try workbook()
        for sheet in workbook.sheets {
            var rows: any SheetReader = WorkbookSheet(try workbook.rows(of: sheet))
            try body(sheet.name, &rows)
        }
    }

    /// Every text of a workbook that is no value of a cell; a list of another form has none.
    func eachTextOutsideCells(_ body: WorkbookTexts.Body) throws {
        guard draft.format == .xlsx else { return }
        try WorkbookReader.texts(of: try workbookBytes()).each(body)
    }

    /// Opens it to be read row by row.
    func open() throws -> (any SheetReader, ByteMeter) {
        let meter = ByteMeter(try draft.source.open())
        switch draft.format {
        case .csv:
            return (
                try CSVReader(
                    meter, delimiter: draft.delimiter, encoding: encoding ?? .utf8,
                    hasMark: hasMark),
                meter
            )
        case .ndjson:
            return (
                try NDJSONReader(meter, columns: DonationColumns.names, hasMark: hasMark), meter
            )
        case .xlsx:
            let workbook = try WorkbookReader(try ImportFile.all(of: meter))
            let sheet = try workbook.sheet(named: draft.sheet)
            return (WorkbookSheet(try workbook.rows(of: sheet)), meter)
        }
    }
}
