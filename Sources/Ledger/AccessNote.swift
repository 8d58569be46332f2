import Hometown
import Synchronization

/// 열람 쪽지. Whose data the ledger reads for one question, gathered where it is read: no page,
/// route or command can forget to say so. Whoever asks for somebody puts one in the task
/// (`current`); what the ledger reads for itself has none.
package final class AccessNote: Sendable {
    @TaskLocal package static var current: AccessNote?

    private let seen = Mutex<[Entry.Kind: Set<Identifier>]>([:])

    package init() {}

    /// Tells the note of this task, if there is one.
    static func saw(_ kind: Entry.Kind, _ ids: some Sequence<Identifier>) {
        guard let current else { return }
        current.seen.withLock { seen in
            for id in ids { seen[kind, default: []].insert(id) }
        }
    }

    /// Whether nothing personal was read.
    package var isEmpty: Bool { seen.withLock { $0.isEmpty } }

    /// One row for each kind, and for each part of it that one row can hold; none when nothing
    /// personal was read.
    package func accesses(by origin: AccessOrigin) -> [Access] {
        let seen = seen.withLock { $0 }
        return seen.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { kind, ids in
            Access.rows(.read, kind, ids.sorted(), by: origin)
        }
    }
}

extension Access {
    /// Rows that name all these things, in their order.
    static func rows(
        _ action: Action, _ kind: Entry.Kind, _ subjects: [Identifier], by origin: AccessOrigin,
        reason: String? = nil
    ) -> [Access] {
        stride(from: 0, to: subjects.count, by: subjectsMax).map { first in
            let part = subjects[first..<min(first + subjectsMax, subjects.count)]
            return Access(
                action, author: origin.author, address: origin.address, kind: kind,
                subjects: Array(part), scope: origin.scope, reason: reason)
        }
    }
}
