package import Hometown
package import Ledger

/// 입력 화면. Every page on which somebody types, with what it asks meanwhile.
package struct EntryRoutes: Sendable {
    private let desk: EntryDesk
    private let imports: ImportDesk

    /// - Parameters:
    ///   - uptime: by which lists that nobody comes back to are let go.
    ///   - today: the Korean day, for dates in words.
    package init(
        ledger: Ledger, pages: Pages, uptime: Uptime, today: @escaping @Sendable () -> CivilDate
    ) {
        desk = EntryDesk(ledger: ledger, pages: pages, today: today)
        imports = ImportDesk(uptime: uptime)
    }

    package var routes: [Route] {
        DonationEntryRoutes(desk: desk).routes + CompletionRoutes(desk: desk).routes
            + CorrectionEntryRoutes(desk: desk).routes + ExchangeEntryRoutes(desk: desk).routes
            + ImportEntryRoutes(desk: desk, imports: imports).routes
            + DonationExportRoutes(ledger: desk.ledger, today: desk.today).pages
    }
}
