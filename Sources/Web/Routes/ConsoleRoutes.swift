import Hometown
import HummingbirdCore
import Ledger

/// 업무 화면. The pages of whoever is signed in, each with the roles that may open it.
struct ConsoleRoutes: Sendable {
    let desk: PageDesk
    /// Whether a report can be had as PDF.
    var hasPrinter = false

    var ledger: Ledger { desk.ledger }

    var routes: [Route] {
        donations + exchanges + agreements + relays + people + governments + relations + reports
            + schedules + imports + worklist + help
    }

    /// The first page of whoever is signed in.
    func today(_ visit: Visit) async throws -> Screen {
        let (governments, now) = (try await ledger.governments(), try await ledger.now())
        var (waiting, work): ([WaitingImport], Worklist?) = ([], nil)
        if let viewer = visit.viewer, Role.clerks.contains(viewer.role) {
            waiting = try await ledger.waitingImports(of: viewer.id)
        }
        if let role = visit.visitor.role, Role.keepers.contains(role) {
            work = try await ledger.worklist()
        }
        return TodayPage(
            work: work, waiting: waiting,
            open: try await ledger.openNominations(rowsMax: TodayPage.rowsMax),
            oneSided: try await ledger.newestExchanges(
                ExchangeFilter(state: .oneSided), rowsMax: TodayPage.rowsMax),
            schedules: try await ledger.schedules(),
            overdue: try await ledger.overduePeriods(afterSeconds: desk.overdueAfterSeconds),
            donations: try await ledger.donations(rowsMax: TodayPage.rowsMax),
            imports: try await ledger.imports(rowsMax: TodayPage.rowsMax / 2),
            approvals: try await ledger.approvals(
                state: .pending, rowsMax: TodayPage.rowsMax), governments: governments, now: now,
            visit: visit
        ).screen
    }

    private var donations: [Route] {
        desk.console(
            "/donations", "donationsPage", Bilingual("기부 대장", "Donations"),
            roles: Role.readers,
            [
                PageDesk.text("q", "찾는 말", "Words"),
                PageDesk.text("recipient", "받는 지자체", "Recipient"),
                PageDesk.text("from", "기부한 날부터", "From"), PageDesk.text("to", "까지", "To"),
                PageDesk.text("status", "상태", "Status"),
                PageDesk.text("columns", "보일 열", "Columns to show"), PageDesk.cursor, PageDesk.live,
            ] + DonationCondition.all.map(\.parameter)
        ) { visit in
            let governments = try await ledger.governments()
            let question = try DonationListPage.Question(visit, governments)
            let found = try await ledger.findDonations(
                question.filter(governments), before: visit.cursor(),
                rowsMax: Visit.rowsMax, wantsTotals: question.isNarrow)
            return DonationListPage(
                question: question, found: found, governments: governments, visit: visit
            ).screen
        }
            + desk.console(
                "/donations/{id}", "donationPage", Bilingual("기부 한 건", "One donation"),
                roles: Role.readers
            ) { visit in
                try await donation(visit)
            }
    }

    private func donation(_ visit: Visit) async throws -> Screen {
        let donation = try await ledger.donation(visit.id()).found()
        var (project, run): (RecordedProject?, PersonRun?) = (nil, nil)
        if let id = donation.receiving.project {
            project = try await ledger.projects(ProjectFilter(id: id), rowsMax: 1).first
        }
        if let id = donation.participation { run = try await ledger.relayRun(id) }
        var corrections = try await ledger.corrections(of: donation.id) ?? []
        var earlier: [TimelineItem] = []
        var replaced = donation.replaces
        while let id = replaced, earlier.count < DonationPage.storyMax {
            corrections += try await ledger.corrections(of: id) ?? []
            earlier +=
                try await ledger.timeline(ofDonation: id, rowsMax: DonationPage.storyMax) ?? []
            replaced = try await ledger.donation(id)?.replaces
        }
        return DonationPage(
            donation: donation, corrections: corrections,
            story: try await ledger.timeline(
                ofDonation: donation.id, rowsMax: DonationPage.storyMax) ?? [],
            earlier: earlier, project: project, run: run,
            receipt: try await ledger.officialReceipts(donation: donation.id, rowsMax: 1).first,
            governments: try await ledger.governments(),
            proof: try await ledger.proof(of: .id(donation.id)), visit: visit
        ).screen
    }

