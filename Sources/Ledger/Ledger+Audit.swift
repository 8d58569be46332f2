import Hometown
import Postgres

extension Ledger {
    /// Entries looked through for one page.
    private static let lookedMax: Int32 = 50_000
    /// Of one human, for whom somebody asks.
    private static let subjectsMax: Int32 = 1_000
    /// Numbers are drawn a moment before or after the time is read, by imports minutes before:
    /// so far from a bound entries are looked at one by one.
    private static let driftMicroseconds: Int64 = 3_600_000_000

    /// 감사 기록. What was done with the ledger, newest first: the entries that were added and the
    /// rows of the access log.
    /// - Parameter before: where the page before ended; `nil` for the first.
    /// - Throws: `LedgerFailure`.
    package func audit(
        _ filter: AuditFilter, before: AuditPlace? = nil, rowsMax: Int
    ) async throws -> AuditRecords {
        try await read { transaction in
            let filter = try await resolved(filter, in: transaction)
            let range = try await entryNumbers(of: filter, in: transaction)
            var merger = AuditMerger(from: before, rowsMax: rowsMax)
            if filter.wantsEntries {
                let start = min(before?.entry ?? .max, range.upperBound)
                let lookedMax = filter.isSearching ? Ledger.lookedMax : Int32(rowsMax + 1)
                let (_, rows, floors) = try await transaction.pipeline(
                    PlanForValues(),
                    ReadAuditedEntries(
                        filter: filter, before: start, floor: range.lowerBound,
                        lookedMax: lookedMax, rowsMax: Int32(rowsMax + 1)),
                    ReadAuditFloor(before: start, lookedMax: lookedMax))
                merger.entries = rows.map(AuditRecord.init)
                merger.floor = floors.first.flatMap { $0.number > range.lowerBound ? $0 : nil }
            }
            if filter.wantsAccesses {
                let (_, rows) = try await transaction.pipeline(
                    PlanForValues(),
                    ReadAccesses(
                        filter: filter, before: before?.access, rowsMax: Int32(rowsMax + 1)))
                merger.accesses = rows
            }
            return try await named(merger.page(), in: transaction)
        }
    }

    /// Whether anybody ever acted under a name: a login, the name of a token.
    /// - Throws: `LedgerFailure`.
    package func hasAuthor(named name: String) async throws -> Bool {
        try await !ask(ReadAuthorsNamed(name: name)).isEmpty
    }

    /// Adds the numbers by which people call the first subjects.
    private func named(
        _ page: AuditRecords, in transaction: Transaction
    ) async throws -> AuditRecords {
        let ids = Set(page.records.filter { $0.proof == nil }.compactMap(\.subjects.first))
        let rows = try await transaction.run(ReadSubjectNumbers(ids: ids.sorted()))
        let names = Dictionary(rows.map { ($0.id, $0.no) }) { first, _ in first }
        let records = page.records.map { record in
            var record = record
            record.firstNo = record.proof?.no ?? record.subjects.first.flatMap { names[$0] }
            return record
        }
        return AuditRecords(records: records, next: page.next)
    }

    /// Looks up what the filter names.
    func resolved(
        _ filter: AuditFilter, in transaction: Transaction
    ) async throws -> AuditFilter {
        var filter = filter
        if let name = filter.authorName {
            filter.authors = try await transaction.run(ReadAuthorsNamed(name: name))
        }
        guard let subject = filter.subject else { return filter }
        var named: Identifier?
        if case .id(let id) = subject {
            named = id
        } else {
            named = try await RecordedThing.find(.thing(subject), in: transaction)?.id
        }
        filter.subjects = []
        if let named {
            filter.subjects = try await transaction.run(
                ReadSameSubject(id: named, rowsMax: Ledger.subjectsMax))
        }
        return filter
    }

    /// The numbers among which all entries of the days are.
    func entryNumbers(
        of filter: AuditFilter, in transaction: Transaction
    ) async throws -> Range<Int64> {
        guard let last = try await transaction.run(ReadLastEntryTime()).first else { return 0..<0 }
        var (first, end): (Int64, Int64) = (1, last.number + 1)
        if let begin = filter.begin {
            let bound = Instant(microseconds: begin.microseconds - Ledger.driftMicroseconds)
            first = try await number(at: bound, below: end, in: transaction)
        }
        if let bound = filter.end {
            let late = Instant(microseconds: bound.microseconds + Ledger.driftMicroseconds)
            end = try await number(at: late, below: end, in: transaction)
        }
        return first..<max(first, end)
    }

    /// About the first number whose entry is of that time or later: a bisection, for times follow
    /// numbers but for the drift.
    private func number(
        at time: Instant, below end: Int64, in transaction: Transaction
    ) async throws -> Int64 {
        var (low, high): (Int64, Int64) = (1, end)
        while low < high {
            let middle = low + (high - low) / 2
            guard let found = try await transaction.run(ReadEntryTime(number: middle)).first,
                found.recordedAt.microseconds < time.microseconds
            else {
                high = middle
                continue
            }
            low = found.number + 1
        }
        return low
    }
}

/// Puts the two books into one list by time, each from where it was left.
private struct AuditMerger {
    private let start: AuditPlace?
    private let rowsMax: Int
    var entries: [AuditRecord] = []
    /// The entry at which looking ended, with more below it.
    var floor: EntryTime?
    var accesses: [ReadAccesses.Row] = []

    init(from start: AuditPlace?, rowsMax: Int) {
        self.start = start
        self.rowsMax = rowsMax
    }

    func page() -> AuditRecords {
        var records: [AuditRecord] = []
        var (entry, access) = (0, 0)
        while records.count < rowsMax {
            let nextEntry = entry < entries.count ? entries[entry] : nil
            let nextAccess = access < accesses.count ? accesses[access] : nil
            let accessAt = nextAccess?.at.microseconds ?? .min
            if let nextEntry, accessAt < nextEntry.at.microseconds {
                records.append(nextEntry)
                entry += 1
            } else if let nextAccess, isSeen(nextAccess, hasEntry: nextEntry != nil) {
                records.append(AuditRecord(nextAccess))
                access += 1
            } else {
                break
            }
        }
        return AuditRecords(records: records, next: next(entry, access))
    }

    /// What is older than the last entry that was looked at waits for the entries between.
    private func isSeen(_ row: ReadAccesses.Row, hasEntry: Bool) -> Bool {
        guard !hasEntry, let floor else { return true }
        return row.at.microseconds >= floor.recordedAt.microseconds
    }

    private func next(_ entry: Int, _ access: Int) -> AuditPlace? {
        let hasAll = entry == entries.count && access == accesses.count && floor == nil
        guard !hasAll else { return nil }
        let lastEntry = entry > 0 ? entries[entry - 1].proof?.number : start?.entry
        let last = access > 0 ? accesses[access - 1] : nil
        return AuditPlace(
            entry: entry == entries.count ? floor?.number ?? AuditPlace.end : lastEntry,
            access: access == accesses.count
                ? AuditPlace.accessEnd
                : last.map { AuditPlace.Access(at: $0.at, id: $0.id) } ?? start?.access)
    }
}
