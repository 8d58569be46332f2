import Hometown
import Ledger
import Transparency

/// 기부 한 건. Its facts, what staff checked and on what basis, and everything that became of it.
struct DonationPage {
    let donation: RecordedDonation
    /// Of it and of what it takes the place of.
    let corrections: [RecordedCorrection]
    /// Whatever is on record of it, oldest first.
    let story: [TimelineItem]
    /// The same of what it takes the place of; empty where it takes nothing's.
    let earlier: [TimelineItem]
    var project: RecordedProject?
    /// The run of a relay that it belongs to.
    var run: PersonRun?
    var receipt: RecordedOfficialReceipt?
    let governments: GovernmentRegistry
    let proof: ProofAnswer
    let visit: Visit

    /// Entries of its story on one page.
    static let storyMax = 200

    var say: Phrases { visit.say }

    var screen: Screen {
        let amount = donation.amount.map { Notation.amount($0, in: visit.language) }
        let recipient = say.government(donation.recipient, governments)
        let donor = donation.donorName(for: visit.reader) ?? say("이름 없음", "unnamed")
        return Screen(
            visit.frame("\(donation.no) - \(say("기부", "Donation"))"),
            Title(
                say("\(donor) → \(recipient)", "\(donor) to \(recipient)"),
                kind: say("기부 \(donation.no)", "Donation \(donation.no)"),
                chip: Chip(donation, say),
                lead: [say.date(donation.donatedOn), amount ?? say[.amountHidden]]
                    .joined(separator: ", "),
                actions: [
                    visit.way(
                        donation.settlement.step.isMultiple(of: 2)
                            ? say("정정·취소·반환", "Correct or reverse")
                            : say("되살림", "Restore"),
                        to: "/donations/\(donation.id)/correct", for: Role.clerks)
                ]),
            [
                visit.done, disputed, returnDue, warned,
                Block("facts", say("기부 내용", "The gift"), [facts(donor, recipient)]),
                checks,
                Block("story", say("이력", "History"), [history.timeline]), history.reports,
                Block(
                    "log", say("원장", "The log"),
                    intro: say(
                        "이 해시와 증명 파일로 누구나 이 기록이 그대로인지 확인할 수 있습니다.",
                        "With hash and proof anybody can tell that the record is unchanged."
                    ), [log]),
            ])
    }

    private var disputed: Notice? {
        guard let code = donation.disputed else { return nil }
        return Notice(
            kind: "warning", title: say("이견이 있는 기록", "A disputed record"),
            text: say(
                "알려진 대로 적었지만 규칙(\(code))에 맞지 않아 어느 합계에도 넣지 않습니다.",
                "Recorded as reported; it breaks the rule \(code) and is in no total."))
    }

    private func facts(_ donor: String, _ recipient: String) -> FactSheet {
        let receiving = donation.receiving
        let path = visit.visitor.path
        let facts: [Label?] = [
            Label(
                say[.donor], donor, href: donation.person.map { path("/people/\($0)") },
                note: donation.office.map { Incumbent.text(of: $0, say) }),
            Label(
                say[.recipient], recipient,
                href: donation.recipient.map { path("/governments/\($0.code)") }),
            Label(
                say[.amount],
                donation.amount.map { Notation.amount($0, in: visit.language) }
                    ?? Notation.amount(nil, in: visit.language),
                note: visit.language == .korean
                    ? donation.amount.map { Notation.committing($0) } : nil),
            Label(say[.donatedOn], say.date(donation.donatedOn)),
            Label(
                say("구분", "Origin"), say[donation.origin]),
            donation.channel.map { Label(say("접수 경로", "Channel"), channel($0)) },
            receiving.purpose.map { Label(say("쓰임", "Purpose"), $0.name.text(in: visit.language)) },
            donation.exchange.map {
                Label(
                    say[.exchanges], say("상호기부 보기", "the exchange"), href: path("/exchanges/\($0)"))
            },
            receiving.officialReceiptNo.map { Label(say("영수증 번호", "Receipt no."), $0) },
            donation.replaces.map {
                Label(
                    say("정정 전 기록", "Replaces"),
                    number(of: $0) ?? say("이전 기록", "the record before"),
                    href: path("/donations/\($0)"))
            },
            donation.settlement.replacement.map {
                Label(
                    say("정정 후 기록", "Replaced by"),
                    number(of: $0) ?? say("새 기록", "the new record"),
                    href: path("/donations/\($0)"))
            },
        ]
        return FactSheet(facts + further + [Label(sources: donation.claims, say)])
    }

    /// Of another donation that its story tells of.
    private func number(of donation: Identifier) -> String? {
        (story + earlier).first { $0.kind == .donation && $0.id == donation }?.no
    }

    private func channel(_ channel: Channel) -> String {
        [say.text(channel.title), donation.channelName].compactMap(\.self).joined(separator: ", ")
    }

    private var checks: Block? {
        guard let checks = donation.receiving.checks else { return nil }
        let rows: [(Checks.Item, Check?)] = [
            (.resident, checks.resident), (.person, checks.person),
            (.annualTotal, checks.annualTotal), (.giftWish, checks.giftWish),
        ]
        return Block(
            "checks", say("확인 사항", "What was checked"),
            intro: say("시행령 제4조의 네 가지와 기탁서", "The four of Decree, Art. 4, and the pledge"),
            [
                Table(
                    say("확인 사항, 결과, 근거와 날짜", "Item, result, basis and day"),
                    columns: [
                        .init(say("확인 사항", "Item")), .init(say("결과", "Result")),
                        .init(say("근거", "Basis")), .init(say("날짜", "Day")),
                    ],
                    rows: rows.map { item, check in
                        [
                            Cell(item.name.text(in: visit.language)), result(check),
                            Cell(check.map { say[$0.basis] } ?? ""),
                            Cell(check.map { Notation.date($0.on, in: visit.language) } ?? ""),
                        ]
                    } + [
                        [
                            Cell(Checks.Item.pledge.name.text(in: visit.language)),
                            Cell(checks.pledge ?? say("없음", "missing")), .empty, .empty,
                        ]
                    ])
            ])
    }

    private func result(_ check: Check?) -> Cell {
        switch check?.result {
        case .passed: Cell(Chip("standing", say[.passed]))
        case .failed: Cell(Chip("failed", say[.failed]))
        case nil: Cell(Chip("skipped", say("확인 안 함", "not checked")))
        }
    }

    private var history: DonationHistory {
        DonationHistory(
            donation: donation, story: story, earlier: earlier, corrections: corrections,
            visit: visit)
    }

    private var log: FactSheet {
        guard case .proven(let proof) = proof else {
            return FactSheet([Label(donation.logIndex, say)])
        }
        let file = "\(donation.no).tlog-proof"
        return FactSheet([
            Label(donation.logIndex, say),
            Label(say("체크포인트", "Checkpoint"), say.number(proof.checkpoint.size)),
            Label(
                say("잎 해시", "Leaf hash"), proof.receipt.leafHash.description, isCode: true),
            Label(say("증명 파일", "Proof"), file, href: "/api/v1/proofs/\(file)"),
            visit.visitor.verifyPath(donation.no).map {
                Label(say("확인", "Verify"), say("한 단계씩 보기", "step by step"), href: $0)
            },
        ])
    }
}
