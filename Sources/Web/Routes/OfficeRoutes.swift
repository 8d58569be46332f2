package import Hometown
package import Ledger

/// 사무실 화면. The pages of those who keep the book and the machine: what is closed, who approves,
/// what runs when, who may come in and what is set.
package struct OfficeRoutes: Sendable {
    private let reading: PageDesk
    private let entry: EntryDesk
    private let signIn: SignInDesk
    private let summaries: SummaryDesk
    private let office: SiteFacts

    /// - Parameters:
    ///   - summaries: makes what somebody runs by hand.
    ///   - office: what is known of this installation outside of its ledger.
    ///   - today: the Korean day.
    package init(
        ledger: Ledger, pages: Pages, signIn: SignInDesk, summaries: SummaryDesk, office: SiteFacts,
        today: @escaping @Sendable () -> CivilDate
    ) {
        reading = PageDesk(
            ledger: ledger, pages: pages, today: today,
            isBehindTLS: signIn.sessions.cookie.isSecure)
        entry = EntryDesk(
            ledger: ledger, pages: pages, today: today,
            isBehindTLS: signIn.sessions.cookie.isSecure)
        self.signIn = signIn
        self.summaries = summaries
        self.office = office
    }

    package var routes: [Route] {
        PreferenceRoutes(desk: entry, signIn: signIn).routes
            + PeriodPageRoutes(reading: reading, entry: entry).routes
            + ApprovalPageRoutes(reading: reading, entry: entry).routes
            + SchedulePageRoutes(entry: entry, summaries: summaries).routes
            + ReportPageRoutes(entry: entry).routes
            + AccountPageRoutes(reading: reading, entry: entry, signIn: signIn, office: office)
            .routes
            + TokenPageRoutes(reading: reading, entry: entry).routes
            + ReceiverPageRoutes(reading: reading, entry: entry, office: office).routes
            + HealthPageRoutes(reading: reading, office: office).routes
    }
}
