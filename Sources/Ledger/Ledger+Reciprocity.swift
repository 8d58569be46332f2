import Hometown
import Postgres

extension Ledger {
    /// Entries folded in one transaction: enough to catch up, few enough to be quick.
    static let foldedEntriesMax: Int64 = 1 << 18

    /// 주고받은 표. Who gave to whom in a period, exact to the moment.
    /// - Returns: `nil` when there is no such agreement.
    /// - Throws: `LedgerFailure`.
    package func reciprocity(_ question: ReciprocityQuestion) async throws -> ReciprocityRecord? {
        try await snapshot { try await reciprocity(question, in: $0) }
    }

    private func reciprocity(
        _ question: ReciprocityQuestion, in transaction: Transaction
    ) async throws -> ReciprocityRecord? {
        let registry = try await registry.current(in: transaction)
        let today = try await transaction.run(ReadTime())[0].koreanDate
        let matrix: ReciprocityMatrix
        let firsts: [(pair: ReciprocityMatrix.Pair, day: CivilDate?)]
        let make = { (flows: [ReciprocityMatrix.Flow]) in
            ReciprocityMatrix(
                flows, registry: registry, level: question.level,
                rolledUpTo: question.rolledUpTo)
        }
        if let agreement = question.agreement {
            let known = try await transaction.run(CountAgreement(id: agreement))
            guard known.first == 1 else { return nil }
            let gifts = try await transaction.run(
                ReadAgreementGifts(agreement: agreement, period: question.period))
            matrix = make(gifts.map(\.flow))
            firsts = gifts.map { ($0.pair, $0.day) }
        } else {
            matrix = make(
                try await transaction.run(ReadReciprocity(period: question.period)).flatMap { $0 })
            let waiting = matrix.cells.flatMap(\.units)
            firsts =
                waiting.isEmpty
                ? []
                : try await transaction.run(
                    ReadFirstGifts(pairs: waiting, period: question.period))
        }
        return ReciprocityRecord(
            question: question, matrix: matrix,
            unansweredSince: Ledger.firstDays(of: matrix, firsts),
            countedTo: min(today, question.period.upperBound), governments: registry)
    }

    private static func firstDays(
        of matrix: ReciprocityMatrix, _ firsts: [(pair: ReciprocityMatrix.Pair, day: CivilDate?)]
    ) -> [ReciprocityMatrix.Pair: CivilDate] {
        var days: [ReciprocityMatrix.Pair: CivilDate] = [:]
        for (pair, day) in firsts {
            if let day { days[pair] = min(day, days[pair] ?? day) }
        }
        return matrix.cells.reduce(into: [:]) { since, cell in
            since[cell.pair] = cell.units.compactMap { days[$0] }.min()
        }
    }

    /// 접기. Folds sealed entries into the roll-up of flows, as far as one transaction should go.
    ///
    /// If we die before the commit nothing is folded, and whoever reads adds the tail as before. A
    /// second daemon waits for the row of the head and goes on from there.
    /// - Returns: how many entries were folded; zero when none waits.
    /// - Throws: `LedgerFailure`.
    package func foldFlows() async throws -> Int64 {
        do {
            return try await pool.transaction { transaction in
                let head = try await transaction.run(LockFlowHead())[0]
                let logSize = min(head.sealed, head.folded + Ledger.foldedEntriesMax)
                guard logSize > head.folded else { return 0 }
                _ = try await transaction.run(FoldFlows(logSize: logSize))
                return logSize - head.folded
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}

extension ReadAgreementGifts.Row {
    fileprivate var flow: ReciprocityMatrix.Flow {
        ReciprocityMatrix.Flow(
            giver: pair.from, recipient: pair.to,
            tally: Facts.Tally(
                count: 1, amount: Won(amount ?? 0), undisclosed: amount == nil ? 1 : 0))
    }
}
