package import Hometown
package import Ledger
package import Transparency

/// 누리집. Everything that is asked of the ledger, by machines and in browsers, put together once:
/// all pages are made at one desk and all forms at another.
package struct SiteRoutes: Sendable {
    private let ledger: Ledger
    private let pages: Pages
    private let signIn: SignInDesk
    private let summaries: SummaryDesk
    private let office: SiteFacts
    private let verifications: VerificationOrder
    private let feed: LiveFeed
    private let log: VerifierKey?
    private let today: @Sendable () -> CivilDate

    /// Whether anything is shown to whoever is not signed in.
    package var isPublic = true
    /// How late a period may be before the first page tells it.
    package var overdueAfterSeconds = 300
    /// How far an answer may lie from its gift.
    package var candidateDaysMax = CandidateFilter.daysMaxDefault
    /// Of lists that are sent.
    package var importLimits = ImportLimits()
    /// For reports as PDF.
    package var printer = Printer.none

    /// - Parameters:
    ///   - summaries: makes what somebody runs by hand.
    ///   - office: what is known of this installation outside of its ledger.
    ///   - verifications: where a verification is asked for; somebody has to run it.
    ///   - feed: of what is recorded, for pages that listen.
    ///   - log: with which the log's checkpoints are signed; without it a signature is not judged.
    ///   - today: the Korean day by the host's clock, for dates in words; what is judged goes by
    ///     the database's.
    package init(
        ledger: Ledger, pages: Pages, signIn: SignInDesk, summaries: SummaryDesk,
        office: SiteFacts, verifications: VerificationOrder, feed: LiveFeed, log: VerifierKey?,
        today: @escaping @Sendable () -> CivilDate
    ) {
        self.ledger = ledger
        self.pages = pages
        self.signIn = signIn
        self.summaries = summaries
        self.office = office
        self.verifications = verifications
        self.feed = feed
        self.log = log
        self.today = today
    }

    package var routes: [Route] {
        // Whoever keeps cookies to HTTPS is reached by it.
        let isBehindTLS = signIn.sessions.cookie.isSecure
        let reading = PageDesk(
            ledger: ledger, pages: pages, today: today,
            overdueAfterSeconds: Int64(overdueAfterSeconds), isBehindTLS: isBehindTLS)
        let entry = EntryDesk(
            ledger: ledger, pages: pages, today: today, isBehindTLS: isBehindTLS)
        let groups: [[Route]] = [
            LedgerRoutes(
                ledger: ledger, cache: reading.cache, desk: summaries,
                candidateDaysMax: candidateDaysMax, importLimits: importLimits,
                printer: printer, today: today
            ).routes,
            PageRoutes(desk: reading, isPublic: isPublic, log: log, hasPrinter: printer.isSet)
                .routes,
            SignInRoutes(ledger: ledger, pages: pages, desk: signIn).routes,
            EntryRoutes(desk: entry, importLimits: importLimits).routes,
            AuditRoutes(desk: reading, order: verifications, log: log).routes,
            LiveRoutes(feed: feed, sessions: signIn.sessions).routes,
            OfficeRoutes(
                reading: reading, entry: entry, signIn: signIn, summaries: summaries,
                office: office
            ).routes,
        ]
        return groups.flatMap(\.self)
    }
}
