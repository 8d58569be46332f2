package import Hometown

/// What a daemon brings to the schedules: who it is, how facts become files, and what time it is.
package struct SummaryDesk: Sendable {
    package let author: Author
    /// Differs from process to process, so that two executions show as two.
    package let daemon: Identifier
    /// The public address of the ledger, which reports lead to; `nil` where none is set.
    package let site: String?
    /// 이 원장의 지자체. The code of the government whose book this is; `nil` where none is set.
    package let home: String?
    package let render: @Sendable (Facts) throws -> RenderedSummary
    /// Facts with the erased names that a filed report tells, given the bytes of its file for
    /// machines; `nil` where the two do not tell of the same people.
    package var restore: @Sendable (Facts, [UInt8]) throws -> Facts? = { _, _ in nil }
    /// What the ledger is held against when it is verified: keys and checkpoints kept outside.
    package var verification: @Sendable () throws -> Verification = { Verification() }
    /// Whether public pages answer, so that reports may lead to them.
    package var hasPublicPages = true
    /// What reports cover in the edition for everybody.
    package var smallCounts = SmallCounts()
    /// 접속기록 보존 기간, in months: two years by default.
    package var accessMonthsMin = SummaryDesk.accessMonthsDefault
    /// Called after each run: a long catch-up is no standstill.
    package var beat: @Sendable () -> Void = {}
    /// What the database's clock is taken to show. It is itself, but where a test simulates years.
    let time: @Sendable (Instant) -> Instant

    package static let accessMonthsDefault = 24

    package init(
        author: Author, daemon: Identifier, site: String? = nil, home: String? = nil,
        time: @escaping @Sendable (Instant) -> Instant = { $0 },
        render: @escaping @Sendable (Facts) throws -> RenderedSummary
    ) {
        self.author = author
        self.daemon = daemon
        self.site = site
        self.home = home
        self.time = time
        self.render = render
    }

    /// The same desk with somebody else as the author.
    package func acting(as author: Author) -> SummaryDesk {
        var desk = SummaryDesk(
            author: author, daemon: daemon, site: site, home: home, time: time,
            render: render)
        desk.restore = restore
        desk.verification = verification
        desk.hasPublicPages = hasPublicPages
        desk.smallCounts = smallCounts
        desk.accessMonthsMin = accessMonthsMin
        desk.beat = beat
        return desk
    }
}
