package import Hometown
import Postgres
import Timetable

extension Ledger {
    /// 정정 미리보기. Makes a correction, looks at what came of it and undoes it.
    /// - Parameters:
    ///   - version: the version of the donation that the caller saw; `nil`: whatever stands.
    ///   - author: who asks.
    /// - Throws: `LedgerFailure`.
    package func foresee(
        _ draft: CorrectionDraft, version: Int?, author: Author
    ) async throws -> CorrectionForesightAnswer {
        do {
            return try await pool.transaction { transaction -> CorrectionForesightAnswer in
                throw Foreseen(
                    foresight: try await foresee(draft, version, author, in: transaction))
            }
        } catch let undone as Foreseen {
            return .foreseen(undone.foresight)
        } catch let refused as Refused {
            return .refused(refused.refusals)
        } catch CorrectionStop.unknown {
            return .unknown
        } catch CorrectionStop.stale(let versions) {
            return .stale(versions)
        } catch {
            if let refusal = Refusal(constraintOf: error) { return .refused([refusal]) }
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// 승인 미리보기. What approving a correction that waits would bring now.
    /// - Parameters:
    ///   - asked: what waits.
    ///   - author: who would approve.
    /// - Returns: `.unknown` for what is no correction, or does not wait.
    /// - Throws: `LedgerFailure`.
    package func foresee(
        approving asked: RecordedApproval, author: Author
    ) async throws -> CorrectionForesightAnswer {
        guard asked.state == .pending, let draft = asked.correction else { return .unknown }
        return try await foresee(draft, version: nil, author: author)
    }

    private func foresee(
        _ draft: CorrectionDraft, _ version: Int?, _ author: Author, in transaction: Transaction
    ) async throws -> CorrectionForesight {
        let (time, edition, _) = try await transaction.pipeline(
            ReadTime(), ReadEdition(), TakeLocks(numbers: [Ledger.periodsLock]))
        let governments = try await registry.current(edition: edition[0], in: transaction)
        var book = Book(
            transaction: transaction, recordedAt: time[0], author: author, registry: governments,
            randomness: randomness, claimed: nil)
        let work = try await CorrectionWork(draft, in: book)
        try await book.check(version, of: work)
        try work.judge()
        let before = try await look(
            at: work, as: work.target.id, [draft.newExchange], governments, in: transaction)
        let undone = try await donations([work.undone?.id].compactMap(\.self), in: transaction)
        let place = try await book.record(work, isPending: false)
        try await book.settle(work, as: place.id, number: place.number)
        let replacement = try await transaction.run(ReadSettlements(donations: [work.target.id]))
            .first?.settlement.replacement
        let after = try await look(
            at: work, as: replacement ?? work.target.id, before.exchanges.map(\.exchange.id),
            governments, in: transaction)
        return CorrectionForesight(
            action: draft.action, returned: work.returned,
            fourEyes: work.fourEyes(from: fourEyesFrom),
            before: before.donation, after: after.donation, undone: undone.first,
            groundsBefore: before.grounds, groundsAfter: after.grounds,
            years: zip(before.years, after.years).map { pair in
                CorrectionForesight.Year(
                    isOfNewDonor: pair.0.donor != work.target.row.donor,
                    year: Int(pair.0.year), before: pair.0.standing, after: pair.1.standing)
            },
            exchanges: before.exchanges.compactMap { was in
                after.exchanges.first { $0.exchange.id == was.exchange.id }
                    .map { CorrectionForesight.Exchange(before: was, after: $0) }
            },
            summaries: try await summaries(counting: [before.donation] + undone, in: transaction))
    }

    /// What stands at one moment.
    private struct Look {
        let donation: RecordedDonation
        let grounds: DonorGrounds
        let years: [(donor: Identifier, year: Int16, standing: Standing)]
        let exchanges: [ExchangeRecord]
    }

    private func look(
        at work: CorrectionWork, as id: Identifier, _ further: [Identifier?],
        _ governments: GovernmentRegistry, in transaction: Transaction
    ) async throws -> Look {
        let years = work.years
        let (_, rows, _, grounds, standings) = try await transaction.pipeline(
            PlanByKeys(), ReadDonations(ids: [id]), PlanByKeys.End(),
            ReadDonorGrounds(donation: id),
            ReadStandings(donors: years.map(\.donor), years: years.map(\.year)))
        let found = try await Ledger.complete(rows, governments, in: transaction)
        guard let donation = found.first, let grounds = grounds.first else {
            throw CorrectionStop.unknown
        }
        var exchanges: [ExchangeRecord] = []
        for exchange in Set(further + [donation.exchange]).compactMap(\.self).sorted() {
            exchanges += try await self.exchanges(
                ExchangeFilter(id: exchange), after: 0, rowsMax: 1, in: transaction)
        }
        return Look(
            donation: donation, grounds: grounds,
            years: years.map { year in
                let row = standings.first { $0.donor == year.donor && $0.year == year.year }
                return (
                    year.donor, year.year,
                    Standing(
                        recorded: Won(row?.total ?? 0),
                        undisclosedCount: Int(row?.undisclosed ?? 0))
                )
            }, exchanges: exchanges)
    }

    /// Filed summaries of the periods in which one of them lies and was recorded, made of a log
    /// that had it.
    private func summaries(
        counting donations: [RecordedDonation], in transaction: Transaction
    ) async throws -> [RecordedSummary] {
        var found: [RecordedSummary] = []
        for donation in donations {
            guard let logIndex = donation.logIndex else { continue }
            let days = [donation.donatedOn.date, donation.recordedAt.koreanDate]
            let rows = try await transaction.run(
                ReadSummariesOfPeriods(
                    periods: PeriodKey.texts(containing: days), beyond: logIndex))
            found += rows.filter { row in !found.contains { $0.id == row.id } }
        }
        return found
    }
}

extension CorrectionDraft {
    /// The exchange along which the donation is said to go from now on.
    fileprivate var newExchange: Identifier? {
        changes[.exchange].flatMap { Identifier($0) }
    }
}

/// Carries what was foreseen out of the transaction that is undone.
private struct Foreseen: Error {
    let foresight: CorrectionForesight
}
