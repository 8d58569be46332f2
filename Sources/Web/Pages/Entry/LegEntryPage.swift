import Hometown
import Ledger

/// 한쪽 기부 화면. What came later along a direction of an exchange on record: the answer that it
/// awaited, a leg as it should have been stated, or a direction that nobody had told of.
struct LegEntryPage {
    static let pattern = "/exchanges/{id}/legs"
    /// The leg on record whose place it takes.
    static let replacedField = "replaces"

    static func path(_ exchange: Identifier) -> String { "/exchanges/\(exchange)/legs" }

    let fields: EntryFields
    let record: ExchangeRecord

    private var say: Phrases { fields.say }

    var sheet: EntrySheet {
        EntrySheet(
            title: say("\(record.exchange.no) 한쪽 기록", "Record a leg of \(record.exchange.no)"),
            kind: record.sides(say),
            lead: say(
                "기다리던 답례를 적거나, 잘못 적은 쪽을 고치거나, 방향을 더합니다.",
                "An answer that was awaited, a leg that was misstated, or a further direction."),
            path: Self.path(record.exchange.id), pattern: Self.pattern,
            back: "/exchanges/\(record.exchange.id)", button: Bilingual("기록", "Record"),
            parts: [way, gift])
    }

    private var way: EntryGroup {
        let help = say("새 방향일 때만", "Of a further direction alone")
        let ways: [(value: String, text: String)] =
            record.legs.map { ("\($0.id)", record.text(of: $0, say)) }
            + [("", say("새 방향", "a further direction"))]
        return EntryGroup(
            legend: say("어느 쪽", "Which leg"), kind: "line",
            parts: [
                fields.choice(Self.replacedField, say("방향", "Direction"), ways),
                fields.text("from", say("주는 지자체", "From"), help: help) {
                    fields.complete(&$0, "governments")
                },
                fields.text("to", say("받는 지자체", "To"), help: help) {
                    fields.complete(&$0, "governments")
                },
            ])
    }

    private var gift: EntryGroup {
        EntryGroup(
            legend: say("준 것", "What was given"), kind: "line",
            parts: [
                fields.date("on", say("날짜", "Day"), isFirst: true),
                fields.text("department", say("부서", "Department")),
                fields.number("people", say("인원", "People")),
                fields.text(
                    "amount_each", say("1인당 금액", "Each"),
                    help: say("인원 × 1인당 금액이 합계입니다.", "People times this is the sum.")),
                fields.text(
                    "amount", say("또는 합계", "Or in all"),
                    help: say("모르면 비움(미공개)", "Empty if not disclosed")),
            ])
    }
}

extension ExchangeRecord {
    /// Everybody who takes part.
    func sides(_ say: Phrases) -> String {
        Set(legs.flatMap { [$0.from, $0.to] }).sorted().map { say.text(name(of: $0)) }
            .joined(separator: " ↔ ")
    }

    /// 담양군 민원과 → 해남군 (2025. 1. 21.).
    func text(of leg: RecordedLeg, _ say: Phrases) -> String {
        let way = [leg.from, leg.to].map { say.text(name(of: $0)) }
        let day = leg.leg.date.map(say.date) ?? say[.awaited]
        let department = leg.department.map { " \($0)" } ?? ""
        return "\(way[0])\(department) → \(way[1]) (\(day))"
    }
}
