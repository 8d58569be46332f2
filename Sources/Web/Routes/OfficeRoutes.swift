import Ledger

/// 사무실 화면. The pages of those who keep the book and the machine: what is closed, who approves,
/// what runs when, who may come in and what is set.
struct OfficeRoutes: Sendable {
    let reading: PageDesk
    let entry: EntryDesk
    let signIn: SignInDesk
    /// Makes what somebody runs by hand.
    let summaries: SummaryDesk
    /// What is known of this installation outside of its ledger.
    let office: SiteFacts

    var routes: [Route] {
        PreferenceRoutes(desk: entry, signIn: signIn).routes
            + SecondFactorRoutes(desk: entry, signIn: signIn, home: summaries.home).routes
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
