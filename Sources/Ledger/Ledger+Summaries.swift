package import Hometown
import Postgres

/// A summary with the list of its files.
package struct SummaryRecord: Hashable, Sendable {
    package let summary: RecordedSummary
    package let files: [SummaryFile]
}

extension Ledger {
    /// 요약 보고. Filed summaries, newest first.
    /// - Parameter before: the number of the entry the page ends before.
    /// - Throws: `LedgerFailure`.
    package func summaries(
        before: Int64? = nil, rowsMax: Int
    ) async throws -> [RecordedSummary] {
        try await read {
            try await $0.run(
                ReadSummaries(id: nil, before: before, rowsMax: Int32(clamping: rowsMax)))
        }
    }

    /// - Returns: `nil` when there is no such summary.
    /// - Throws: `LedgerFailure`.
    package func summary(_ id: Identifier) async throws -> SummaryRecord? {
        try await read { transaction in
            let (found, files) = try await transaction.pipeline(
                ReadSummaries(id: id, before: nil, rowsMax: 1), ReadSummaryFiles(summary: id))
            return found.first.map { SummaryRecord(summary: $0, files: files) }
        }
    }

    /// - Returns: the file's media type and bytes; `nil` when there is no such file.
    /// - Throws: `LedgerFailure`.
    package func summaryFile(
        _ name: String, of summary: Identifier
    ) async throws -> (mediaType: String, bytes: [UInt8])? {
        try await read {
            try await $0.run(ReadSummaryContent(summary: summary, name: name)).first
        }
    }
}
