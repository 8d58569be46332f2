package import Hometown
import Interchange
import Postgres

extension Ledger {
    /// A name is cut where it does not fit.
    private static let fileNameMax = 255
    /// Rows that are told of at once.
    private static let residentRowsMax = 20
    /// Places outside the cells that are told of at once.
    private static let residentPlacesMax = 10
    /// What the cells of all sheets together may hold: they share texts, so that a small workbook
    /// can say more than it unpacks to.
    private static let textBytesMax = 200 << 20

    /// 목록 맡기기. Keeps a list that somebody sent, under an id of its own. The oldest lists make room
    /// for it.
    /// - Parameter bytes: of the list, 1 to 20 MiB.
    /// - Throws: `LedgerFailure`; `ImportProblem` for a list in which resident numbers stand,
    ///   within its cells or beside them, or that cannot be read to its end, every sheet of it.
    package func keepUpload(
        _ draft: ImportDraft, bytes: [UInt8], by author: Identifier
    ) async throws -> Identifier {
        try await withTaskExecutorPreference(importExecutor) {
            try refuseResidentNumbers(in: draft)
        }
        return try await tendUploads { transaction in
            let now = try await transaction.run(ReadTime())[0]
            let id = randomness.identifier(at: now)
            _ = try await transaction.pipeline(
                DeleteEndedUploads(), MakeUploadRoom(author: author, bytes: Int64(bytes.count)),
                InsertUpload(
                    id: id, author: author,
                    fileName: draft.fileName.map {
                        String(ResidentNumber.redacting($0).prefix(Ledger.fileNameMax))
                    },
                    bytes: bytes, reading: draft.reading))
            return id
        }
    }

    /// What is kept for a day lies here as it came, and nobody keeps a resident number: judging
    /// would strike it out, but too late. A workbook is kept whole, so that the cells of all its
    /// sheets are looked through, whichever of them is the list, and then its comments, text boxes,
    /// names, properties and whatever else it says.
    private func refuseResidentNumbers(in draft: ImportDraft) throws {
        do {
            let file = try ImportFile(draft)
            var textBytes = 0
            try file.eachSheet { sheet, rows in
                var found: [Int] = []
                var cells: [String] = []
                while found.count < Ledger.residentRowsMax,
                    let number = try rows.next(into: &cells)
                {
                    textBytes += cells.reduce(0) { $0 + $1.utf8.count }
                    guard textBytes <= Ledger.textBytesMax else {
                        throw ImportProblem.tooMuchText(Ledger.textBytesMax)
                    }
                    if cells.contains(where: ResidentNumber.isPresent) { found.append(number) }
                }
                guard found.isEmpty else {
                    throw ImportProblem.residentNumbers(rows: found, sheet: sheet)
                }
            }
            var places: [WorkbookPlace] = []
            try file.eachTextOutsideCells { text, place in
                guard places.count < Ledger.residentPlacesMax, ResidentNumber.isPresent(in: text),
                    !places.contains(place)
                else { return }
                places.append(place)
            }
            guard places.isEmpty else { throw ImportProblem.residentNumbers(in: places) }
        } catch {
            if let problem = ImportProblem(error) { throw problem }
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// 맡긴 목록. A list that waits.
    /// - Returns: `nil` for somebody else's, and for one that was let go.
    /// - Throws: `LedgerFailure`.
    package func upload(_ id: Identifier, of author: Identifier) async throws -> ImportUpload? {
        try await ask(ReadUpload(id: id, author: author)).first
    }

    /// Somebody's lists that wait, newest first.
    /// - Throws: `LedgerFailure`.
    package func waitingImports(of author: Identifier) async throws -> [WaitingImport] {
        try await ask(ReadWaitingImports(author: author))
    }

    /// Says anew how a list is to be read, and whether it is to be recorded so. Whichever daemon is
    /// asked next goes on with it under ``ImportUpload/requestKey(of:)``: it is recorded once.
    /// - Throws: `LedgerFailure`.
    package func readUpload(
        _ id: Identifier, of author: Identifier, as draft: ImportDraft, isBegun: Bool = false
    ) async throws {
        try await tendUploads {
            _ = try await $0.run(
                SetUploadReading(
                    id: id, author: author, reading: draft.reading, isBegun: isBegun))
        }
    }

    /// 맡긴 목록 비움. Lets go of what a list holds, because it was recorded.
    /// - Throws: `LedgerFailure`.
    package func endUpload(_ id: Identifier, as listImport: Identifier) async throws {
        try await tendUploads {
            _ = try await $0.run(EmptyUpload(id: id, listImport: listImport))
        }
    }

    /// 맡긴 목록 버림.
    /// - Throws: `LedgerFailure`.
    package func dropUpload(_ id: Identifier, of author: Identifier) async throws {
        try await tendUploads { _ = try await $0.run(DeleteUpload(id: id, author: author)) }
    }

    /// 맡긴 목록 파기. Lets go of every list that nobody came back to within a day.
    /// - Throws: `LedgerFailure`.
    package func dropEndedUploads() async throws {
        try await tendUploads { _ = try await $0.run(DeleteEndedUploads()) }
    }

    private func tendUploads<Value: Sendable>(
        _ body: @Sendable (Transaction) async throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.transaction(body)
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}
