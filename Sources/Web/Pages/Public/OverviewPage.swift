import Hometown
import Ledger

/// 상호기부 한눈에. The first page of whoever is not signed in.
struct OverviewPage {
    let visitor: Visitor
    let frame: Frame
    let asOf: String
    let figures: [Figure]
    let donations: DonationSection
    let exchanges: [ExchangeCard]
    let relays: [RelaySection]
    let agreements: [LinkList.Item]
    let summary: SummaryCard?
    let nextSummary: String?

    /// - Parameter path: the page stands at `/` and at `/p`.
    init(_ overview: Overview, at path: String = "/", for visitor: Visitor) {
        let say = visitor.say
        self.visitor = visitor
        frame = Frame(say[.title], at: path, for: visitor, head: overview.head)
        let today = Notation.date(overview.readAt.koreanDate, .text, in: visitor.language)
        asOf = say("\(today) 기준", "As of \(today)")
        figures = Figure.all(overview, say)
        donations = DonationSection(overview, say)
        exchanges = ExchangeCard.all(overview, visitor)
        relays = overview.relays.map { RelaySection($0, overview, visitor) }
        agreements = overview.agreements.map { AgreementSummary($0, visitor).item(isOpen: true) }
        summary = overview.summary.map {
            SummaryCard($0, at: visitor.path("/p/reports/\($0.summary.id)"), visitor)
        }
        nextSummary = overview.nextSummary.map { due in
            let moment = say.moment(due)
            return say("다음 요약은 \(moment)에 나옵니다.", "The next one is due on \(moment).")
        }
    }

    var screen: Screen {
        let say = visitor.say
        return Screen(
            frame,
            [
                Hero(heading: say[.title], lead: say[.lead], asOf: asOf, figures: figures),
                Wrap(parts: [
                    Block("donations", say[.donations], intro: say[.donationsIntro], [donations]),
                    LinkRow(
                        .pager, say("지도", "Map"),
                        [
                            Link(
                                say("지도로 보기", "See it on the map"),
                                visitor.path(MapPage.openPath))
                        ]),
                    Block(
                        "exchanges", say[.exchanges], intro: say[.exchangesIntro],
                        [
                            exchanges.isEmpty
                                ? Empty(say[.exchangesEmpty]) : ExchangeCards(cards: exchanges)
                        ]),
                    Block(
                        "relays", say[.relays], intro: say[.relaysIntro],
                        relays.isEmpty ? [Empty(say[.relaysEmpty])] : relays),
                    Block(
                        "agreements", say[.agreements],
                        [
                            agreements.isEmpty
                                ? Empty(say[.agreementsEmpty]) : LinkList(agreements)
                        ]),
                    Block(
                        "summary", say[.summary],
                        [
                            summary ?? Empty(say[.summaryEmpty]),
                            nextSummary.map { Remarks([$0]) },
                        ]),
                    Block("scheme", say[.scheme], [Prose(say[.schemeWhat], say[.schemeDuties])]),
                ]),
            ])
    }
}

/// The head of the first page.
struct Hero: Part {
    let heading: String
    let lead: String
    let asOf: String
    let figures: [Figure]

    func write(to writer: inout MarkupWriter) {
        writer.element("div", ["class": "hero"]) { writer in
            Wrap(parts: [
                Heading(text: heading), Line(kind: "lead", text: lead),
                Line(kind: "asof", text: asOf), FigureRow(figures: figures),
            ]).write(to: &writer)
        }
    }

    private struct Heading: Part {
        let text: String

        func write(to writer: inout MarkupWriter) {
            writer.element("h1", [:]) { $0.text(text) }
        }
    }

    private struct Line: Part {
        let kind: String
        let text: String

        func write(to writer: inout MarkupWriter) {
            writer.element("p", ["class": kind]) { $0.text(text) }
        }
    }
}

/// As wide as the content may be.
struct Wrap: Part {
    var kind = "wrap"
    let parts: [(any Part)?]

    func write(to writer: inout MarkupWriter) {
        writer.element("div", ["class": kind]) { writer in
            for part in parts { part?.write(to: &writer) }
        }
    }
}
