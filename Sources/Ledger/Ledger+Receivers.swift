import Foundation
package import Hometown
import Postgres

extension Ledger {
    /// 수신처. All of them, by name.
    /// - Throws: `LedgerFailure`.
    package func receivers() async throws -> [RecordedReceiver] {
        try await ask(ReadReceivers(name: nil))
    }

    /// - Returns: `nil` when there is none of this name.
    /// - Throws: `LedgerFailure`.
    package func receiver(_ name: String) async throws -> RecordedReceiver? {
        try await ask(ReadReceivers(name: name)).first
    }

    /// Who added, switched and renewed it, newest first.
    /// - Throws: `LedgerFailure`.
    package func changes(
        of recorded: RecordedReceiver, rowsMax: Int
    ) async throws -> [RecordedReceiverChange] {
        try await read { try await changes(of: recorded, rowsMax: rowsMax, in: $0) }
    }

    private func changes(
        of recorded: RecordedReceiver, rowsMax: Int = RecordedReceiver.changesMax,
        in transaction: Transaction
    ) async throws -> [RecordedReceiverChange] {
        try await transaction.run(
            ReadReceiverChanges(receiver: recorded.id, rowsMax: Int32(clamping: rowsMax)))
    }

    /// 수신처 더하기. It gets what is filed from now on.
    /// - Throws: `ReceiverProblem` and `LedgerFailure`.
    package func addReceiver(
        _ receiver: Receiver, note: String?, author: Author,
        errand: Errand<RecordedReceiver>? = nil
    ) async throws -> RecordedReceiver {
        if let text = refusalOfReceiver(receiver) { throw ReceiverProblem.unreachable(text) }
        // It would get empty parcels, and each would be told as sent.
        let forms = RenderedSummary.Form.filed.map(\.rawValue)
        if let unfiled = receiver.formats.first(where: { !forms.contains($0) }) {
            throw ReceiverProblem.fault(.format(unfiled))
        }
        return try await tend(errand) { transaction in
            let known = Set(try await transaction.run(ReadSchedules(name: nil)).map(\.name))
            if let unknown = receiver.schedules.first(where: { !known.contains($0) }) {
                throw ReceiverProblem.unknownSchedule(unknown)
            }
            guard let id = try await transaction.run(InsertReceiver(receiver: receiver)).first
            else { throw ReceiverProblem.nameTaken(receiver.name) }
            return try await keep(id, receiver.name, .added, note, author, in: transaction)
        }
    }

    /// 수신처 켜고 끄기.
    /// - Throws: `ReceiverProblem` and `LedgerFailure`.
    package func switchReceiver(
        _ name: String, on isOn: Bool, note: String?, author: Author,
        errand: Errand<RecordedReceiver>? = nil
    ) async throws -> RecordedReceiver {
        try await tend(errand) { transaction in
            let recorded = try await receiver(name, in: transaction)
            guard recorded.isOn != isOn else {
                return try await recorded.telling(changes(of: recorded, in: transaction))
            }
            _ = try await transaction.run(SwitchReceiver(id: recorded.id, isOn: isOn))
            return try await keep(
                recorded.id, name, isOn ? .switchedOn : .switchedOff, note, author,
                in: transaction)
        }
    }

    /// 비밀키 바꾸기. What is sent from now on is signed with another secret.
    /// - Throws: `ReceiverProblem` and `LedgerFailure`.
    package func renewSecret(
        ofReceiver name: String, note: String?, author: Author,
        errand: Errand<RecordedReceiver>? = nil
    ) async throws -> RecordedReceiver {
        try await tend(errand) { transaction in
            let recorded = try await receiver(name, in: transaction)
            try recorded.checkSecret()
            _ = try await transaction.run(RenewReceiverSecret(id: recorded.id))
            return try await keep(
                recorded.id, name, .secretRenewed, note, author, in: transaction)
        }
    }

    /// Made anew whenever it is asked for; the database does not have it.
    package func secret(of recorded: RecordedReceiver) -> WebhookSecret {
        WebhookSecret(bytes: secret.receiver(recorded.name, number: recorded.secretNumber))
    }

    func receiver(
        _ name: String, in transaction: Transaction
    ) async throws -> RecordedReceiver {
        guard let recorded = try await transaction.run(ReadReceivers(name: name)).first else {
            throw ReceiverProblem.unknownReceiver(name)
        }
        return recorded
    }

    private func keep(
        _ id: Int16, _ name: String, _ action: RecordedReceiverChange.Action, _ note: String?,
        _ author: Author, in transaction: Transaction
    ) async throws -> RecordedReceiver {
        if let note, ResidentNumber.isPresent(in: note) { throw ReceiverProblem.residentNumber }
        _ = try await transaction.run(
            InsertReceiverChange(receiver: id, action: action, note: note, author: author.id))
        let recorded = try await receiver(name, in: transaction)
        return try await recorded.telling(changes(of: recorded, in: transaction))
    }

    /// Runs what changes receivers and deliveries; a problem undoes it and is told as it is.
    func tend<Value: Sendable>(
        _ errand: Errand<Value>? = nil, _ body: @Sendable (Transaction) async throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.transaction { try await once(errand, in: $0, body) }
        } catch let stop as ErrandStop {
            throw stop
        } catch let problem as ReceiverProblem {
            throw problem
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}

extension RecordedReceiver {
    /// - Throws: `ReceiverProblem` for one that has no secret, which only webhooks have.
    package func checkSecret() throws(ReceiverProblem) {
        guard receiver.kind == .webhook else { throw .unsigned(name) }
    }

    fileprivate func telling(_ changes: [RecordedReceiverChange]) -> RecordedReceiver {
        var recorded = self
        recorded.changes = changes
        return recorded
    }
}

extension WebhookSecret {
    /// `whsec_` and base64, as the Standard Webhooks specification shows it to people.
    package var text: String { "whsec_" + Data(bytes).base64EncodedString() }
}
