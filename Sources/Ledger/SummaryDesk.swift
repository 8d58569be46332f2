package import Hometown

/// What a daemon brings to the schedules: who it is, how facts become files, and what time it is.
package struct SummaryDesk: Sendable {
    package let author: Author
    /// Differs from process to process, so that two executions show as two.
    package let daemon: Identifier
    package let render: @Sendable (Facts) throws -> RenderedSummary
    /// What the database's clock is taken to show. It is itself, but where a test simulates years.
    let time: @Sendable (Instant) -> Instant

    package init(
        author: Author, daemon: Identifier,
        time: @escaping @Sendable (Instant) -> Instant = { $0 },
        render: @escaping @Sendable (Facts) throws -> RenderedSummary
    ) {
        self.author = author
        self.daemon = daemon
        self.time = time
        self.render = render
    }

    /// The same desk with somebody else as the author.
    package func acting(as author: Author) -> SummaryDesk {
        SummaryDesk(author: author, daemon: daemon, time: time, render: render)
    }
}
