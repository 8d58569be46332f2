import Hometown
import Ledger

/// 인증 챌린지 목록.
struct RelayListPage {
    let leaf: Leaf<RecordedRelay>
    let visit: Visit

    var screen: Screen {
        let say = visit.say
        let pill = LivePill(
            LivePill.relay, isFixed: visit.query["cursor"]?.isEmpty == false, visit)
        return Screen(
            visit.frame(say("인증 챌린지", "Relays"), live: pill),
            Title(
                say("인증 챌린지", "Relays"), lead: say[.relaysIntro],
                actions: [
                    visit.way(
                        say("챌린지 등록", "Record a relay"), to: RelayEntryRoutes.path,
                        for: Role.coordinators)
                ]),
            [
                pill,
                Block(
                    "list",
                    [
                        leaf.rows.isEmpty
                            ? Empty(say[.relaysEmpty])
                            : Table(
                                say("번호, 이름, 목표와 끝", "Number, name, goal and end"),
                                columns: [
                                    .init(say("번호", "No.")), .init(say("이름", "Name")),
                                    .init(say("지명 수", "Nominees each"), isNumber: true),
                                    .init(say("목표", "Goal"), isNumber: true),
                                    .init(say("끝", "Ends")), .init(say("등록", "Recorded")),
                                ],
                                rows: leaf.rows.map { relay in
                                    [
                                        .code(relay.no),
                                        Cell(
                                            relay.name.text(in: visit.language),
                                            href: visit.visitor.path("/relays/\(relay.id)")),
                                        Cell(
                                            relay.nominationsPerParticipation.map { "\($0)" } ?? "-"
                                        ),
                                        Cell(relay.goal.map { say.number(Int64($0)) } ?? "-"),
                                        Cell(relay.endsOn.map(say.day) ?? "-"),
                                        Cell(say.day(relay.recordedAt.koreanDate)),
                                    ]
                                }, headColumn: 1), leaf.pager,
                    ]),
            ])
    }
}

