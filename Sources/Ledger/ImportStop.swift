import Hometown
import Interchange
import Postgres
import Transparency

/// Why an import is undone, on its way out of its transaction.
enum ImportStop: Error {
    case rejected
    case nothingNew(ImportReport)
    case repeated(String)

    var answer: ImportAnswer {
        switch self {
        case .rejected: .rejected(ImportReport())
        case .nothingNew(let report):
            report.counts.refused > 0 ? .rejected(report) : .nothingNew(report)
        case .repeated(let no): .repeated(no)
        }
    }
}

/// What whoever follows an import could not do, such as writing a file: neither the list's fault
/// nor the ledger's.
struct ImportListenerFailure: Error {
    let cause: any Error

    static func wrapping(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch {
            throw ImportListenerFailure(cause: error)
        }
    }
}

extension Book {
    /// Adds the entry of an import and its row.
    mutating func add(
        _ file: ImportFile, id: Identifier, _ report: ImportReport, _ rows: ImportedRows
    ) async throws {
        let (draft, counts) = (file.draft, report.counts)
        let place = try await add(
            .listImport,
            members: [
                "amount": .integer(counts.amount), "disputed": .number(counts.disputed),
                "duplicates": .number(counts.duplicates),
                "forced_because": .text(draft.forcedBecause), "known": .number(counts.known),
                "recorded": .number(counts.recorded), "refused": .number(counts.refused),
                "rows": .number(counts.rows), "rows_hash": .string(rows.hash.description),
                "valid_rows_only": .bool(draft.keepsValidRows),
            ],
            personal: [
                "file_name": draft.fileName.map(ResidentNumber.redacting),
                "file_sha256": file.sha256.description, "hidden": report.hidden.kept,
            ])
        _ = try await transaction.pipeline(
            InsertImport(
                number: place.number, id: place.id, file: id, recordedAt: recordedAt,
                author: author.id, counts: counts, isValidRowsOnly: draft.keepsValidRows,
                forcedBecause: draft.forcedBecause, rowsHash: rows.hash),
            InsertImportRanges(number: place.number, ranges: rows.ranges))
    }
}

extension ImportFile {
    /// What a request to import asks for: the file, and how it is to be read.
    func fingerprint(_ secret: LedgerSecret) -> Identifier {
        let defaults = Dictionary(
            uniqueKeysWithValues: draft.defaults.map { ($0.key.rawValue, $0.value) })
        let mapping = draft.mapping.mapValues { CanonicalValue.string($0?.name ?? "") }
        let delimiter = draft.delimiter.map { CanonicalValue.integer(Int64($0)) }
        let headerRow = draft.headerRow.map { CanonicalValue.integer(Int64($0)) }
        let content = CanonicalValue.members([
            "defaults": .object(defaults.mapValues(CanonicalValue.string)),
            "delimiter": delimiter, "header_row": headerRow,
            "encoding": .text(draft.encoding?.rawValue), "file": .string(sha256.description),
            "forced_because": .text(draft.forcedBecause), "format": .string(draft.format.rawValue),
            "mapping": mapping.isEmpty ? nil : .object(mapping), "sheet": .text(draft.sheet),
            "valid_rows_only": .bool(draft.keepsValidRows),
        ])
        return secret.fingerprint(content.bytes)
    }
}

extension ImportReport {
    init(_ file: ImportFile, _ reader: ImportReader) {
        self.init()
        encoding = file.encoding
        columns = reader.columns
        hidden = reader.hidden
    }
}

extension Answer {
    /// What a repeated request to import is answered with.
    var ofImport: ImportAnswer {
        switch self {
        case .recorded(let receipt), .replayed(let receipt): .replayed(receipt)
        case .refused, .inFlight: .inFlight
        case .keyReused: .keyReused
        }
    }
}

extension AddToDonorYears {
    subscript(part: Range<Int>) -> AddToDonorYears {
        AddToDonorYears(
            donors: Array(donors[part]), years: Array(years[part]), totals: Array(totals[part]),
            undisclosed: Array(undisclosed[part]))
    }
}
