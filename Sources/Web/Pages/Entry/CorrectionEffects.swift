import Hometown
import Ledger

/// 정정의 영향. What a correction would bring, found by making it and undoing it: totals, the cap of the
/// donor's year, exchanges, and the reports that told the old value.
struct CorrectionEffects {
    let foresight: CorrectionForesight
    let registry: GovernmentRegistry
    let visitor: Visitor

    private var say: Phrases { visitor.say }

    var parts: [any Part] {
        (waiting.map { [$0] } ?? []) + changed
    }

    /// The same for whoever is to approve it, and why he is asked.
    var approving: [any Part] {
        (reasons.isEmpty ? [] : [Remarks(reasons)]) + changed
    }

    private var changed: [any Part] {
        let parts: [(any Part)?] = [changes, undone, years, exchanges, totals, reports]
        return parts.compactMap(\.self)
    }

    /// 승인 대기. Nobody does it alone.
    private var waiting: Notice? {
        guard !foresight.fourEyes.isEmpty else { return nil }
        return Notice(
            kind: "warning",
            title: say(
                "다른 사람이 승인해야 이루어집니다.", "It happens once somebody else has approved it."),
            items: reasons)
    }

    private var reasons: [String] {
        foresight.fourEyes.map { reason in
            switch reason {
            case .closedPeriod: say("마감된 기간의 기부입니다.", "It touches a closed period.")
            case .amount:
                say("혼자 고칠 수 있는 금액을 넘습니다.", "It moves more money than one person may.")
            }
        }
    }

    private var changes: Table {
        let (before, after) = (foresight.before, foresight.after)
        let rows: [(String, (RecordedDonation) -> String)] = [
            (say("기부일", "Day"), { say.date($0.donatedOn) }),
            (
                say("기부자", "Donor"),
                { $0.donorName(for: visitor.reader) ?? say("이름 없음", "no name") }
            ), (say("받는 지자체", "Recipient"), { say.government($0.recipient, registry) }),
            (say("금액", "Amount"), { Notation.amount($0.amount, in: visitor.language) }),
            (say("상태", "State"), { Chip($0.status, say).text }),
        ]
        let further = self.further.filter { $0.1(before) != $0.1(after) }
        return Table(
            say("항목마다 지금과 그 뒤", "Each item, as it is and as it will be"),
            columns: [
                Table.Column(say("항목", "Item")), Table.Column(say("지금", "Now")),
                Table.Column(say("그 뒤", "Afterwards")),
            ],
            rows: (rows + further).map { label, text in
                [Cell(label), Cell(text(before)), Cell(text(after))]
            } + grounds.map { $0.map { Cell($0) } } + returned)
    }

    /// 반환액. The gift that was provided is kept back for, on all grounds but one (Act 14(2)).
    private var returned: [[Cell]] {
        guard let returned = foresight.returned else { return [] }
        let gift = Notation.amount(returned.giftValue, in: visitor.language)
        let isLess = returned.amount != foresight.before.amount
        return [
            [
                Cell(say("돌려줄 금액", "To be returned")), Cell("-"),
                Cell(
                    Notation.amount(returned.amount, in: visitor.language),
                    sub: isLess ? say("답례품 가액 \(gift)을 뺌", "less a gift of \(gift)") : nil),
            ]
        ]
    }

    /// 주소지와 소속. Told where a correction changes what a donation is judged by (Act 4(1), 5).
    private var grounds: [[String]] {
        let (before, after) = (foresight.groundsBefore, foresight.groundsAfter)
        let rules: [(String, [Rule])] = [
            (say("거주지 규정", "Own residence"), DonorGrounds.home),
            (say("소속 규정", "Own employer"), DonorGrounds.employer),
        ]
        let rows =
            [[say("주소지", "Residence"), residence(before), residence(after)]]
            + rules.map { title, rules in
                [title, say[before.answer(to: rules)], say[after.answer(to: rules)]]
            }
        return rows.filter { $0[1] != $0[2] }
    }

    private func residence(_ grounds: DonorGrounds) -> String {
        switch grounds.residence {
        case nil: "-"
        case "none": say("국내 주소지 없음", "no residence in Korea")
        case let code?: registry[code: code].map { say.government($0, registry) } ?? code
        }
    }

    /// Told where it changes.
    private var further: [(String, (RecordedDonation) -> String)] {
        [
            (say("접수 경로", "Channel"), { $0.channel.map { say.text($0.title) } ?? "-" }),
            (say("경로 이름", "Platform or place"), { $0.channelName ?? "-" }),
            (say("영수증 번호", "Receipt no."), { $0.receiving.officialReceiptNo ?? "-" }),
            (say("답례품", "Gift in return"), { $0.receiving.gift.map { say[$0] } ?? "-" }),
            (
                say("이해관계", "Interest"),
                {
                    $0.receiving.hasInterest.map(say.interest) ?? "-"
                }
            ), (say("기탁서 번호", "Pledge no."), { $0.receiving.checks?.pledge ?? "-" }),
            (
                say("공동이용 동의", "Consent to look up records"),
                {
                    $0.receiving.checks?.hasConsent.map(say.consent) ?? "-"
                }
            ),
        ] + checks
    }