/// 참여 하나. One run: who ran as what, who had named them, whom they named, and what they gave.
struct ParticipationPage {
    let relay: RelayRecord
    let run: RecordedParticipation
    let wording: ClaimWording
    let story: [TimelineItem]
    let donations: [RecordedDonation]
    let governments: GovernmentRegistry
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let who = Incumbent(run.person, in: relay, on: relay.day(of: run)?.latest, say)
        return Screen(
            visit.frame("\(who.name) \(run.no) - \(say("챌린지 참여", "Relay run"))"),
            Title(
                who.name, kind: say("챌린지 참여 \(run.no)", "Relay run \(run.no)"),
                lead: who.office(say),
                actions: [
                    visit.way(
                        say("지명 기록", "Record a nominee"),
                        to: NominationEntryRoutes.path(naming: run), for: Role.coordinators),
                    Link(
                        say("그림에서 보기", "In the picture"),
                        visit.visitor.path("/relays/\(relay.relay.id)?focus=\(run.id)"),
                        kind: "button"),
                ]),
            [
                disputed, Block("facts", say("참여 내용", "The run"), [facts]), claims,
                Block("named", say("이 사람을 지명한 사람", "Named by"), [incoming]),
                Block("names", say("이 사람이 지명한 사람", "Named"), [outgoing]),
                Block(
                    "donations", say("기부", "Donations"),
                    [DonationTable(donations, governments, visit).part]),
                Story(id: run.id, items: story, visit: visit).block,
            ])
    }

    private var disputed: Notice? {
        guard relay.disputedRuns.contains(run.id) else { return nil }
        return Notice(
            kind: "warning", title: say("출처 불일치", "Sources contradict each other"),
            text: say(
                "서로 다른 주장이 있고 아직 아무도 하나를 고르지 않았습니다.",
                "There are different claims, and nobody has followed one of them yet."))
    }

    /// 주장. What sources say of the run and of whom it named, where they say more than that it was.
    private var claims: Block? {
        let named = relay.nominations.filter { $0.participation == run.id }
        let subjects = [run.id] + named.map(\.id)
        let rows = subjects.flatMap(wording.claims(about:))
        guard !rows.isEmpty else { return nil }
        let ways = subjects.filter { !wording.claims(about: $0).isEmpty }.map { subject in
            let nominee = named.first { $0.id == subject }?.nominee
            let name = nominee.map { Incumbent($0, in: relay, on: nil, say).name }
            return visit.way(
                name.map { say("\($0) 지명의 주장 고르기", "Follow a claim on naming \($0)") }
                    ?? say("참여의 주장 고르기", "Follow a claim on the run"),
                to: ClaimEntryRoutes.path(relay.relay.id, about: subject),
                for: Role.coordinators, kind: "")
        }
        return Block(
            "claims", say("출처마다의 주장", "What each source says"),
            [wording.table(rows), LinkRow(.pager, say("주장 고르기", "Follow a claim"), ways)])
    }

    private var facts: FactSheet {
        FactSheet([
            Label(
                say("챌린지", "Relay"), relay.relay.name.text(in: visit.language),
                href: visit.visitor.path("/relays/\(relay.relay.id)")),
            Label(
                say("인물", "Person"),
                Incumbent(run.person, in: relay, on: nil, say).name,
                href: visit.visitor.path("/people/\(run.person)")),
            Label(say("참여한 날", "Ran on"), run.happenedOn.map(say.date) ?? say[.dayUnknown]),
            run.proofLink.map {
                Label(
                    say("인증", "Proof"), $0, href: $0.hasPrefix("https://") ? $0 : nil,
                    note: run.proofCapturedOn.map {
                        say("\(say.day($0))에 저장", "captured on \(say.day($0))")
                    })
            },
            run.proofHash.map {
                Label(say("인증 해시", "Hash of the proof"), Hexadecimal.text($0), isCode: true)
            },
            run.comment.map { Label(say("메모", "Note"), $0) },
            Label(say("등록", "Recorded"), say.moment(run.recordedAt)),
            Label(run.logIndex, say),
            Label(sources: relay.claims.filter { $0.subject == run.id }, say),
        ])
    }

    private var incoming: any Part {
        let runners = relay.participations.reduce(into: [:]) { $0[$1.id] = $1.person }
        let items = relay.nominations.filter { $0.answeredBy == run.id }.map { nomination in
            let who = runners[nomination.participation].map {
                Incumbent($0, in: relay, on: nomination.happenedOn?.latest, say)
            }
            return LinkList.Item(
                Link(who?.name ?? "-", path(nomination.participation)),
                note: who.map { note($0, nomination) },
                aside: nomination.happenedOn.map(say.date) ?? say[.dayUnknown])
        }
        return items.isEmpty ? Empty(say[.nominatorUnknown]) : LinkList(items)
    }

    private var outgoing: any Part {
        let items = relay.nominations.filter { $0.participation == run.id }.map { nomination in
            let who = Incumbent(
                nomination.nominee, in: relay, on: nomination.happenedOn?.latest, say)
            let path =
                nomination.answeredBy.map(path)
                ?? visit.visitor.path("/people/\(nomination.nominee)")
            return LinkList.Item(
                Link(who.name, path), note: note(who, nomination),
                chip: Chip(nomination.nomination.state, say),
                aside: nomination.happenedOn.map(say.date) ?? say[.dayUnknown],
                action: nomination.answeredBy == nil
                    ? visit.way(
                        say("응답 기록", "Record a reply"),
                        to: NominationEntryRoutes.path(replyingTo: nomination),
                        for: Role.coordinators) : nil)
        }
        guard !items.isEmpty else {
            return Empty(say("아무도 지명하지 않았습니다.", "Nobody was named."))
        }
        return LinkList(items)
    }

    /// The office, and who says so.
    private func note(_ who: Incumbent, _ nomination: RecordedNomination) -> String {
        let sources = Label(sources: relay.claims.filter { $0.subject == nomination.id }, say)
        return [who.office(say), sources.map { "\($0.label): \($0.value)" }]
            .compactMap { $0?.isEmpty == false ? $0 : nil }.joined(separator: " · ")
    }

    private func path(_ run: Identifier) -> String {
        visit.visitor.path("/relays/\(relay.relay.id)/participations/\(run)")
    }
}

extension Chip {
    init(_ state: Nomination.State, _ say: Phrases) {
        let kind =
            switch state {
            case .answered: "standing"
            case .open, .accepted: "open"
            case .declined: "reversed"
            case .lapsed: "skipped"
            }
        self.init(kind, say.text(state.title))
    }
}
