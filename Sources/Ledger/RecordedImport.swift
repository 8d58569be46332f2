package import Hometown

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
    /// 숨긴 것. What was recorded although the workbook did not show it.
    package let hidden: HiddenParts
    /// `nil` while it stands.
    package let reversal: Reversal?

    /// 일괄 취소. What undid all of it.
    package struct Reversal: Hashable, Sendable {
        package let number: Int64
        package let recordedAt: Instant
        package let author: String
        package let reason: String?

        package var no: String {
            Entry.no(.importReversal, recordedAt: recordedAt, number: number)
        }
    }

    package var no: String { Entry.no(.listImport, recordedAt: recordedAt, number: number) }
}
