import Hometown
import Ledger

/// 지자체. One government: its names by date, whom it gave to and who gave to it.
struct GovernmentPage {
    let government: Government
    let governments: GovernmentRegistry
    let agreements: [AgreementRecord]
    let exchanges: [ExchangeRecord]
    let donations: [RecordedDonation]
    /// The donations whose donors are named in public; `nil` for whoever reads the book, to whom
    /// all is told.
    let published: Set<Identifier>?
    /// Given and received.
    var flows: ReciprocityRecord?
    var projects: [RecordedProject] = []
    var bars: [RecordedBar] = []
    /// In the console.
    var story: [TimelineItem] = []
    let visit: Visit

    private var say: Phrases { visit.say }
    private var readsBook: Bool { published == nil }

    var screen: Screen {
        let name = governments.fullName(of: government).text(in: visit.language)
        let isStanding = government.isInForce(on: visit.today)
        return Screen(
            visit.frame("\(name) - \(say("지자체", "Government"))"),
            Title(
                name, kind: say("지자체 \(government.code)", "Government \(government.code)"),
                chip: isStanding ? nil : Chip("reversed", say("폐지", "abolished")),
                actions: [
                    visit.way(
                        say("제한 등록", "Record a bar"), to: BarEntryRoutes.path(government),
                        for: [.manager])
                ]),
            [
                Block("facts", say("이름과 코드", "Names and codes"), [facts]), given, earmarked, barred,
                Block(
                    "exchanges", say[.exchanges],
                    [
                        exchanges.isEmpty
                            ? Empty(say[.exchangesEmpty])
                            : ExchangeCards(
                                cards: exchanges.map {
                                    ExchangeCard(
                                        $0, by: nil, governments, published: published,
                                        visit.visitor)
                                })
                    ]),
                Block(
                    "agreements", say[.agreements],
                    [agreements.isEmpty ? Empty(say[.agreementsEmpty]) : agreementList]),
                Block(
                    "donations", say("받은 기부", "Donations received"),
                    [
                        readsBook
                            ? DonationTable(donations, governments, visit).part
                            : DonationSection.table(
                                donations, governments, say[.donationsCaption], visit.visitor)
                                ?? Empty(say[.donationsEmpty])
                    ]),
                story.isEmpty ? nil : Story(id: nil, items: story, visit: visit).block,
            ])
    }

    /// Agreements by their names; whoever has no page of them is told the same without a link.
    private var agreementList: any Part {
        let summaries = agreements.map { AgreementSummary($0, visit.visitor) }
        guard visit.isOpen || readsBook else { return FactSheet(summaries.map { $0.label }) }
        return LinkList(summaries.map { $0.item(isOpen: visit.isOpen) })
    }

    private var facts: FactSheet {
        let before = governments.governments.filter { $0.successors.contains(government.id) }
        let after = government.successors.compactMap { governments[id: $0] }
        let units = governments.basics(of: government, on: visit.today)
        return FactSheet(
            [
                Label(say("다른 말 이름", "In Korean"), otherName),
                governments.parent(of: government).map { link(say("광역", "Part of"), $0) },
                Label(say("시작", "Since"), Notation.date(government.validFrom, in: visit.language)),
                government.validTo.map {
                    Label(say("폐지", "Until"), Notation.date($0, in: visit.language))
                },
                government.iso.map { Label("ISO 3166-2", $0, isCode: true) },
            ] + before.map { link(say("이전", "Formerly"), $0) }
                + after.map { link(say("승계", "Followed by"), $0) }
                + [
                    units.isEmpty
                        ? nil
                        : Label(
                            say("기초 지자체", "Basic governments"),
                            units.map { $0.name.text(in: visit.language) }
                                .joined(separator: say("·", ", ")))
                ])
    }

    private var otherName: String {
        government.name.text(in: visit.language == .korean ? .english : .korean)
    }

    private func link(_ label: String, _ other: Government) -> Label {
        let prefix = visit.isOpen ? "/p/governments/" : "/governments/"
        return Label(
            label, governments.fullName(of: other).text(in: visit.language),
            href: visit.visitor.path(prefix + other.code), note: other.code)
    }

    /// 준 것과 받은 것.
    private var given: Block? {
        guard let flows else { return nil }
        let rows = ReciprocityTable.rows(
            of: flows.cells(about: government), in: flows, for: visit.reader)
        return Block(
            "given", say("준 것과 받은 것", "Given and received"),
            [
                rows.isEmpty ? Empty(nothing) : ReciprocityTable(flows, rows, visit).table,
                rows.contains { $0.tally.cover != nil } ? say.covering : nil,
            ])
    }

    private var nothing: String {
        guard readsBook else {
            return say("아직 주고받은 기부가 없습니다.", "Nothing was given either way yet.")
        }
        return say(
            "아직 주고받은 기부가 없습니다. 상호기부를 등록하면 여기에 나타납니다.",
            "Nothing was given either way yet. Record an exchange and it appears.")
    }

    /// 지정기부 사업 (Act 8-2): what was given for which purpose.
    private var earmarked: Block? {
        guard !projects.isEmpty else { return nil }
        let all = projects.map {
            Facts.Tally(count: $0.donations, amount: $0.amount, undisclosed: $0.undisclosed)
        }
        let tallies = readsBook ? all : all.covered(by: say.smallCounts)
        return Block(
            "projects", say("지정기부 사업", "Designated projects"),
            [
                Table(
                    say("사업과 쓰임, 기간, 건수와 금액", "Project and purpose, days, gifts and amount"),
                    unit: say[.unitWon],
                    columns: [
                        .init(say("사업", "Project")), .init(say("기간", "Open")),
                        .init(say("건수", "Gifts"), isNumber: true),
                        .init(say[.amount], isNumber: true),
                    ],
                    rows: zip(projects, tallies).map { project, tally in
                        [
                            Cell(say.text(project.name), sub: say.text(project.purpose.name)),
                            Cell(days(of: project)), Cell(say.number(of: tally)),
                            Cell(say.won(of: tally)),
                        ]
                    })
            ])
    }

    private func days(of project: RecordedProject) -> String {
        let first = say.day(project.openFrom)
        guard let close = project.closesOn, close > project.openFrom else {
            return say("\(first)부터", "from \(first)")
        }
        return Notation.range(project.openFrom...close.adding(days: -1), in: visit.language)
    }

    private var barred: Block? {
        guard !bars.isEmpty else { return nil }
        return Block(
            "bars", say("모금·접수 제한", "Bars on collecting"),
            [
                FactSheet(
                    bars.map { bar in
                        Label(
                            bar.no,
                            bar.lastDay.map {
                                Notation.range(bar.bar.validFrom...$0, in: visit.language)
                            } ?? say("착오 등록", "recorded by mistake"),
                            href: visit.visitor.way(
                                to: EndingEntryRoutes.path(ofBar: bar, on: government),
                                for: [.manager]), note: note(of: bar))
                    })
            ])
    }

    private func note(of bar: RecordedBar) -> String? {
        func day(_ day: CivilDate) -> String { Notation.date(day, in: visit.language) }
        let notes = [
            bar.publishedOn.map { say("\(day($0)) 공표", "published \(day($0))") },
            bar.endedOn.map { say("\(day($0)) 해제", "ended \(day($0))") },
        ].compactMap(\.self)
        return notes.isEmpty ? nil : notes.joined(separator: ", ")
    }
}
