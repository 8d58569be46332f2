import Crypto
package import Foundation
package import Hometown
import Interchange
import Postgres
package import Transparency

/// 증거 묶음. What somebody outside needs to judge some days of the ledger without it: the entries as
/// they were recorded, their hashes and their proofs under a signed checkpoint, who read and took
/// what, and the reports that were filed. A ZIP file of plain lists; `SHA256SUMS` covers all of it.
package struct EvidenceBundle: Sendable {
    /// More take too long to wait for; a year goes in several.
    package static let entriesMax = 50_000
    /// Korean days, both inclusive.
    package let days: ClosedRange<CivilDate>
    /// With which the log is signed, for whoever has not kept it.
    package let key: VerifierKey?

    package init(days: ClosedRange<CivilDate>, key: VerifierKey?) {
        self.days = days
        self.key = key
    }

    fileprivate var filter: AuditFilter {
        AuditFilter(from: days.lowerBound, to: days.upperBound)
    }

    /// Read first.
    fileprivate var introduction: String {
        """
        품앗이 증거 묶음 / Pumasi evidence bundle
        \(days.lowerBound) - \(days.upperBound)

        entries.ndjson  등록된 항목, 한 줄에 하나, 등록된 바이트 그대로. 개인정보는 해시로만 들어 있다.
                        Entries, one a line, byte for byte. Personal fields are salted hashes.
        entries.csv     항목마다 원장 번호, 등록 시각, 작성자, 잎 해시 = SHA-256(0x00, 항목).
                        Of each entry its place, time, author and leaf hash SHA-256(0x00, entry).
        proofs.ndjson   잎에서 뿌리까지의 해시(RFC 9162, 2.1.3). 체크포인트 뒤의 항목에는 없다.
                        Hashes from leaf to root (RFC 9162, 2.1.3); none past the checkpoint.
        checkpoint      서명된 체크포인트(C2SP tlog-checkpoint). The signed checkpoint.
        log.key         로그의 공개 열쇠. 따로 받은 것과 비교할 것.
                        The log's public key. Compare it with one you got elsewhere.
        accesses.csv    접속기록: 누가, 언제, 어디서, 누구의 것을, 무엇을, 왜.
                        The access log: who, when, from where, whose data, what, why.
        summaries/      그 기간에 제출된 요약 보고. Reports filed in these days.
        SHA256SUMS      모든 파일의 SHA-256 (sha256sum -c).

        """
    }
}

extension Ledger {
    /// 증거 묶음 내보내기. Writes the bundle of some days into a file, from one moment of the ledger, in
    /// constant memory. The access log tells of it before it begins.
    /// - Parameters:
    ///   - file: empty, open for reading and writing; the caller's.
    ///   - reason: why (R26).
    /// - Returns: how many entries are in it; `nil` when there are more than a bundle takes, and
    ///   the file is of no use then.
    /// - Throws: `LedgerFailure`; what writing the file throws.
    package func write(
        _ bundle: EvidenceBundle, to file: FileHandle, origin: AccessOrigin, reason: String
    ) async throws -> Int? {
        func access(_ action: Access.Action, _ count: Int) -> Access {
            Access(
                action, author: origin.author, address: origin.address, count: count,
                scope: origin.scope, reason: reason)
        }
        try await write([access(.exportBegun, 0)])
        let count: Int?
        do {
            count = try await pool.transaction(isolation: .repeatableRead, readOnly: true) {
                // Begun again after a lost connection, it begins at the beginning.
                try file.truncate(atOffset: 0)
                var writer = EvidenceWriter(ledger: self, bundle: bundle, file, in: $0)
                return try await writer.run()
            }
        } catch let error as PostgresError {
            throw LedgerFailure(error, logger: logger)
        }
        if let count { try await write([access(.exported, count)]) }
        return count
    }
}

/// Writes one part after the other, each in batches.
private struct EvidenceWriter {
    private static let batchRowsMax: Int32 = 500

    private let ledger: Ledger
    private let bundle: EvidenceBundle
    private let transaction: Transaction
    private var archive: ZipWriter<FileSink>
    private var hasher = SHA256()
    private var sums = ""

    init(
        ledger: Ledger, bundle: EvidenceBundle, _ file: FileHandle, in transaction: Transaction
    ) {
        self.ledger = ledger
        self.bundle = bundle
        self.transaction = transaction
        archive = ZipWriter(FileSink(file))
    }

    mutating func run() async throws -> Int? {
        let range = try await ledger.entryNumbers(of: bundle.filter, in: transaction)
        let counted = try await transaction.run(
            CountEvidence(
                filter: bundle.filter, range: range,
                rowsMax: Int32(EvidenceBundle.entriesMax + 1)))
        let count = Int(counted.first ?? 0)
        guard count <= EvidenceBundle.entriesMax else { return nil }
        let checkpoint = try await transaction.run(ReadCheckpoint()).first
        try add("README.txt", Array(bundle.introduction.utf8))
        try await addEntries(range)
        try await addList(range)
        try await addProofs(range, under: checkpoint)
        if let checkpoint { try add("checkpoint", Array(checkpoint.note.utf8)) }
        if let key = bundle.key { try add("log.key", Array("\(key.text)\n".utf8)) }
        try await addAccesses()
        try await addSummaries()
        try archive.add("SHA256SUMS", Array(sums.utf8))
        _ = try archive.finish()
        return count
    }

    // Parts

    private mutating func addEntries(_ range: Range<Int64>) async throws {
        try begin("entries.ndjson")
        try await eachBatch(range) { rows, writer in
            // Canonical JSON has no line end within it.
            for row in rows { try writer.write(row.bytes + [UInt8(ascii: "\n")]) }
        }
        try end("entries.ndjson")
    }

