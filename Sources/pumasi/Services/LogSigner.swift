import Hometown
import Ledger
import LocalPostgres
import Logging
import Synchronization
import Transparency

/// 서명자. Signs the head of the log when it has grown, never two that contradict each other: what
/// was signed last is remembered outside the database and looked at before each signature.
///
/// If we die after remembering and before publishing, the next start signs the same head again. If
/// the database comes back older than what was signed, nothing is signed until somebody has
/// looked; recording goes on.
final class LogSigner: Sendable {
    private let ledger: Ledger
    private let files: SigningFiles
    let key: SigningKey
    private let logger: Logger
    private let state: Mutex<State>

    private struct State {
        /// Signed by our key and published.
        var published: TreeHead?
        var alert: String?
    }

    init(ledger: Ledger, files: SigningFiles, key: SigningKey, logger: Logger) {
        self.ledger = ledger
        self.files = files
        self.key = key
        self.logger = logger
        state = Mutex(State())
    }

    /// Why nothing is signed; `nil` while all is well.
    var alert: String? { state.withLock(\.alert) }

    /// Signs and publishes the head, if it is new.
    /// - Returns: whether the newest head is published.
    @discardableResult
    func sign() async -> Bool {
        do {
            let head = try await ledger.treeHead()
            guard head.size > 0 else { return true }
            if state.withLock({ $0.published == head && $0.alert == nil }) { return true }
            guard let lock = try files.lock() else { return false }
            defer { withExtendedLifetime(lock) {} }
            try await publish()
            return true
        } catch let refusal as SigningRefusal {
            warn(refusal.description)
        } catch LedgerFailure.damaged {
            warn("log-fork: the stored tiles are damaged; see pumasi ledger verify")
        } catch let failure as CommandFailure {
            warn(failure.text(in: .english))
        } catch {
            // Stopping cancels it, and leaves nothing behind.
            guard !Task.isCancelled else { return false }
            logger.warning("the log is not signed yet", metadata: ["error": "\(error)"])
        }
        return false
    }

    private func publish() async throws {
        let log = try await SignedLog(of: ledger, files, key: key)
        let head = log.head
        if log.ours != head {
            let checkpoint = Checkpoint(
                origin: key.verifier.name, size: Int(head.size), root: head.root)
            guard let note = try checkpoint?.signed(with: key) else { throw LedgerFailure.bug }
            try files.remember(note)
            try await ledger.keep(note, of: head)
        } else if log.remembered != head, let note = log.newest?.note {
            try files.remember(SignedNote(bytes: Array(note.utf8)))
        }
        state.withLock { state in
            state.published = head
            state.alert = nil
        }
    }

    /// Says it once and not every second.
    private func warn(_ alert: String) {
        let isNew = state.withLock { state in
            defer { state.alert = alert }
            return state.alert != alert
        }
        guard isNew else { return }
        logger.critical("the log is not signed", metadata: ["alert": "\(alert)"])
    }
}
