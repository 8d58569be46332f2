import Hometown
import Ledger
import Timetable

/// 오늘. Where work waits: what nobody has answered yet, what should have run, and what was recorded
/// last.
struct TodayPage {
    /// What staff have to look at; `nil` for who is not to do it.
    let work: Worklist?
    /// The reader's own lists that are not recorded yet.
    let waiting: [WaitingImport]
    let open: [OpenNomination]
    let oneSided: [ExchangeRecord]
    let schedules: [RecordedSchedule]
    let overdue: [OverduePeriod]
    let donations: [RecordedDonation]
    let imports: [RecordedImport]
    /// What waits for a second person, shown to those who may be it.
    let approvals: [RecordedApproval]
    let governments: GovernmentRegistry
    let now: Instant
    let visit: Visit

    static let rowsMax = 8
    /// What runs next is looked at beside, not worked through.
    private static let runsMax = 5
    /// Of each kind of work, so many are named here.
    private static let namedMax = 3

    private var say: Phrases { visit.say }
    private var role: Role? { visit.visitor.role }
    private var readsBook: Bool { visit.reader.readsBook }

    var screen: Screen {
        let pill = LivePill([], visit)
        return Screen(
            visit.frame(say("오늘", "Today"), live: pill),
            Title(
                say("오늘", "Today"),
                lead: Notation.date(visit.today, .text, in: visit.language)),
            [
                pill, alarm, asked, tasks, unfinished,
                Columns(parts: readsBook ? [nominations, exchanges] : []),
                Columns(parts: [
                    timetable,
                    role.map(Role.keepers.contains) == true ? latestImports : nil,
                ]),
                readsBook
                    ? Block(
                        "latest", say("최근에 적은 기부", "Latest donations"),
                        [
                            DonationTable(donations, governments, visit).part,
                            More(
                                link: Link(
                                    say("기부 대장 보기", "All donations"),
                                    visit.visitor.path("/donations"))),
                        ]) : nil,
            ])
    }

    /// 놓친 실행과 실패한 실행.
    private var alarm: Notice? {
        guard !overdue.isEmpty else { return nil }
        return Notice(
            kind: "danger", title: say("살펴볼 예약 작업이 있습니다", "Schedules need a look"),
            items: overdue.map { period in
                let what = "\(say.schedule(period.schedule)) \(say.period(period.period))"
                let late = say.duration(period.lateSeconds)
                return say("\(what): \(late)째 만들지 못했습니다.", "\(what): \(late) late.")
            })
    }

    /// 할 일. Each kind leads to its part of the whole list.
    private var tasks: Block? {
        guard let work, !work.items.isEmpty else { return nil }
        let path = visit.visitor.path(WorklistPage.path)
        return Block(
            "work", say("할 일", "To do"),
            [
                LinkList(
                    work.items.map { item in
                        LinkList.Item(
                            Link(say.text(item.text), "\(path)#\(item.code.rawValue)"),
                            note: item.first.prefix(Self.namedMax).map(\.no)
                                .joined(separator: ", "),
                            aside: item.since.map { say.day($0) })
                    }, more: Link(say("할 일 모두 보기", "All of it"), path))
            ])
    }

    /// 승인 대기.
    private var asked: Block? {
        guard role == .manager, !approvals.isEmpty else { return nil }
        return Block(
            "approvals", say("승인을 기다리는 요청", "Waiting for an approval"),
            [
                LinkList(
                    approvals.map { asked in
                        LinkList.Item(
                            Link(
                                ApprovalPage.what(asked, say),
                                visit.visitor.path("/approvals/\(asked.request)")),
                            note: "\(asked.no), \(visit.staff[asked.requester])",
                            aside: say.moment(asked.recordedAt))
                    },
                    more: Link(say("승인 모두 보기", "All approvals"), visit.visitor.path("/approvals")))
            ])
    }

    /// 마치지 않은 일괄 등록.
    private var unfinished: Block? {
        guard !waiting.isEmpty else { return nil }
        return Block(
            "unfinished", say("내가 마칠 일괄 등록", "My imports to finish"),
            [
                LinkList(
                    waiting.map { one in
                        let path = "/imports/new/\(one.id)" + (one.isBegun ? "/result" : "")
                        return LinkList.Item(
                            Link(
                                one.fileName ?? say("붙여 넣은 목록", "Pasted list"),
                                visit.visitor.path(path)),
                            note: say(
                                "\(say.moment(one.keptUntil))까지 보관",
                                "kept until \(say.moment(one.keptUntil))"),
                            chip: one.isBegun
                                ? Chip("open", say("등록 중", "being recorded")) : nil,
                            aside: say.moment(one.sentAt))
                    })
            ])
    }

