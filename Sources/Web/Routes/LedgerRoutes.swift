import Hometown
import Ledger

/// 원장 주소. Everything under `/api/v1`, and the log beside it: each handler reads a request, asks
/// the ledger and writes an answer; who may ask stands beside it.
struct LedgerRoutes: Sendable {
    private let ledger: Ledger
    private let cache: PageCache
    private let desk: SummaryDesk
    private let today: @Sendable () -> CivilDate
    private let candidateDaysMax: Int
    private let importLimits: ImportLimits
    private let printer: Printer

    /// - Parameters:
    ///   - cache: of what everybody may see, the one that pages are kept in.
    ///   - desk: for runs by hand.
    ///   - today: the Korean day by the host's clock, for dates in words; what is judged goes by
    ///     the database's.
    ///   - candidateDaysMax: how far an answer may lie from its gift.
    ///   - importLimits: of lists that are sent.
    ///   - printer: for reports as PDF.
    init(
        ledger: Ledger, cache: PageCache, desk: SummaryDesk, candidateDaysMax: Int,
        importLimits: ImportLimits, printer: Printer, today: @escaping @Sendable () -> CivilDate
    ) {
        self.ledger = ledger
        self.cache = cache
        self.desk = desk
        self.today = today
        self.candidateDaysMax = candidateDaysMax
        self.importLimits = importLimits
        self.printer = printer
    }

    var routes: [Route] {
        DonationRoutes(ledger: ledger, today: today).routes
            + CorrectionRoutes(ledger: ledger, today: today).routes
            + ImportRoutes(ledger: ledger, limits: importLimits, today: today).routes
            + ImportReversalRoutes(ledger: ledger, today: today).routes
            + DonationExportRoutes(ledger: ledger, today: today).routes
            + TimelineRoutes(ledger: ledger).routes
            + SearchRoutes(ledger: ledger, today: today).routes
            + AgreementRoutes(ledger: ledger, today: today).routes
            + ExchangeRoutes(
                ledger: ledger, today: today, candidateDaysMax: candidateDaysMax
            ).routes
            + ReciprocityRoutes(ledger: ledger, today: today).routes
            + RelayRoutes(ledger: ledger, cache: cache, today: today).routes
            + PersonRoutes(ledger: ledger, today: today).routes
            + DonorJoiningRoutes(ledger: ledger, today: today).routes
            + ErasureRoutes(ledger: ledger, today: today).routes
            + ProjectRoutes(ledger: ledger, today: today).routes
            + BarRoutes(ledger: ledger, today: today).routes
            + InterestRoutes(ledger: ledger, today: today).routes
            + OfficialReceiptRoutes(ledger: ledger, today: today).routes
            + FundRoutes(ledger: ledger, today: today).routes
            + PeriodRoutes(ledger: ledger, today: today).routes
            + ApprovalRoutes(ledger: ledger, today: today).routes
            + WorklistRoutes(ledger: ledger).routes
            + TaxCreditRoutes(today: today).routes
            + SourceRoutes(ledger: ledger, today: today).routes
            + ClaimRoutes(ledger: ledger, today: today).routes
            + GovernmentRoutes(ledger: ledger, today: today).routes
            + ScheduleRoutes(ledger: ledger, desk: desk, today: today).routes
            + RunRoutes(ledger: ledger, desk: desk, today: today).routes
            + HolidayRoutes(ledger: ledger, today: today).routes
            + ReportRoutes(ledger: ledger, printer: printer).routes
            + ReceiverRoutes(ledger: ledger, today: today).routes
            + DeliveryRoutes(ledger: ledger).routes
            + ProofRoutes(ledger: ledger).routes
            + LogRoutes(ledger: ledger).routes
    }
}
