package import Hometown
import Postgres
import Timetable

extension Ledger {
    /// About a day of trying, once the pauses have grown to a quarter of an hour.
    package static let deliveryAttemptsMax = 100
    /// Longer than any way of delivery may take; then another daemon may take it up.
    private static let deliverySecondsMax: Int32 = 180

    /// 발송. The outbox, newest first.
    /// - Parameter before: the number the page ends before.
    /// - Throws: `LedgerFailure`.
    package func deliveries(
        _ state: DeliveryState? = nil, before: Int64? = nil, rowsMax: Int
    ) async throws -> [RecordedDelivery] {
        try await ask(
            ReadDeliveries(
                id: nil, state: state, before: before, rowsMax: Int32(clamping: rowsMax)))
    }

    /// To whom a summary went or is to go, the latest first.
    /// - Throws: `LedgerFailure`.
    package func deliveries(
        of summary: Identifier, rowsMax: Int
    ) async throws -> [RecordedDelivery] {
        try await ask(
            ReadDeliveries(
                id: nil, state: nil, before: nil, rowsMax: Int32(clamping: rowsMax),
                summary: summary))
    }

    /// 보내기. Sends a summary to a receiver, whatever became of an earlier attempt.
    /// - Throws: `ReceiverProblem` and `LedgerFailure`.
    package func send(
        _ summary: Identifier, to name: String, errand: Errand<RecordedDelivery>? = nil
    ) async throws -> RecordedDelivery {
        try await tend(errand) { transaction in
            let recorded = try await receiver(name, in: transaction)
            let known = try await transaction.run(
                ReadSummaries(id: summary, before: nil, rowsMax: 1))
            guard !known.isEmpty else { throw ReceiverProblem.unknownSummary }
            let id = try await transaction.run(
                RepeatDelivery(summary: summary, receiver: recorded.id))[0]
            return try await delivery(id, in: transaction)
        }
    }

    /// 다시 보내기. The same delivery under the same id.
    /// - Throws: `ReceiverProblem` and `LedgerFailure`.
    package func sendAgain(
        _ id: Identifier, errand: Errand<RecordedDelivery>? = nil
    ) async throws -> RecordedDelivery {
        let known = try await ask(ReadDeliveries(id: id, state: nil, before: nil, rowsMax: 1)).first
        guard let known else { throw ReceiverProblem.unknownDelivery }
        return try await send(known.summary, to: known.receiver, errand: errand)
    }

    /// Takes up what is due, one delivery for each receiver.
    /// - Parameter busy: names of receivers that this daemon is at.
    /// - Throws: `LedgerFailure`.
    package func claimDeliveries(besides busy: [String]) async throws -> [ClaimedDelivery] {
        try await tend { transaction in
            let claims = try await transaction.run(
                ClaimDeliveries(busy: busy, secondsMax: Ledger.deliverySecondsMax))
            var claimed: [ClaimedDelivery] = []
            for claim in claims {
                let receiver = try await receiver(claim.receiver, in: transaction)
                claimed.append(
                    ClaimedDelivery(
                        number: claim.number, receiver: receiver,
                        parcel: try await parcel(claim, receiver.receiver, in: transaction),
                        attempt: claim.attempt, attemptsSince: claim.attemptsSince))
            }
            return claimed
        }
    }

    /// Says that a delivery arrived, or that it did not and when it is tried again.
    /// - Parameters:
    ///   - text: what the receiver answered, or what is wrong and how to mend it.
    ///   - isPermanent: trying again cannot help until somebody has changed something.
    /// - Returns: the state it is in now.
    /// - Throws: `LedgerFailure`.
    package func settle(
        _ claimed: ClaimedDelivery, arrived: Bool, _ text: Bilingual, isPermanent: Bool = false,
        daemon: Identifier
    ) async throws -> DeliveryState {
        let attemptsMax =
            isPermanent ? Retry.permanentAttemptsMax : Ledger.deliveryAttemptsMax
        let state: DeliveryState =
            arrived ? .sent : Int(claimed.attemptsSince) < attemptsMax ? .waiting : .givenUp
        try await tend { transaction in
            let now = try await transaction.run(ReadTime())[0]
            let due = Retry.instant(
                afterFailureAt: now, attempts: Int(claimed.attemptsSince),
                key: claimed.parcel.id.description)
            _ = try await transaction.pipeline(
                InsertDeliveryAttempt(
                    number: claimed.number, attempt: claimed.attempt, daemon: daemon,
                    succeeded: arrived, text: text),
                SettleDelivery(
                    number: claimed.number, attempt: claimed.attempt, state: state, dueAt: due))
        }
        return state
    }

    /// Gives a mark whenever something was put into the outbox, and when it begins to listen.
    package func deliveryNotices() -> some AsyncSequence<Void, Never> & Sendable {
        pool.notifications(on: "delivery").map { _ in }
    }

    private func delivery(
        _ id: Identifier, in transaction: Transaction
    ) async throws -> RecordedDelivery {
        guard
            let recorded = try await transaction.run(
                ReadDeliveries(id: id, state: nil, before: nil, rowsMax: 1)
            ).first
        else { throw ReceiverProblem.unknownDelivery }
        return recorded
    }

    private func parcel(
        _ claim: ClaimDeliveries.Row, _ receiver: Receiver, in transaction: Transaction
    ) async throws -> Parcel {
        let (found, files) = try await transaction.pipeline(
            ReadSummaries(id: claim.summary, before: nil, rowsMax: 1),
            ReadParcelFiles(summary: claim.summary))
        guard let summary = found.first else { throw LedgerFailure.damaged }
        return Parcel(
            id: claim.id, summary: summary.id, no: summary.no, title: summary.title,
            schedule: summary.schedule, period: summary.period, revision: summary.revision,
            logSize: summary.logSize, filedAt: summary.recordedAt,
            files: files.filter { receiver.wants($0.name) })
    }
}
