import Hometown
import Interchange
import Ledger

/// 인증 챌린지. One relay: who named whom, as a picture, along time and as a table.
struct RelayPage {
    enum View: String, CaseIterable {
        case generations, timeline, table
    }

    let relay: RelayRecord
    /// Of all of it.
    let diagram: RelayDiagram
    let figures: RelayFigures
    /// Which of the three is shown; the public page shows picture and table below each other.
    let view: View
    /// Any box on the page of it that is wanted, by generation.
    var place = 0
    /// The run in the middle of what is shown.
    var focus: Identifier?
    let isOpen: Bool
    let visit: Visit

    private var say: Phrases { visit.say }
    private var name: String { relay.relay.name.text(in: visit.language) }

    /// The page, and whose names and offices it tells.
    var drawn: (page: Screen, people: Set<Identifier>) {
        let leaf =
            focus.flatMap { RelayLeaf(diagram, around: $0.description) }
            ?? RelayLeaf(diagram, at: place)
        return (screen(leaf), people(leaf))
    }

    private func people(_ leaf: RelayLeaf) -> Set<Identifier> {
        var people = Set(leaf.diagram.boxes.compactMap(\.person))
        people.formUnion(leaf.diagram.links.compactMap(\.nominator))
        let runs = runs
        for nomination in relay.waiting(on: visit.today).prefix(RelayPage.waitingMax) {
            people.insert(nomination.nominee)
            if let run = runs[nomination.participation] { people.insert(run.person) }
        }
        return people
    }

    private var runs: [Identifier: RecordedParticipation] {
        relay.participations.reduce(into: [:]) { $0[$1.id] = $1 }
    }

    private func screen(_ leaf: RelayLeaf) -> Screen {
        let tables = RelayFigureTables(
            figures: figures, firstGeneration: diagram.firstGeneration, say: say)
        let pill = isOpen ? nil : LivePill(LivePill.relay, visit)
        return Screen(
            visit.frame("\(name) - \(say("인증 챌린지", "Relay"))", live: pill),
            Title(
                name, kind: say("인증 챌린지 \(relay.relay.no)", "Relay \(relay.relay.no)"),
                lead: say[.relaysIntro],
                actions: [
                    isOpen
                        ? nil
                        : visit.way(
                            say("참여 기록", "Record a run"),
                            to: ParticipationEntryPage.path(relay.relay.id),
                            for: Role.coordinators)
                ]),
            [pill, FigureRow(figures: RelayFigureRow.figures(figures, say)), tabs] + views(leaf)
                + [waiting, tables.block, isOpen ? share : nil, files])
    }

    private var tabs: LinkRow? {
        guard !isOpen else { return nil }
        return LinkRow(
            .tabs, say("보기", "Views"),
            View.allCases.map { view in
                let text =
                    switch view {
                    case .generations: say("세대", "Generations")
                    case .timeline: say("시간", "Timeline")
                    case .table: say("표", "Table")
                    }
                return Link(
                    text, visit.address(adding: [("view", view.rawValue)]),
                    isCurrent: view == self.view)
            })
    }

    private func views(_ leaf: RelayLeaf) -> [(any Part)?] {
        guard leaf.total > 0 else {
            return [
                Empty(
                    say(
                        "아직 참여가 없습니다. 첫 참여를 기록하면 여기에 그려집니다.",
                        "Nobody has run yet. The first run that is recorded is drawn here."))
            ]
        }
        let picture = RelayPicture(
            leaf.diagram, name: name, id: relay.relay.no, from: leaf.generation, say)
        let table = RelayTable(leaf.diagram).table(
            say[.relayCaption], say, paths: paths(leaf.diagram))
        let (extent, pager) = (extent(leaf), pager(leaf))
        let head = Block("table", isOpen ? say("표", "Table") : nil, intro: nil, [table])
        if isOpen { return [extent, Block("picture", [picture.picture]), head, pager] }
        switch view {
        // The twin stands on the same page, folded below its picture.
        case .generations:
            return [extent, Block("picture", [picture.picture]), folded(table), pager]
        case .timeline:
            return [extent, Block("timeline", [picture.timeline]), folded(table), pager]
        case .table: return [extent, head, pager]
        }
    }

    /// Which part of a long relay this is.
    private func extent(_ leaf: RelayLeaf) -> Remarks? {
        guard leaf.isPart else { return nil }
        if let focus = leaf.focus {
            let (name, steps) = (focus.who.name, RelayLeaf.focusSteps)
            let people = say.people(Int64(leaf.places.count))
            return Remarks([
                say(
                    "\(name)의 앞뒤 \(steps)단계까지 \(people)입니다. 그 너머는 '외'로 접었습니다.",
                    "\(people) up to \(steps) steps before and after \(name). Whoever is further "
                        + "away is folded.")
            ])
        }
        let first = say.number(Int64(leaf.places.lowerBound + 1))
        let last = say.number(Int64(leaf.places.upperBound))
        let total = say.number(Int64(leaf.total))
        return Remarks([
            say(
                "모두 \(total)명 가운데 세대 순서로 \(first)번째부터 \(last)번째까지입니다. "
                    + "앞뒤 세대는 '외'로 접었고, 전체 그림은 내려받을 수 있습니다.",
                "People \(first) to \(last) of \(total), by generation. Those before and after "
                    + "are folded; the whole picture can be downloaded.")
        ])
    }

