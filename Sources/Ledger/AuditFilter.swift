package import Hometown

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