    private mutating func addList(_ range: Range<Int64>) async throws {
        var csv = try CSVWriter()
        csv.append(
            ["log_index", "entry", "no", "kind", "id", "recorded_at", "author", "leaf_hash"]
                .map(CellValue.text))
        try begin("entries.csv")
        try await eachBatch(range) { rows, writer in
            for row in rows { csv.append(row.cells) }
            try writer.write(csv.take())
        }
        try write(csv.take())
        try end("entries.csv")
    }

    private mutating func addProofs(
        _ range: Range<Int64>, under checkpoint: StoredCheckpoint?
    ) async throws {
        try begin("proofs.ndjson")
        let size = Int(checkpoint?.size ?? 0)
        let (ledger, transaction) = (ledger, transaction)
        try await eachBatch(range) { rows, writer in
            let placed = rows.compactMap { row in
                row.logIndex.flatMap { index in
                    TreeProofPlan.inclusion(of: Int(index), in: size).map {
                        (row: row, index: index, plan: $0)
                    }
                }
            }
            // Neighbours share most of their way to the root.
            let nodes = Array(Set(placed.flatMap(\.plan.nodes)))
            let hashes = try await ledger.hashes(of: nodes, in: transaction)
            let known = Dictionary(uniqueKeysWithValues: zip(nodes, hashes))
            for (row, index, plan) in placed {
                let proof = plan.proof(plan.nodes.compactMap { known[$0] })
                let line = CanonicalValue.object([
                    "hashes": .array(proof.map { .string($0.description) }),
                    "leaf_hash": .string(row.leafHash.description),
                    "log_index": .integer(index),
                ])
                try writer.write(line.bytes + [UInt8(ascii: "\n")])
            }
        }
        try end("proofs.ndjson")
    }

    private mutating func addAccesses() async throws {
        var csv = try CSVWriter()
        csv.append(
            [
                "at", "author", "author_kind", "name", "address", "action", "kind",
                "subject_count", "subjects", "scope", "reason",
            ].map(CellValue.text))
        try begin("accesses.csv")
        var before: AuditPlace.Access?
        while true {
            let (_, rows) = try await transaction.pipeline(
                PlanForValues(),
                ReadAccesses(
                    filter: bundle.filter, before: before, rowsMax: EvidenceWriter.batchRowsMax))
            guard let last = rows.last else { break }
            before = AuditPlace.Access(at: last.at, id: last.id)
            for row in rows { csv.append(row.cells) }
            try write(csv.take())
        }
        try write(csv.take())
        try end("accesses.csv")
    }

    private mutating func addSummaries() async throws {
        var before: Int64?
        while true {
            let found = try await transaction.run(
                ReadSummaries(
                    id: nil, before: before, rowsMax: EvidenceWriter.batchRowsMax))
            guard let last = found.last else { return }
            before = last.number
            for summary in found where bundle.filter.holds(summary.recordedAt) {
                for file in try await transaction.run(ReadSummaryFiles(summary: summary.id)) {
                    let content = try await transaction.run(
                        ReadSummaryContent(summary: summary.id, name: file.name))
                    let no = Entry.no(
                        .summary, recordedAt: summary.recordedAt, number: summary.number)
                    try add("summaries/\(no)/\(file.name)", content.first?.bytes ?? [])
                }
            }
        }
    }

    private mutating func eachBatch(
        _ range: Range<Int64>,
        _ body: ([ReadEvidence.Row], inout EvidenceWriter) async throws -> Void
    ) async throws {
        var after = range.lowerBound - 1
        while true {
            let rows = try await transaction.run(
                ReadEvidence(
                    filter: bundle.filter, after: after, end: range.upperBound,
                    rowsMax: EvidenceWriter.batchRowsMax))
            guard let last = rows.last else { return }
            after = last.number
            try await body(rows, &self)
        }
    }

    // The file

    private mutating func add(_ name: String, _ bytes: [UInt8]) throws {
        try begin(name)
        try write(bytes)
        try end(name)
    }

    private mutating func begin(_ name: String) throws {
        try archive.begin(name)
        hasher = SHA256()
    }

    private mutating func write(_ bytes: [UInt8]) throws {
        try archive.write(bytes)
        hasher.update(data: bytes)
    }

    private mutating func end(_ name: String) throws {
        try archive.end()
        sums += "\(Hexadecimal.text(Array(hasher.finalize())))  \(name)\n"
    }
}

extension AuditFilter {
    fileprivate func holds(_ time: Instant) -> Bool {
        time.microseconds >= begin?.microseconds ?? .min
            && time.microseconds < end?.microseconds ?? .max
    }
}

extension ReadEvidence.Row {
    fileprivate var cells: [CellValue] {
        let kind = Entry.Kind(rawValue: kind)
        return [
            logIndex.map { .number($0) } ?? .empty, .number(number),
            kind.map { .text(Entry.no($0, recordedAt: recordedAt, number: number)) } ?? .empty,
            .text(self.kind), .text(id.description), .text(recordedAt.text),
            author.map { .text($0) } ?? .empty, .text(leafHash.description),
        ]
    }
}

extension ReadAccesses.Row {
    fileprivate var cells: [CellValue] {
        func text(_ text: String?) -> CellValue { text.map(CellValue.text) ?? .empty }
        return [
            .text(at.text), text(author?.name), text(author?.kind.rawValue), text(name),
            text(address), .text(action.rawValue), text(kind?.rawValue),
            .number(Int64(subjectCount)),
            .text(subjects.map(\.description).joined(separator: " ")), text(scope), text(reason),
        ]
    }
}
