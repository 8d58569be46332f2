/// 입력 화면. Every page on which somebody types, with what it asks meanwhile.
struct EntryRoutes: Sendable {
    let desk: EntryDesk
    let importLimits: ImportLimits
    let imports = ImportDesk()

    var routes: [Route] {
        let rooms: [[Route]] = [
            DonationEntryRoutes(desk: desk).routes, DonationExportEntryRoutes(desk: desk).routes,
            CompletionRoutes(desk: desk).routes, CorrectionEntryRoutes(desk: desk).routes,
            ExchangeEntryRoutes(desk: desk).routes, LegEntryRoutes(desk: desk).routes,
            LinkEntryRoutes(desk: desk).routes,
            ImportEntryRoutes(desk: desk, imports: imports, limits: importLimits).routes,
            ImportReversalEntryRoutes(desk: desk).routes,
            AgreementEntryRoutes(desk: desk).routes, PersonEntryRoutes(desk: desk).routes,
            BarEntryRoutes(desk: desk).routes, EndingEntryRoutes(desk: desk).routes,
            RelayEntryRoutes(desk: desk).routes,
            ParticipationEntryRoutes(desk: desk).routes, NominationEntryRoutes(desk: desk).routes,
            ClaimEntryRoutes(desk: desk).routes,
        ]
        return rooms.flatMap(\.self)
    }
}
