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

/// 감사 조건. Which records to show; all of it must hold, and what is `nil` does not matter.
package struct AuditFilter: Hashable, Sendable {
    package var deed: AuditRecord.Deed?
    /// An author's name: a login, the name of a token.
    package var authorName: String?
    /// 누구의 것. A donation, a person or a declared interest by id or number; everything of the same
    /// human counts.
    package var subject: Reference?
    /// Korean days, both inclusive.
    package var from: CivilDate?
    package var to: CivilDate?
    /// What `authorName` and `subject` stand for, once it was looked up.
    var authors: [Identifier]?
    var subjects: [Identifier]?

    package init(
        deed: AuditRecord.Deed? = nil, from: CivilDate? = nil, to: CivilDate? = nil
    ) {
        self.deed = deed
        self.from = from
        self.to = to
    }

    /// The beginning of the first day.
    var begin: Instant? { from.map(Instant.init(beginningOf:)) }
    /// The beginning of the day after the last.
    var end: Instant? { to.map { Instant(beginningOf: $0.adding(days: 1)) } }

    var wantsEntries: Bool { deed == nil || deed == .recorded }
    var wantsAccesses: Bool { deed != .recorded }
    /// Whether entries are looked through, and not only listed.
    var isSearching: Bool { authors != nil || subjects != nil || from != nil || to != nil }
}

/// 이어 볼 곳. Where a list of records goes on: each of the two books has its own place.
package struct AuditPlace: Hashable, Sendable {
    package struct Access: Hashable, Sendable {
        package let at: Instant
        package let id: Identifier
    }

    /// The number of the entry before which it goes on; `nil` from the newest.
    package let entry: Int64?
    package let access: Access?

    package init(entry: Int64?, access: Access?) {
        self.entry = entry
        self.access = access
    }

    /// Where a book is at its end.
    static let end: Int64 = 0
    static let accessEnd = Access(
        at: Instant(microseconds: 0), id: Identifier(high: 0, low: 0))

    /// As a cursor holds it.
    package var keys: [String] {
        [
            entry.map(String.init) ?? "", access.map { String($0.at.microseconds) } ?? "",
            access?.id.description ?? "",
        ]
    }

    package init?(keys: [String]) {
        guard keys.count == 3 else { return nil }
        let (entry, at, id) = (Int64(keys[0]), Int64(keys[1]), Identifier(keys[2]))
        guard (entry == nil) == keys[0].isEmpty, (at == nil) == keys[1].isEmpty,
            (at == nil) == (id == nil), entry ?? 0 >= 0
        else { return nil }
        self.entry = entry
        if let at, let id {
            access = Access(at: Instant(microseconds: at), id: id)
        } else {
            access = nil
        }
    }
}

/// A part of the list.
package struct AuditRecords: Sendable {
    package let records: [AuditRecord]
    /// `nil` on the last page. A page may be short and have a next one: only so much is looked
    /// through at a time.
    package let next: AuditPlace?
}

extension Instant {
    /// 자정. Midnight in Korea, with which the day begins.
    init(beginningOf day: CivilDate) {
        self.init(
            microseconds: Int64(day.daysSinceEpoch) * Instant.microsecondsPerDay
                - Instant.koreaOffset)
    }
}
