import Hometown
import Ledger

/// 할 일. What staff have to look at, kind by kind, the oldest first.
struct WorklistPage {
    static let path = "/worklist"

    let worklist: Worklist
    /// Of the bars in it.
    let barred: [Identifier: Government]
    let governments: GovernmentRegistry
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let blocks: [any Part] = worklist.items.map(block)
        return Screen(
            visit.frame(say("할 일", "To do")),
            Title(
                say("할 일", "To do"),
                lead: Notation.date(worklist.asOf, .text, in: visit.language)),
            blocks.isEmpty ? [Empty(say("지금은 할 일이 없습니다.", "Nothing waits."))] : blocks)
    }

    private func block(_ item: Worklist.Item) -> Block {
        let shown = Int64(item.first.count)
        return Block(
            item.code.rawValue, say.text(item.text), intro: advice(item.code),
            [
                item.first.isEmpty ? nil : LinkList(item.first.map { row($0, of: item.code) }),
                shown > 0 && shown < item.count
                    ? Remarks([
                        say(
                            "오래된 것부터 \(say.count(shown))만 보입니다.",
                            "The oldest \(say.number(shown)) are shown.")
                    ]) : nil,
            ])
    }

    private func row(_ one: Worklist.Reference, of code: Worklist.Code) -> LinkList.Item {
        let path = visit.visitor.path
        switch code {
        case .approvalPending:
            return LinkList.Item(Link(one.no, path("/approvals/\(one.id)")))
        case .barNotPublished:
            let unit = barred[one.id]
            return LinkList.Item(
                Link(one.no, path(unit.map { "/governments/\($0.code)" } ?? "/governments")),
                note: unit.map { governments.fullName(of: $0).text(in: visit.language) })
        case .unlawfulReceiptOpen, .disputed, .officialReceiptOutstanding,
            .officialReceiptMissing, .possibleDuplicate, .fundCostOverLimit, .giftCostOverLimit,
            .publicationDue:
            let page = "/donations/\(one.id)"
            return LinkList.Item(
                Link(one.no, path(page)),
                action: visit.way(
                    say("정정·반환", "Correct or return"), to: page + "/correct",
                    for: Role.clerks, kind: ""))
        }
    }

    /// What is to be done about it.
    private func advice(_ code: Worklist.Code) -> String {
        switch code {
        case .unlawfulReceiptOpen:
            say(
                "위법하게 접수한 돈입니다. 돌려준 뒤 반환을 기록하십시오(법 제14조제1항).",
                "Money taken against the law. Give it back and record the return (Act 14(1)).")
        case .disputed:
            say(
                "규칙에 맞지 않는다고 알려진 기부입니다. 출처를 확인하고 바로잡으십시오.",
                "Reported against a rule. Check the source and correct what is wrong.")
        case .officialReceiptOutstanding:
            say(
                "반환했지만 영수증이 돌아오지 않았습니다(법 제14조제1항).",
                "Returned, while the official receipt did not come back (Act 14(1)).")
        case .officialReceiptMissing:
            say(
                "접수했지만 영수증 번호가 없습니다(법 제8조제2항).",
                "Taken in without the number of an official receipt (Act 8(2)).")
        case .possibleDuplicate:
            say(
                "같은 사람, 지자체, 날, 금액의 기부가 먼저 있습니다. 두 번 적었으면 취소하십시오.",
                "One of the same donor, recipient, day and amount came before. Reverse a repeat.")
        case .approvalPending:
            say("다른 사람의 승인을 기다립니다.", "They wait for a second person.")
        case .barNotPublished:
            say(
                "제한 사실을 공표하고 기록하십시오(법 제16조, 시행령 제10조).",
                "Make the bar public and record it (Act 16, Decree 10).")
        case .fundCostOverLimit:
            say(
                "전년도 모금액으로 정해지는 한도를 넘었습니다. 문서를 확인하고 조치하십시오(법 제11조제3항).",
                "Above the share of the year before's receipts. Check the document (Act 11(3)).")
        case .giftCostOverLimit:
            say(
                "당해 연도 모금액의 30%를 넘었습니다. 문서를 확인하고 조치하십시오(법 제11조제4항).",
                "Above 30 % of the year's receipts. Check the document (Act 11(4)).")
        case .publicationDue:
            say(
                "접수와 사용 결과를 공개하십시오(법 제13조, 시행령 제9조제1항).",
                "Publish receipts and use of the year (Act 13, Decree 9(1)).")
        }
    }
}
