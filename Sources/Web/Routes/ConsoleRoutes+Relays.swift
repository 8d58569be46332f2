import Hometown
import HummingbirdCore
import Ledger

extension ConsoleRoutes {
    var relays: [Route] {
        desk.console(
            "/relays", "relaysPage", Bilingual("인증 챌린지", "Relays"), roles: Role.readers,
            [PageDesk.cursor, PageDesk.live]
        ) { visit in
            let rows = try await ledger.relays(
                after: visit.cursor() ?? 0, rowsMax: Visit.rowsMax + 1)
            return RelayListPage(leaf: Leaf(rows, visit) { $0.number }, visit: visit).screen
        }
            + desk.console(
                "/relays/{id}", "relayPage", Bilingual("챌린지 하나", "One relay"),
                roles: Role.readers,
                [
                    PageDesk.text("view", "보기", "View"),
                    PageDesk.text("focus", "가운데 둘 참여", "The run in the middle"),
                    PageDesk.cursor, PageDesk.live,
                ]
            ) { visit in
                let view = try visit.value("view") { RelayPage.View(rawValue: $0) }
                let focus = try visit.value("focus") { Identifier($0) }
                let place = try visit.place()
                let governments = try await ledger.governments()
                return try await ledger.figuredRelay(visit.id()) { relay in
                    let diagram = desk.diagrams.diagram(
                        of: relay, on: visit.today, in: visit.language
                    ) { RelayDiagram(relay.record, on: visit.today, governments, visit.say) }
                    return RelayPage(
                        relay: relay.record, diagram: diagram, figures: relay.figures,
                        view: view ?? .generations, place: place, focus: focus, isOpen: false,
                        visit: visit
                    ).drawn
                }.found()
            }
            + desk.console(
                "/relays/{id}/participations/{pid}", "participationPage",
                Bilingual("챌린지 참여", "One relay run"), roles: Role.readers
            ) { visit in
                let relay = try await ledger.figuredRelay(visit.id()).found().record
                let id = try visit.id("pid")
                let run = try relay.participations.first { $0.id == id }.found()
                return ParticipationPage(
                    relay: relay, run: run,
                    wording: try await ClaimWording(
                        relay, strangers: ledger.strangers(in: relay), for: visit.visitor),
                    story: try await ledger.timeline(
                        ofParticipation: run.id, rowsMax: Story.itemsMax + 1) ?? [],
                    donations: try await ledger.donations(run.donations),
                    governments: try await ledger.governments(), visit: visit
                ).screen
            }
    }

    var people: [Route] {
        desk.console(
            "/people", "peoplePage", Bilingual("인물", "People"), roles: Role.readers,
            [PageDesk.cursor]
        ) { visit in
            let rows = try await ledger.people(
                after: visit.cursor() ?? 0, rowsMax: Visit.rowsMax + 1)
            return PersonListPage(
                leaf: Leaf(rows, visit) { $0.person.number }, visit: visit
            ).screen
        }
            + desk.console(
                "/people/{id}", "personPage", Bilingual("인물 하나", "One person"),
                roles: Role.readers
            ) { visit in
                let id = try visit.id()
                let record = try await ledger.people(ids: [id]).first.found()
                let seesPrivateNames = visit.reader.seesPrivateNames
                return PersonPage(
                    record: record,
                    donations: try await ledger.donations(
                        ofPerson: id, seesPrivateNames: seesPrivateNames, rowsMax: Visit.rowsMax),
                    runs: try await ledger.runs(ofPerson: id, rowsMax: Visit.rowsMax),
                    story: try await ledger.timeline(
                        ofPerson: id, seesPrivateNames: seesPrivateNames,
                        rowsMax: Story.itemsMax + 1) ?? [],
                    governments: try await ledger.governments(), visit: visit
                ).screen
            }
    }

    var governments: [Route] {
        desk.console(
            "/governments", "governmentsPage", Bilingual("지자체", "Governments"),
            roles: Role.everybody, [PageDesk.text("on", "어느 날", "On the day")]
        ) { visit in
            GovernmentListPage(
                day: try visit.day("on") ?? visit.today,
                governments: try await ledger.governments(), visit: visit
            ).screen
        }
            + desk.console(
                "/governments/{code}", "governmentPage", Bilingual("지자체 하나", "One government"),
                roles: Role.everybody
            ) { try await desk.government($0) }
    }

    var relations: [Route] {
        desk.console(
            "/reciprocity", "reciprocityPage", Bilingual("상호기부 현황", "Who gave whom"),
            roles: Role.everybody,
            [
                PageDesk.text("from", "부터", "From"), PageDesk.text("to", "까지", "To"),
                PageDesk.text("level", "단위", "Level"),
                PageDesk.text("as_of", "현재 구역으로 환산", "Rolled up to the governments of a day"),
            ]
        ) { visit in
            let level = try visit.value("level") { ReciprocityMatrix.Level(rawValue: $0) }
            return ReciprocityPage(
                record: try await desk.flows(
                    visit, level ?? .metropolitan,
                    asOf: try visit.value("as_of") {
                        ReciprocityForm.day($0, today: visit.today)
                    } ?? nil), visit: visit
            ).screen
        }
            + desk.console(
                MapPage.path, "mapPage", MapPage.title, roles: Role.everybody,
                MapPage.filters
            ) { try await desk.map($0) }
    }
}
