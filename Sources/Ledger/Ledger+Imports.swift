import Crypto
package import Hometown
import Postgres
import Transparency

extension Ledger {
    /// Donors' years added to by one statement.
    static let yearsMax = 16_384
    /// How often they are added to before the whole list is read again.
    private static let yearAttemptsMax = 20
    /// Entries the sealer finds in one piece of work, about as many as the queue's batches have and
    /// few enough that PostgreSQL keeps their numbers in the row as they are.
    static let unsealedEntriesMax = 240

    /// 미리보기. Judges a list as it would be judged if it were recorded, and records nothing. What
    /// is no list is answered as unreadable.
    /// - Parameter excerpt: of which rows the report has all that they say; `nil` for none.
    /// - Throws: `LedgerFailure`, `overloaded` when too many lists are read at this moment; what
    ///   the listener throws.
    package func tryImport(
        _ draft: ImportDraft, listener: (any ImportListener)? = nil,
        showing excerpt: ImportExcerpt? = nil
    ) async throws -> ImportAnswer {
        try await importing(draft) {
            try await attempt(ImportFile(draft).recognised(), listener, showing: excerpt)
        }
    }

    /// 일괄 등록. Records a list of donations in one transaction: all of it, or its valid rows only.
    /// - Throws: `LedgerFailure`: `overloaded` when too many lists are read at this moment,
    ///   `commitUnknown` when nobody could say whether it was recorded; what the listener throws.
    package func importDonations(
        _ draft: ImportDraft, request: Request, listener: (any ImportListener)? = nil
    ) async throws -> ImportAnswer {
        try await importing(draft) { try await record(draft, request, listener) }
    }

    /// 일괄 등록 이력. Imports, newest first.
    /// - Throws: `LedgerFailure`.
    package func imports(
        id: Identifier? = nil, before: Int64? = nil, rowsMax: Int
    ) async throws -> [RecordedImport] {
        try await ask(ReadImports(id: id, before: before, rowsMax: Int32(rowsMax)))
    }