    private var nominations: Block {
        Block(
            "open", say("열린 지명", "Open nominations"),
            [
                open.isEmpty
                    ? Empty(say[.batonNobody])
                    : LinkList(
                        open.map { nomination in
                            let link = Link(
                                nomination.name?.text(in: visit.language) ?? say[.erased],
                                visit.visitor.path("/relays/\(nomination.relay)"))
                            return LinkList.Item(
                                link, note: nomination.relayName.text(in: visit.language),
                                aside: age(nomination),
                                action: visit.way(
                                    say("참여 기록", "Record the run"),
                                    to: ParticipationEntryPage.path(nomination.relay)
                                        + "?nomination=\(nomination.id)",
                                    for: Role.coordinators, kind: ""))
                        },
                        more: Link(say("챌린지 보기", "Relays"), visit.visitor.path("/relays")))
            ])
    }

    private func age(_ nomination: OpenNomination) -> String {
        guard let on = nomination.happenedOn, on.latest <= visit.today else {
            return say[.dayUnknown]
        }
        let least = visit.today.daysSinceEpoch - on.latest.daysSinceEpoch
        let most = on.earliest.map { visit.today.daysSinceEpoch - $0.daysSinceEpoch }
        return say.age(atLeast: least, atMost: most)
    }

    private var exchanges: Block {
        Block(
            "unanswered", say("답례를 기다리는 상호기부", "Exchanges awaiting an answer"),
            [
                oneSided.isEmpty
                    ? Empty(say("모두 답례했습니다.", "All are answered."))
                    : LinkList(
                        oneSided.map { record in
                            let card = ExchangeCard(
                                record, by: nil, governments, published: nil, visit.visitor)
                            return LinkList.Item(
                                Link(card.title, card.href ?? "/exchanges"),
                                note: record.exchange.no,
                                aside: say.date(record.exchange.happenedOn))
                        },
                        more: Link(
                            say("한쪽인 것 모두", "All one-sided"),
                            visit.visitor.path("/exchanges") + "?state=one_sided"))
            ])
    }

    private var timetable: Block {
        let running =
            schedules
            .filter { $0.isOn && $0.schedule.pause == nil && (readsTimetable || $0.job.isReport) }
            .map { ($0, $0.schedule.next(after: now)) }
            .sorted { $0.1.scheduledFor < $1.1.scheduledFor }
        return Block(
            "next", say("다음 실행", "Next runs"),
            [
                running.isEmpty
                    ? Empty(
                        say(
                            "켜진 예약 작업이 없습니다. 예약 작업에서 켜십시오.",
                            "No schedule is on. Turn one on under Schedules."))
                    : LinkList(
                        running.prefix(TodayPage.runsMax).map { recorded, next in
                            LinkList.Item(
                                Link(
                                    say.schedule(recorded.name),
                                    visit.visitor.path(place(of: recorded))),
                                note: ScheduleSentence(recorded, say).text,
                                aside: say.moment(next.scheduledFor))
                        })
            ])
    }

    private var readsTimetable: Bool { role.map(Role.timetableReaders.contains) ?? false }

    /// Who may not look at schedules looks at what they made.
    private func place(of recorded: RecordedSchedule) -> String {
        readsTimetable
            ? "/schedules/\(recorded.name)" : "/reports?schedule=\(recorded.name)"
    }

    private var latestImports: Block {
        Block(
            "imports", say("최근 일괄 등록", "Latest imports"),
            [
                imports.isEmpty
                    ? Empty(
                        say(
                            "일괄 등록이 없습니다. 목록 파일을 등록하면 여기에 나타납니다.",
                            "Nothing was imported yet. Recorded lists appear here."))
                    : LinkList(
                        imports.map { one in
                            LinkList.Item(
                                Link(one.no, visit.visitor.path("/imports/\(one.id)")),
                                note: one.fileName,
                                chip: one.reversal.map { _ in
                                    Chip("reversed", say("되돌림", "undone"))
                                },
                                aside: say.count(Int64(one.counts.recorded)))
                        })
            ])
    }
}

/// Blocks beside each other where there is room.
struct Columns: Part {
    let parts: [(any Part)?]

    func write(to writer: inout MarkupWriter) {
        let parts = parts.compactMap(\.self)
        guard !parts.isEmpty else { return }
        writer.element("div", ["class": "columns"]) { writer in
            for part in parts { part.write(to: &writer) }
        }
    }
}
