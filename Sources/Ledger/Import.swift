package import Hometown
package import Interchange

/// 일괄 등록. A list of donations that somebody brings, and how it is to be taken in.
package struct ImportDraft: Sendable {
    package enum Format: String, Sendable, CaseIterable {
        /// Commas, semicolons or tabs between cells.
        case csv
        case xlsx
        /// A flat JSON object a line, under the API's names.
        case ndjson
    }

    package var source: any ByteSource
    package var format: Format
    /// What the file is called; personal, because names of files often are.
    package var fileName: String?
    /// `nil`: found out.
    package var encoding: TextEncoding?
    /// `nil`: found out.
    package var delimiter: UInt8?
    /// Of a workbook; `nil`: the first that is not hidden.
    package var sheet: String?
    /// What stands in the place of columns that the list does not have.
    package var defaults: [DonationField: String] = [:]
    /// 열 맞추기. What the words over columns mean, where somebody says so; `nil`: not to be read.
    package var mapping: [String: DonationColumn?] = [:]
    /// 정상 행만. Otherwise one bad row keeps all of them out.
    package var keepsValidRows = false
    /// More rows are refused; `nil`: any number, for whoever streams them.
    package var rowsMax: Int?
    /// Why a file that was taken in before is taken in again; 1 to 500 characters.
    package var forcedBecause: String?

    package init(source: any ByteSource, format: Format = .csv, fileName: String? = nil) {
        self.source = source
        self.format = format
        self.fileName = fileName
    }
}

/// How many rows of a list came to what.
package struct ImportCounts: Hashable, Sendable {
    /// Rows that hold anything.
    package var rows = 0
    /// 정상. Recorded, or good to be recorded.
    package var recorded = 0
    /// 오류.
    package var refused = 0
    /// 이미 등록됨. Recognised by their ids.
    package var known = 0
    /// 이견. Of those recorded: reported against a rule.
    package var disputed = 0
    /// 중복 의심. Of those recorded: like another donation.
    package var duplicates = 0
    /// Disclosed amounts of those recorded, in won.
    package var amount: Int64 = 0

    package init() {}

    mutating func add(_ other: ImportCounts) {
        rows += other.rows
        recorded += other.recorded
        refused += other.refused
        known += other.known
        disputed += other.disputed
        duplicates += other.duplicates
        add(Won(other.amount))
    }

    /// More than a ledger can hold is the most it can: the preview of a list of absurd amounts
    /// still comes to an end.
    mutating func add(_ sum: Won) {
        amount = (Won(amount) + sum).amount
    }
}

/// 미리보기. What a list comes to: the same whether it was tried or recorded.
package struct ImportReport: Hashable, Sendable {
    /// More are counted and handed to whoever listens, but not kept.
    package static let problemsMax = 200

    package var counts = ImportCounts()
    /// The first of them, in the order of the file.
    package var problems: [RowProblem] = []
    /// `nil` of a workbook, and of what was not read.
    package var encoding: TextEncoding?
    /// What the columns were taken for, in their order.
    package var columns: DonationColumns?
    /// The number of the import that took the same file in before.
    package var earlier: String?

    package init() {}

    mutating func add(_ batch: ImportCounts, _ found: [RowProblem]) {
        counts.add(batch)
        problems += found.prefix(ImportReport.problemsMax - problems.count)
    }
}

/// 반려 행. A row that was not recorded, to be written down for whoever mends it. A cell with a
/// resident number is empty: a mask would come back as what it stands for.
package struct RejectedRow: Hashable, Sendable {
    package let number: Int
    /// What it is recognised by when it comes back.
    package let id: Identifier
    package let cells: [String]
    package let problems: [RowProblem]
}

/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
    package let rows: Int
    package let bytesRead: Int64
    package let bytesMax: Int64
    package let refused: Int

    package init(rows: Int, bytesRead: Int64, bytesMax: Int64, refused: Int) {
        self.rows = rows
        self.bytesRead = bytesRead
        self.bytesMax = bytesMax
        self.refused = refused
    }
}

/// Follows an import. An import that meets trouble begins again, and so does whoever follows it.
package protocol ImportListener: Sendable {
    func begin(_ columns: DonationColumns) async throws
    func reject(_ rows: [RejectedRow]) async throws
    func proceed(_ progress: ImportProgress) async
}

/// What came of an import. Only the first recorded anything.
package enum ImportAnswer: Hashable, Sendable {
    case recorded(Receipt, ImportReport)
    /// Nothing was to be written: a dry run.
    case tried(ImportReport)
    /// The same request was answered before.
    case replayed(Receipt)
    /// There are bad rows, and all or nothing was asked for.
    case rejected(ImportReport)
    /// Nothing in the list is new and good.
    case nothingNew(ImportReport)
    /// The same file was taken in before, under this number.
    case repeated(String)
    /// It is no list of donations.
    case unreadable(ImportProblem)
    case keyReused
    case inFlight
}

/// An import as the ledger knows it.
package struct RecordedImport: Hashable, Sendable {
    package let number: Int64
    package let id: Identifier
    package let recordedAt: Instant
    package let author: String
    package let counts: ImportCounts
    package let isValidRowsOnly: Bool
    package let forcedBecause: String?
    package let fileName: String?
    package let fileSHA256: String?

    package var no: String { Entry.no(.listImport, recordedAt: recordedAt, number: number) }
}