    /// Each list holds a connection from its first row to its last, and asks by others: so many at
    /// once that they wait for one another would keep everybody else from the book, too. Unpacking
    /// and judging take seconds: they run on no event loop, whoever asks.
    private func importing(
        _ draft: ImportDraft, _ body: () async throws -> ImportAnswer
    ) async throws -> ImportAnswer {
        if let reason = draft.forcedBecause, ResidentNumber.isPresent(in: reason) {
            return .unreadable(.residentNumberInReason)
        }
        do {
            return try await withTaskExecutorPreference(importExecutor) {
                try await imports.run(
                    atMost: pool.configuration.connectionCountMax / 4, body)
            }
        } catch let stop as ImportStop {
            return stop.answer
        } catch let failure as ImportListenerFailure {
            throw failure.cause
        } catch {
            if let problem = ImportProblem(error) { return .unreadable(problem) }
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// A list that was undone may come again: it has another turn, under other ids.
    private func inTurn(
        _ file: ImportFile, in transaction: Transaction
    ) async throws -> ImportFile {
        var file = file
        while try await transaction.run(FindUndoneImports(file: file.id(secret))) == [true] {
            file.turn += 1
        }
        return file
    }

    // MARK: Trying

    private func attempt(
        _ file: ImportFile, _ listener: (any ImportListener)?,
        showing excerpt: ImportExcerpt? = nil
    ) async throws -> ImportAnswer {
        let (file, facts, governments) = try await pool.transaction(readOnly: true) { transaction in
            let file = try await inTurn(file, in: transaction)
            let facts = try await transaction.pipeline(
                ReadTime(), ReadEdition(), ReadBars(), ReadClosedPeriods(),
                FindImport(file: file.id(secret)))
            return (file, facts, try await registry.current(edition: facts.1[0], in: transaction))
        }
        let (time, _, bars, closed, earlier) = facts
        let reader = try ImportReader(
            file, ledger: self, author: Identifier(high: 0, low: 0), recordedAt: time[0],
            registry: governments, bars: bars, closed: closed, isDryRun: true,
            showing: excerpt)
        var report = ImportReport(file, reader)
        report.earlier = earlier.first.map {
            Entry.no(.listImport, recordedAt: $0.recordedAt, number: $0.number)
        }
        try await ImportListenerFailure.wrapping { try await listener?.begin(reader.columns) }
        while let batch = try await reader.next() {
            try await tell(listener, batch)
            report.add(batch)
        }
        return .tried(report)
    }

    private func tell(_ listener: (any ImportListener)?, _ batch: ImportBatch) async throws {
        guard let listener else { return }
        try await ImportListenerFailure.wrapping {
            if !batch.rejected.isEmpty { try await listener.reject(batch.rejected) }
            await listener.proceed(batch.progress)
        }
    }

    // MARK: Recording

    private func record(
        _ draft: ImportDraft, _ request: Request, _ listener: (any ImportListener)?
    ) async throws -> ImportAnswer {
        let file = try ImportFile(draft).recognised()
        do {
            return try await settle(file, request, listener)
        } catch ImportStop.rejected {
            // Begun and undone: now everything that is wrong is looked for.
            let answer = try await attempt(file, listener)
            guard case .tried(let report) = answer else { return answer }
            return report.counts.refused > 0 ? .rejected(report) : .nothingNew(report)
        }
    }

    /// Runs an import until its outcome is known: one in doubt is asked again under the same key,
    /// one that met another writer of the same donors is read again.
    private func settle(
        _ file: ImportFile, _ request: Request, _ listener: (any ImportListener)?
    ) async throws -> ImportAnswer {
        try await pool.settling(
            orRepeatingAfter: {
                $0.constraintName == "import_file_once" || $0.isYearContended
                    || periods.isNews($0)
            }
        ) { transaction, _ in
            try await record(file, request, listener, in: transaction)
        }
    }

    private func record(
        _ file: ImportFile, _ request: Request, _ listener: (any ImportListener)?,
        in transaction: Transaction
    ) async throws -> ImportAnswer {
        let file = try await inTurn(file, in: transaction)
        let (id, fingerprint) = (file.id(secret), file.fingerprint(secret))
        let (time, edition, bars, closed, claimed, earlier) = try await transaction.pipeline(
            ReadTime(), ReadEdition(), ReadBars(), ReadClosedPeriods(),
            ClaimKeys([(request.key, fingerprint)]), FindImport(file: id))
        guard let claim = claimed.first else {
            return try await replay(request, fingerprint, in: transaction).ofImport
        }
        if let earlier = earlier.first, file.draft.forcedBecause == nil {
            throw ImportStop.repeated(
                Entry.no(.listImport, recordedAt: earlier.recordedAt, number: earlier.number))
        }
        _ = try await transaction.run(ExpectManyRows())
        let governments = try await registry.current(edition: edition[0], in: transaction)
        var book = Book(
            transaction: transaction, recordedAt: time[0], author: request.author,
            registry: governments, randomness: randomness, claimed: claim.entry)
        let reader = try ImportReader(
            file, ledger: self, author: request.author.id, recordedAt: time[0],
            registry: governments, bars: bars, closed: closed, isDryRun: false)
        try await ImportListenerFailure.wrapping { try await listener?.begin(reader.columns) }
        var (report, rows) = (ImportReport(file, reader), ImportedRows())
        try await take(from: reader, in: transaction) { batch in
            report.add(batch)
            if report.counts.refused > 0, !file.draft.keepsValidRows { throw ImportStop.rejected }
            try await tell(listener, batch)
            if let copies = batch.copies { rows.add(copies) }
        }
        guard report.counts.recorded > 0 else { throw ImportStop.nothingNew(report) }
        try await add(await reader.additions, in: transaction)
        report.hidden.isRecorded = true
        try await book.add(file, id: id, report, rows)
        try await book.close()
        guard let receipt = book.receipt else { throw LedgerFailure.bug }
        return .recorded(receipt, report)
    }

    /// Reads one batch ahead of the one that is being written: judging and hashing take one core,
    /// PostgreSQL the other.
    private func take(
        from reader: ImportReader, in transaction: Transaction,
        _ note: (ImportBatch) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: ImportBatch?.self) { group in
            group.addTask { try await reader.next() }
            while let batch = try await group.next() ?? nil {
                group.addTask { try await reader.next() }
                try await note(batch)
                guard let copies = batch.copies else { continue }
                try await copies.write(in: transaction)
                let numbers = copies.numbers
                _ = try await transaction.pipeline(
                    stride(from: 0, to: numbers.count, by: Ledger.unsealedEntriesMax).map {
                        let end = min($0 + Ledger.unsealedEntriesMax, numbers.count)
                        return LeaveUnsealed(numbers: Array(numbers[$0..<end]))
                    })
            }
        }
    }

    /// What the donors' years gain: the last thing before the commit, so that nobody waits for
    /// long. Years that are new go in by COPY. If somebody opened one of them meanwhile they are
    /// added to like the others.
    ///
    /// New years come after the known ones, and others add to both in one order: so one of us may
    /// wait in a circle. Then this part begins anew, with its locks let go, and not the whole list.
    private func add(
        _ years: (known: AddToDonorYears, new: AddToDonorYears), in transaction: Transaction
    ) async throws {
        _ = try await transaction.run(SetSavepoint())
        var areNew = true
        var attempt = 1
        while true {
            do {
                try await add(years.known, in: transaction)
                guard !years.new.donors.isEmpty else { return }
                guard areNew else { return try await add(years.new, in: transaction) }
                return try await copy(years.new, in: transaction)
            } catch let error as PostgresError {
                let isCircle = error.sqlState == .deadlockDetected
                let isTaken = error.constraintName == "donor_year_pkey"
                guard isCircle || isTaken, attempt < Ledger.yearAttemptsMax else { throw error }
                _ = try await transaction.run(ReturnToSavepoint())
                areNew = areNew && !isTaken
                attempt += 1
            }
        }
    }

    private func copy(_ years: AddToDonorYears, in transaction: Transaction) async throws {
        _ = try await transaction.copyIn(AddToDonorYears.copySQL) {
            try await years.copy(to: $0, rowsAtOnceMax: Ledger.yearsMax)
        }
    }

    /// Adds to the donors' years in their order, as everybody does, so that nobody waits in a
    /// circle.
    private func add(_ years: AddToDonorYears, in transaction: Transaction) async throws {
        for start in stride(from: 0, to: years.donors.count, by: Ledger.yearsMax) {
            let part = start..<min(start + Ledger.yearsMax, years.donors.count)
            _ = try await transaction.run(years[part])
        }
    }
}

extension PostgresError {
    /// Somebody recorded for the same donor meanwhile, and together it is too much.
    var isYearContended: Bool { constraintName == "over_annual_cap" }
}
