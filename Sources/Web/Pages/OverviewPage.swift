import Hometown
import Ledger

/// 상호기부 한눈에. The first page as its template sees it: stored, already written out.
struct OverviewPage {
    let frame: Frame
    let words: [String: String]
    let asOf: String
    let figures: [Figure]
    let donations: DonationSection
    let exchanges: [ExchangeCard]
    let relays: [RelaySection]
    let agreements: AgreementSection?
    let summary: SummaryCard?
    let nextSummary: String?

    init(_ overview: Overview, in language: Language, theme: Theme) {
        let say = Phrases(language: language)
        frame = Frame(say[.title], at: "/", in: language, theme: theme, head: overview.head)
        words = Wording.all(in: language)
        let today = Notation.date(overview.readAt.koreanDate, .text, in: language)
        asOf = say.say("\(today) 기준", "As of \(today)")
        figures = Figure.all(overview, say)
        donations = DonationSection(overview, say)
        exchanges = ExchangeCard.all(overview, say)
        relays = overview.relays.enumerated().map { position, relay in
            RelaySection(relay, overview, number: position + 1, say)
        }
        agreements = AgreementSection(overview, say)
        summary = overview.summary.map { SummaryCard($0, say) }
        nextSummary = overview.nextSummary.map { due in
            let moment = say.moment(due)
            return say.say("다음 요약은 \(moment)에 나옵니다.", "The next one is due on \(moment).")
        }
    }
}
