package import Hometown
package import Transparency

/// 감사 기록 한 줄. Something that was done with the ledger: an entry that somebody added, or a row of
/// the access log.
package struct AuditRecord: Hashable, Sendable {
    /// 한 일.
    package enum Deed: Hashable, Sendable {
        /// An entry tells it.
        case recorded
        case access(Access.Action)

        package static let all = [Deed.recorded] + Access.Action.allCases.map(Deed.access)

        package var name: String {
            switch self {
            case .recorded: "recorded"
            case .access(let action): action.rawValue
            }
        }

        /// What people read in its place.
        package var title: Bilingual {
            switch self {
            case .recorded: Bilingual("등록", "recorded")
            case .access(let action): action.title
            }
        }

        /// `nil` for a name that none has.
        package init?(_ name: String) {
            guard let deed = Deed.all.first(where: { $0.name == name }) else { return nil }
            self = deed
        }

        var access: Access.Action? {
            if case .access(let action) = self { action } else { nil }
        }
    }

    /// The entry that tells it, and its place in the log once it is sealed.
    package struct Proof: Hashable, Sendable {
        package let number: Int64
        package let no: String
        package let logIndex: Int64?
        package let leafHash: Hash256
    }

    package let at: Instant
    package let deed: Deed
    /// `nil` for somebody who did not get in, and for the owner of the database.
    package let author: Author?
    /// What the person is called, where the author is a user.
    package let name: String?
    /// From where; of an entry all addresses from which its author came in that hour, with blanks
    /// between them. `nil` on the machine itself.
    package let address: String?
    package let kind: Entry.Kind?
    package let subjects: [Identifier]
    package let subjectCount: Int64
    package let scope: String?
    package let reason: String?
    /// `D-2026-000123` of the first subject, where people call it so.
    package internal(set) var firstNo: String?
    /// `nil` for a row of the access log.
    package internal(set) var proof: Proof?

    init(_ row: ReadAccesses.Row) {
        at = row.at
        deed = .access(row.action)
        author = row.author
        name = row.name
        address = row.address
        kind = row.kind
        subjects = row.subjects
        subjectCount = Int64(row.subjectCount)
        scope = row.scope
        reason = row.reason
    }

    init(_ row: ReadAuditedEntries.Row) {
        at = row.recordedAt
        deed = .recorded
        author = row.author
        name = row.name
        address = row.addresses
        kind = row.kind
        subjects = [row.id]
        subjectCount = 1
        scope = nil
        reason = nil
        proof = Proof(
            number: row.number,
            no: row.kind.map { Entry.no($0, recordedAt: row.recordedAt, number: row.number) }
                ?? "\(row.number)",
            logIndex: row.logIndex, leafHash: row.leafHash)
    }
}

extension Instant {
    /// 자정. Midnight in Korea, with which the day begins.
    package init(beginningOf day: CivilDate) {
        self.init(
            microseconds: Int64(day.daysSinceEpoch) * Instant.microsecondsPerDay
                - Instant.koreaOffset)
    }
}