    /// 확인 사항: each with its basis and its day.
    private var checks: [(String, (RecordedDonation) -> String)] {
        let items: [(Checks.Item, KeyPath<Checks, Check?>)] = [
            (.resident, \.resident), (.person, \.person), (.annualTotal, \.annualTotal),
            (.giftWish, \.giftWish),
        ]
        return items.map { item, check in
            (
                say.text(item.name),
                { $0.receiving.checks.flatMap { $0[keyPath: check] }.map { say[$0] } ?? "-" }
            )
        }
    }

    /// 되돌리는 정정. The record that it had put in place goes with it.
    private var undone: Remarks? {
        foresight.undone.map { donation in
            let amount = Notation.amount(donation.amount, in: visitor.language)
            return Remarks([
                say(
                    "정정 후 기록 \(donation.no)(\(amount))은 취소됩니다.",
                    "What stands in its place, \(donation.no) (\(amount)), is reversed.")
            ])
        }
    }

    private var totals: Remarks {
        let (count, won) = (foresight.donations, foresight.difference)
        guard count != 0 || won != .zero else {
            return Remarks([say("합계는 달라지지 않습니다.", "No total changes.")])
        }
        let (number, amount) = (change(Won(Int64(count))), change(won))
        return Remarks([
            say(
                "유효한 기부의 합계: \(number)건, \(amount)원",
                "Totals of what stands: donations \(number), won \(amount)")
        ])
    }

    /// +1,000 for what is gained, and △1,000 for what is lost.
    private func change(_ number: Won) -> String {
        (number.amount > 0 ? "+" : "") + Notation.correction(number, in: visitor.language)
    }

    /// 연간 상한 (Act 8(3)).
    private var years: Table? {
        guard !foresight.years.isEmpty else { return nil }
        return Table(
            say("기부자의 연간 합계와 상한", "The donor's year and its cap"), unit: say[.unitWon],
            columns: [
                Table.Column(say("연도", "Year")),
                Table.Column(say("지금", "Now"), isNumber: true),
                Table.Column(say("그 뒤", "Afterwards"), isNumber: true),
                Table.Column(say("상한", "Cap"), isNumber: true),
                Table.Column(say("남는 금액", "Left"), isNumber: true),
            ],
            rows: foresight.years.map { year in
                [
                    Cell(
                        "\(year.year)",
                        sub: year.isOfNewDonor ? say("새 기부자", "the new donor") : nil),
                    Cell(Notation.grouped(year.before.recorded.amount)),
                    Cell(Notation.grouped(year.after.recorded.amount)),
                    Cell(year.cap.map { Notation.grouped($0.amount) } ?? "-"),
                    Cell(year.left.map { Notation.grouped($0.amount) } ?? "-"),
                ]
            })
    }

    private var exchanges: Table? {
        guard !foresight.exchanges.isEmpty else { return nil }
        return Table(
            say("상호기부의 답례와 균형", "Answers and balances of exchanges"),
            columns: [
                Table.Column(say("상호기부", "Exchange")), Table.Column(say("무엇", "What")),
                Table.Column(say("지금", "Now")), Table.Column(say("그 뒤", "Afterwards")),
            ],
            rows: foresight.exchanges.flatMap { exchange -> [[Cell]] in
                let (before, after) = (exchange.before.reciprocity, exchange.after.reciprocity)
                let link = Cell(
                    exchange.before.exchange.no,
                    href: visitor.path("/exchanges/\(exchange.before.exchange.id)"))
                let texts = [
                    (say[.state], Chip(before.state, say).text, Chip(after.state, say).text),
                    (
                        say[.peopleBalance], say.text(before.people.title),
                        say.text(after.people.title)
                    ),
                    (
                        say[.amountBalance], say.text(before.amount.title),
                        say.text(after.amount.title)
                    ),
                ]
                return texts.map { [link, Cell($0.0), Cell($0.1), Cell($0.2)] }
            })
    }

    /// Filed reports stay as they are; the next one tells the correction.
    private var reports: (any Part)? {
        guard !foresight.summaries.isEmpty else {
            return Remarks([
                say("이 기부를 센 보고는 아직 없습니다.", "No report has counted this donation yet.")
            ])
        }
        return Block(
            "reports", say("지금 값을 이미 알린 보고", "Reports that told the present value"),
            intro: say(
                "낸 보고는 바뀌지 않습니다. 다음 보고가 이전 기간 정정으로 알립니다.",
                "They stay as they are; the next report tells the correction."),
            [
                LinkList(
                    foresight.summaries.map { summary in
                        LinkList.Item(
                            Link(
                                say.text(summary.title), visitor.path("/reports/\(summary.id)")),
                            note: summary.no, aside: summary.period)
                    })
            ])
    }
}

extension Phrases {
    /// What was found of rules; "-" where nothing is known of it.
    fileprivate subscript(answer: RuleAnswer?) -> String {
        switch answer {
        case .passed: self("지킴", "kept")
        case .undetermined: self("판정할 수 없음", "cannot be judged")
        case .refused: self("어긋남", "broken")
        case nil: "-"
        }
    }
}
