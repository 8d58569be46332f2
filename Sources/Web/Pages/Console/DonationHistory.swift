import Hometown
import Ledger

/// 기부의 이력. Everything on record of one donation in the order in which the ledger was told: its
/// entries, corrections, links and receipts, and the reports that counted it.
struct DonationHistory {
    let donation: RecordedDonation
    let story: [TimelineItem]
    /// Of what it takes the place of.
    let earlier: [TimelineItem]
    let corrections: [RecordedCorrection]
    let visit: Visit

    private var say: Phrases { visit.say }

    var timeline: Timeline {
        let known = Dictionary(corrections.map { ($0.number, $0) }) { first, _ in first }
        return Timeline(
            label: say("이력", "History"),
            events: told.map { item in
                known[item.number].map { event($0, item) } ?? whole.event(item)
            })
    }

    /// 한 이야기. What was corrected and what stands in its place: each has the other's entries too.
    private var told: [TimelineItem] {
        var seen: Set<Int64> = []
        return (earlier + story).filter { seen.insert($0.number).inserted }
            .sorted { $0.number < $1.number }
    }

    private var whole: Story { Story(id: donation.id, items: story, visit: visit) }

    private func event(_ correction: RecordedCorrection, _ item: TimelineItem) -> Timeline.Event {
        let ground = correction.ground.map { "\($0.rawValue). " + say.text($0.title) }
        let amount = correction.amount.map { Notation.amount($0, in: visit.language) }
        let recalled = correction.isReceiptRecalled.map {
            $0 ? say("영수증 회수함", "receipt recalled") : say("영수증 회수 안 함", "receipt not recalled")
        }
        let isApproved = correction.isApproved == true
        let approver = correction.approver.map { login in
            let name = visit.staff[login]
            return isApproved
                ? say("승인 \(name)", "approved by \(name)")
                : say("반려 \(name)", "rejected by \(name)")
        }
        return Timeline.Event(
            when: whole.day(of: item), what: action(correction),
            href: correction.replacement.map { visit.visitor.path("/donations/\($0)") },
            detail: [
                correction.no, ground, amount, recalled, reason(of: correction),
                visit.staff[correction.author], approver,
            ].compactMap(\.self).joined(separator: ", "),
            recorded: say.moment(correction.recordedAt),
            kind: correction.action == .restore ? "" : "danger")
    }

    /// A reason often speaks of the donor.
    private func reason(of correction: RecordedCorrection) -> String? {
        visit.reader.seesPrivateNames ? correction.reason : nil
    }

    private func action(_ correction: RecordedCorrection) -> String {
        let text = say.text(correction.action.title)
        switch correction.state {
        case .done: return text
        case .pending: return say("\(text)(승인 대기)", "\(text) (waiting for approval)")
        case .rejected: return say("\(text)(반려)", "\(text) (rejected)")
        }
    }

    /// 이 기부를 센 보고. They stay as they were filed; the next one tells what was corrected since.
    var reports: Block {
        let counted = story.filter { $0.kind == .summary }
        return Block(
            "reports", say("이 기부를 센 보고", "Reports that counted it"),
            [
                counted.isEmpty
                    ? Empty(say("이 기부를 센 보고는 아직 없습니다.", "No report has counted it yet."))
                    : LinkList(
                        counted.map { item in
                            LinkList.Item(
                                Link(
                                    say.text(item.title ?? item.kind.title),
                                    visit.visitor.path("/reports/\(item.id)")), note: item.no,
                                aside: say.moment(item.recordedAt))
                        })
            ])
    }
}