    private func pager(_ leaf: RelayLeaf) -> LinkRow? {
        guard leaf.isPart else { return nil }
        guard leaf.focus == nil else {
            return LinkRow(
                .pager, say("쪽", "Pages"),
                [Link(say("전체 보기", "The whole relay"), visit.address(without: ["focus"]))])
        }
        func link(_ text: String, _ place: Int?) -> Link? {
            place.map { Link(text, address(of: $0)) }
        }
        return LinkRow(
            .pager, say("쪽", "Pages"),
            [
                link(say("처음", "First"), leaf.previous.map { _ in 0 }),
                link(say("이전", "Previous"), leaf.previous), link(say("다음", "Next"), leaf.next),
            ])
    }

    private func address(of place: Int) -> String {
        guard place > 0 else { return visit.address(without: ["cursor"]) }
        return visit.address(adding: [("cursor", Cursor(keys: ["\(place)"]).text)])
    }

    /// In the console each run has a page of its own.
    private func paths(_ diagram: RelayDiagram) -> [String: String] {
        guard !isOpen else { return [:] }
        let page = visit.visitor.path("/relays/\(relay.relay.id)/participations/")
        let runs = diagram.boxes.filter(\.isRun)
        return Dictionary(uniqueKeysWithValues: runs.map { ($0.id, page + $0.id) })
    }

    private func folded(_ table: Table) -> any Part {
        Folded(summary: say("같은 내용을 표로 보기", "The same as a table"), part: table)
    }

    /// Those who wait longest; the others stand in the table, each with the state.
    private static let waitingMax = 20

    private var waiting: Block {
        let open = relay.waiting(on: visit.today)
        let rest = Int64(open.count - RelayPage.waitingMax)
        let runs = runs
        return Block(
            "open", say("열린 지명", "Open nominations"),
            intro: say(
                "정해진 기한이 없습니다. 지난 날수만 보입니다.",
                "There is no deadline; only the days since are told."),
            [
                open.isEmpty
                    ? Empty(say[.batonNobody])
                    : Table(
                        say(
                            "지명된 사람, 지명한 사람, 지명일과 지난 날",
                            "Nominee, nominator, day and days since"),
                        columns: [
                            .init(say("지명된 사람", "Nominee")), .init(say[.nominator]),
                            .init(say[.nominatedOn]), .init(say[.elapsed]),
                        ],
                        rows: open.prefix(RelayPage.waitingMax).map { nomination in
                            let day = nomination.happenedOn?.latest
                            let who = Incumbent(nomination.nominee, in: relay, on: day, say)
                            let by = runs[nomination.participation].map { run in
                                let day = relay.day(of: run, beside: nomination)
                                return Incumbent(run.person, in: relay, on: day?.latest, say)
                                    .line(say)
                            }
                            let age = nomination.nomination.age(on: visit.today)
                            return [
                                Cell(who.name, sub: who.office(say)), Cell(by ?? "-"),
                                Cell(nomination.happenedOn.map(say.date) ?? say[.dayUnknown]),
                                Cell(
                                    age.map { say.age(atLeast: $0.atLeast, atMost: $0.atMost) }
                                        ?? "-"),
                            ]
                        }),
                rest > 0
                    ? Remarks([
                        say(
                            "가장 오래된 \(RelayPage.waitingMax)건입니다. 이 밖에 \(say.count(rest))은 "
                                + "표의 상태에서 볼 수 있습니다.",
                            "The \(RelayPage.waitingMax) that have waited longest. The table "
                                + "shows the other \(say.number(rest)) by state.")
                    ]) : nil,
            ])
    }

    /// QR 부호. The page's own address, for a poster.
    private var share: Block? {
        guard let code = visit.site.flatMap({ QRCode("\($0)\(visit.address())") }) else {
            return nil
        }
        let title = say("이 화면으로 가는 QR 부호", "QR code of this page")
        return Block(
            "share", say("나누기", "Share"),
            [
                Picture(label: title, svg: Array(code.svg(title: title).utf8), kind: "qr"),
                LinkRow(
                    .files, say("달력", "Calendar"),
                    [
                        Link(
                            say("참여한 날 달력(ICS)", "Calendar of runs (ICS)"),
                            visit.visitor.path(FeedRoutes.relayDaysPath))
                    ]),
            ])
    }

    private var files: Block {
        let graph = "/api/v1/relays/\(relay.relay.id)/graph?format="
        let formats = [
            ("svg", "SVG"), ("csv", "CSV"), ("graphml", "GraphML"), ("dot", "DOT"),
            ("json", "JSON"),
        ]
        return Block(
            "files", say("내려받기", "Download"),
            [
                LinkRow(
                    .files, say("파일", "Files"), formats.map { Link($0.1, graph + $0.0) })
            ])
    }
}

/// Folded away until somebody opens it; works without scripts.
struct Folded: Part {
    let summary: String
    let part: any Part
    /// Whether there is something in it that must be seen.
    var isOpen = false

    func write(to writer: inout MarkupWriter) {
        writer.tag("details", [("class", "block"), ("open", isOpen ? "open" : nil)]) { writer in
            writer.element("summary", [:]) { $0.text(summary) }
            part.write(to: &writer)
        }
        writer.raw("\n")
    }
}
