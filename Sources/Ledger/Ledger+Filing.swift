import Hometown
import Postgres
import Timetable
import Transparency

/// Another daemon committed the period while we made it: what we made is undone.
struct PeriodTaken: Error {}

extension Ledger {
    /// Makes a period's summary and claims the period with it, in one transaction that sees one
    /// moment of the ledger.
    /// - Throws: `PeriodTaken`, and what making it meets.
    func file(
        _ order: RunOrder, startedAt: Instant, _ desk: SummaryDesk
    ) async throws -> RunOutcome {
        guard order.recorded.job != .publication || desk.home != nil else {
            throw ScheduleProblem.homeMissing
        }
        return try await pool.transaction(isolation: .repeatableRead) { transaction in
            if let lock = order.lock {
                guard try await transaction.run(TryLock(number: lock))[0] else { return .busy }
            }
            guard try await isOpen(order, in: transaction) else {
                try await settle(order.request, in: transaction)
                return .taken
            }
            let (inputs, rendered) = try await make(order, desk, in: transaction)
            let run = try await claim(
                order, inputs, rendered, startedAt: startedAt, desk, in: transaction)
            try await keep(rendered, inputs, order, run, desk.author, in: transaction)
            try await settle(order.request, in: transaction)
            try await keepAnswer(of: order, run, in: transaction)
            return .filed(run)
        }
    }

    /// Makes a period's report of the log as the transaction sees it, and writes nothing.
    func make(
        _ order: RunOrder, _ desk: SummaryDesk, in transaction: Transaction
    ) async throws -> (RunInputs, RenderedSummary) {
        let head = try await treeHead(in: transaction)
        let log = Facts.Log(size: head.size, root: head.root.description)
        let earlier = try await transaction.run(
            ReadEarlierLogSize(schedule: order.recorded.id, before: order.occurrence)
        ).first
        let making = RunInputs(
            order.recorded, order.occurrence, log, earlierLogSize: earlier, desk, renderer: 0)
        let rendered = try desk.render(try await facts(making, in: transaction))
        let inputs = RunInputs(
            order.recorded, order.occurrence, log, earlierLogSize: earlier, desk,
            renderer: rendered.rendererVersion)
        return (inputs, rendered)
    }

    /// Whether the period has no row yet, or one that may be taken up by hand.
    func isOpen(_ order: RunOrder, in transaction: Transaction) async throws -> Bool {
        guard order.revision == 0 else { return true }
        let settled = try await transaction.run(
            ReadSettledPeriods(
                schedule: order.recorded.id, periods: [order.occurrence.period.text]))
        guard let row = settled.first else { return true }
        return order.isByHand && row.state != .filed
    }

    /// If we die before the commit, nothing of this was ever there; after it, all of it is.
    /// - Throws: `PeriodTaken` when another was first.
    private func claim(
        _ order: RunOrder, _ inputs: RunInputs, _ rendered: RenderedSummary,
        startedAt: Instant, _ desk: SummaryDesk, in transaction: Transaction
    ) async throws -> Identifier {
        let now = desk.time(try await transaction.run(ReadTime())[0])
        let draft = RunDraft(
            id: randomness.identifier(at: now), schedule: order.recorded.id,
            occurrence: order.occurrence, revision: order.revision, state: .filed,
            origin: order.origin, reason: order.reason, author: desk.author.id,
            daemon: desk.daemon, startedAt: startedAt, filedAt: now, logSize: inputs.log.size,
            inputs: inputs.bytes, outputs: rendered.outputs)
        let claimed =
            order.isByHand
            ? try await transaction.run(TakeUpRun(draft: draft))
            : try await transaction.run(ClaimRun(draft: draft))
        guard let run = claimed.first else { throw PeriodTaken() }
        return run
    }

    private func settle(_ request: Int64?, in transaction: Transaction) async throws {
        guard let request else { return }
        _ = try await transaction.run(DeleteRequest(id: request))
    }

    /// Adds the summary's entry and its files.
    private func keep(
        _ rendered: RenderedSummary, _ inputs: RunInputs, _ order: RunOrder, _ run: Identifier,
        _ author: Author, in transaction: Transaction
    ) async throws {
        let now = try await transaction.run(ReadTime())[0]
        var book = Book(
            transaction: transaction, recordedAt: now, author: author,
            registry: try await registry.current(in: transaction), randomness: randomness,
            claimed: nil)
        let place = try await book.add(
            .summary,
            members: [
                "files": rendered.canonicalFiles,
                "inputs": .string(Hash256.of(inputs.bytes).description),
                "log_size": .integer(inputs.log.size), "period": .string(inputs.period.text),
                "renderer": .number(inputs.renderer),
                "revision": .integer(Int64(order.revision)), "root": .string(inputs.log.root),
                "schedule": .string(inputs.schedule),
            ])
        _ = try await transaction.pipeline(
            InsertSummary(
                number: place.number, id: place.id, run: run, logSize: inputs.log.size,
                rendered: rendered, recordedAt: now),
            InsertSummaryFiles(summary: place.id, files: rendered.files),
            InsertDeliveries(summary: place.id, schedule: inputs.schedule))
        try await book.close()
    }
}

extension RunOrder {
    /// By somebody's word, not by the hour.
    var isByHand: Bool { origin == .manual || origin == .backfill }
}

extension RenderedSummary {
    var canonicalFiles: CanonicalValue {
        .array(
            files.map { file in
                .object([
                    "name": .string(file.name),
                    "sha256": .string(Hash256.of(file.bytes).description),
                ])
            })
    }

    /// What a run made, in short.
    var outputs: [UInt8] { CanonicalValue.object(["files": canonicalFiles]).bytes }
}