    private var exchanges: [Route] {
        desk.console(
            "/exchanges", "exchangesPage", Bilingual("상호기부", "Exchanges"),
            roles: Role.readers,
            [PageDesk.text("state", "답례 상태", "State"), PageDesk.cursor]
        ) { visit in
            let state = try visit.value("state") { Reciprocity.State(rawValue: $0) }
            let rows = try await ledger.newestExchanges(
                ExchangeFilter(state: state), before: visit.cursor(), rowsMax: Visit.rowsMax + 1)
            return ExchangeListPage(
                state: state, leaf: Leaf(rows, visit) { $0.exchange.number },
                governments: try await ledger.governments(), visit: visit
            ).screen
        }
            + desk.console(
                "/exchanges/{id}", "exchangePage", Bilingual("상호기부 하나", "One exchange"),
                roles: Role.readers
            ) { visit in
                let record = try await ledger.exchange(visit.id()).found()
                var agreement: AgreementRecord?
                if let id = record.exchange.agreement {
                    agreement = try await ledger.agreement(id)
                }
                let named = record.legs.flatMap(\.donations).prefix(Visit.rowsMax)
                return ExchangePage(
                    record: record, agreement: agreement,
                    donations: try await ledger.donations(Array(named)),
                    story: try await ledger.timeline(
                        ofExchange: record.exchange.id, rowsMax: Story.itemsMax + 1) ?? [],
                    governments: try await ledger.governments(), visit: visit
                ).screen
            }
    }

    private var agreements: [Route] {
        desk.console(
            "/agreements", "agreementsPage", Bilingual("업무협약", "Agreements"),
            roles: Role.readers,
            [
                PageDesk.text("government", "지자체", "Government"),
                PageDesk.text("year", "체결한 해", "Year"), PageDesk.cursor,
            ]
        ) { visit in
            let governments = try await ledger.governments()
            let unit = try visit.value("government") {
                governments.meant(by: $0, on: visit.today)
            }
            let year = try visit.value("year") { Int($0) }
            let rows = try await ledger.newestAgreements(
                AgreementFilter(units: unit.map(governments.line(of:)), year: year),
                before: visit.cursor(), rowsMax: Visit.rowsMax + 1)
            return AgreementListPage(
                leaf: Leaf(rows, visit) { $0.agreement.number }, visit: visit
            ).screen
        }
            + desk.console(
                "/agreements/{id}", "agreementPage", Bilingual("업무협약 하나", "One agreement"),
                roles: Role.readers
            ) { visit in
                let record = try await ledger.agreement(visit.id()).found()
                return AgreementPage(
                    record: record,
                    exchanges: try await ledger.newestExchanges(
                        ExchangeFilter(agreement: record.agreement.id), rowsMax: Visit.rowsMax),
                    published: nil, governments: try await ledger.governments(),
                    story: try await ledger.timeline(
                        ofAgreement: record.agreement.id, rowsMax: Story.itemsMax + 1) ?? [],
                    visit: visit
                ).screen
            }
    }

    /// The same words for everybody, in the frame of whoever reads them.
    private func help(
        _ path: String, _ operation: String, _ title: Bilingual, draw: @escaping PageDesk.Draw
    ) -> [Route] {
        desk.front(path, operation, title, guests: draw, console: draw)
    }

    private var help: [Route] {
        help("/help", "helpPage", Bilingual("도움말", "Help")) { HelpPage(visit: $0).screen }
            + help("/help/shortcuts", "shortcutsPage", Bilingual("단축키", "Shortcuts")) {
                ShortcutPage(visit: $0).screen
            }
            + desk.console(
                "/search", "searchPage", Bilingual("찾기", "Search"), roles: Role.everybody,
                [PageDesk.text("q", "찾는 말", "Words")]
            ) { visit in
                try await search(visit)
            }
    }
}
