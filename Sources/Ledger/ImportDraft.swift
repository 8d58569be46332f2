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

    /// Rows that may be said to name the columns.
    package static let headerRows = 1...1_000

    package var source: any ByteSource
    package var format: Format
    /// What the file is called; personal, because names of files often are.
    package var fileName: String?
    /// `nil`: found out.
    package var encoding: TextEncoding?
    /// `nil`: found out.
    package var delimiter: UInt8?
    /// The row that names the columns, as a spreadsheet counts, one of `headerRows`; `nil`: found
    /// out. A list of JSON objects has none.
    package var headerRow: Int?
    /// Of a workbook; `nil`: the first that is not hidden.
    package var sheet: String?
    /// What stands in the place of columns that the list does not have.
    package var defaults: [DonationField: String] = [:]
    /// 열 맞추기. What the words over columns mean, where somebody says so; `nil`: not to be read.
    package var mapping: [String: DonationColumn?] = [:]
    /// Whether that was said of another list with the same header, and of this one by nobody yet.
    package var isMappingRemembered = false
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
