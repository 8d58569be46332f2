import Hometown
import Ledger

/// 인물 목록.
struct PersonListPage {
    let leaf: Leaf<PersonRecord>
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        Screen(
            visit.frame(say("인물", "People")),
            Title(
                say("인물", "People"),
                lead: say(
                    "공개된 직위로 기부하거나 지명된 사람들입니다.",
                    "Who gave or was named as a holder of public office."),
                actions: [
                    visit.way(
                        say("인물 등록", "Record a person"), to: PersonEntryRoutes.path,
                        for: Role.clerks)
                ]),
            [
                Block(
                    "list",
                    [
                        leaf.rows.isEmpty
                            ? Empty(
                                say(
                                    "아직 적은 인물이 없습니다. 기부나 지명을 등록할 때 함께 적습니다.",
                                    "Nobody is on record yet; people come with gifts and "
                                        + "nominations."))
                            : Table(
                                say("번호, 이름, 최근 직위, 등록", "Number, name, latest office, recording"),
                                columns: [
                                    .init(say("번호", "No.")), .init(say("이름", "Name")),
                                    .init(say("직위", "Office")), .init(say("등록", "Recorded")),
                                ], rows: leaf.rows.map(row), headColumn: 1), leaf.pager,
                    ])
            ])
    }

    private func row(_ record: PersonRecord) -> [Cell] {
        let office = record.offices.last
        return [
            .code(record.person.no),
            Cell(
                record.person.name?.text(in: visit.language) ?? say[.erased],
                href: visit.visitor.path("/people/\(record.person.id)")),
            Cell(
                office.map { Incumbent.text(of: $0, say) } ?? "-",
                sub: office?.party?.text(in: visit.language)),
            Cell(Notation.date(record.person.recordedAt.koreanDate, in: visit.language)),
        ]
    }
}

/// 인물 하나.
struct PersonPage {
    let record: PersonRecord
    let donations: [RecordedDonation]
    let runs: [PersonRun]
    let story: [TimelineItem]
    let governments: GovernmentRegistry
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let name = record.person.name?.text(in: visit.language) ?? say[.erased]
        return Screen(
            visit.frame("\(name) \(record.person.no) - \(say("인물", "Person"))"),
            Title(
                name, kind: say("인물 \(record.person.no)", "Person \(record.person.no)"),
                lead: record.offices.last.map { Incumbent.text(of: $0, say) },
                actions: [
                    visit.way(
                        say("직위 등록", "Record an office"),
                        to: PersonEntryRoutes.path(toOfficeOf: record.person.id),
                        for: Role.clerks)
                ]),
            [
                Block("offices", say("직위", "Offices"), [offices]),
                Block("runs", say("챌린지 참여", "Relay runs"), [participations]),
                Block(
                    "donations", say("기부", "Donations"),
                    [DonationTable(donations, governments, visit).part]),
                Story(id: record.person.id, items: story, visit: visit).block,
                Block(
                    "record", say("기록", "Record"),
                    [
                        FactSheet([
                            Label(say("등록", "Recorded"), say.moment(record.person.recordedAt)),
                            Label(record.person.logIndex, say),
                            Label(sources: record.claims, say),
                        ])
                    ]),
            ])
    }

    private var offices: any Part {
        guard !record.offices.isEmpty else {
            return Empty(say("알려진 직위가 없습니다.", "No office is known."))
        }
        let endings = record.offices.map { office in
            visit.visitor.way(
                to: EndingEntryRoutes.path(ofOffice: office), for: Role.clerks)
        }
        let canEnd = endings.contains { $0 != nil }
        var columns: [Table.Column] = [
            .init(say("직위", "Office")), .init(say("지자체", "Government")),
            .init(say("부터", "From")), .init(say("까지", "To")),
        ]
        if canEnd { columns.append(.init(say("처리", "Action"))) }
        return Table(
            say("직위, 지자체와 재직한 때", "Office, government and tenure"),
            columns: columns,
            rows: zip(record.offices, endings).map { office, ending -> [Cell] in
                let government = office.government.flatMap { governments[id: $0] }
                let known = office.knownOn.map { day in
                    let day = Notation.date(day, in: visit.language)
                    return say("\(day) 당시", "as of \(day)")
                }
                let cells = [
                    Cell(
                        Incumbent.text(of: office, say),
                        sub: office.party?.text(in: visit.language)),
                    Cell(
                        say.government(government, governments),
                        href: government.map {
                            visit.visitor.path("/governments/\($0.code)")
                        }),
                    Cell(
                        office.heldFrom.map { Notation.date($0, in: visit.language) }
                            ?? known ?? "-"),
                    Cell(office.heldTo.map { Notation.date($0, in: visit.language) } ?? "-"),
                ]
                return canEnd
                    ? cells + [Cell(say("종료 등록", "Record its end"), href: ending)] : cells
            })
    }

    private var participations: any Part {
        guard !runs.isEmpty else {
            return Empty(say("챌린지에 참여한 기록이 없습니다.", "No relay run is on record."))
        }
        return LinkList(
            runs.map { run in
                LinkList.Item(
                    Link(
                        run.relayName.text(in: visit.language),
                        visit.visitor.path(
                            "/relays/\(run.relay)/participations/\(run.id)")), note: run.no,
                    aside: run.happenedOn.map(say.date) ?? say[.dayUnknown])
            })
    }
}
