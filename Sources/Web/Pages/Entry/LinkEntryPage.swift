import Hometown
import Ledger

/// 기부 연결 화면. The donations that may be the answer of an exchange, to be said yes to one by one:
/// nothing is linked by itself.
struct LinkEntryPage {
    static let pattern = "/exchanges/{id}/links"
    static let candidateField = "candidate"
    static let numberField = "donation_no"

    static func path(_ exchange: Identifier) -> String { "/exchanges/\(exchange)/links" }

    /// The field that somebody sees for one of the API's.
    static func place(of field: String) -> String {
        switch field {
        case "donation_id", "exchange": numberField
        default: field
        }
    }

    let fields: EntryFields
    let record: ExchangeRecord
    let candidates: [AnswerCandidate]
    let governments: GovernmentRegistry

    private var say: Phrases { fields.say }

    var sheet: EntrySheet {
        EntrySheet(
            title: say("\(record.exchange.no) 기부 연결", "Link a donation to \(record.exchange.no)"),
            kind: record.sides(say),
            lead: say(
                "맞는 기부인지 사람이 확인해야 연결합니다.",
                "A donation goes along an exchange because somebody says so."),
            path: Self.path(record.exchange.id), pattern: Self.pattern,
            back: "/exchanges/\(record.exchange.id)", button: Bilingual("기록", "Record"),
            parts: [proposals, words])
    }

    private var proposals: any Part {
        guard !candidates.isEmpty else {
            return Empty(
                say(
                    "답례일 수 있는 기부가 없습니다. 아래에 번호로 쓸 수 있습니다.",
                    "No donation looks like the answer. One may be given by its number below."))
        }
        return fields.text(Self.candidateField, say("답례 후보", "Proposals")) {
            $0.control = .radios(candidates.map { ($0.answerNo, text(of: $0)) })
        }
    }

    /// D-2026-000012 · 대전광역시 → 세종특별자치시 · 2023. 4. 12. · 100,000원 · 2일 뒤.
    private func text(of candidate: AnswerCandidate) -> String {
        let from = say.government(governments[id: candidate.answerGiver], governments)
        let to = say.government(governments[id: candidate.answerRecipient], governments)
        return [
            candidate.answerNo, "\(from) → \(to)", say.date(candidate.answeredOn),
            Notation.amount(candidate.amount, in: say.language),
            candidate.days < 0
                ? say("\(-candidate.days)일 앞", "\(-candidate.days) days before")
                : say("\(candidate.days)일 뒤", "\(candidate.days) days after"),
        ].joined(separator: " · ")
    }

    private var words: EntryGroup {
        let legs: [(value: String, text: String)] =
            [("", say("방향이 맞는 쪽", "the one that goes its way"))]
            + record.legs.map { ("\($0.id)", record.text(of: $0, say)) }
        return EntryGroup(
            legend: say("연결", "Link"), kind: "line",
            parts: [
                fields.text(
                    Self.numberField, say("또는 기부의 번호", "Or a donation's number"),
                    help: "D-2026-000123"
                ) {
                    $0.isFocused = fields.problems.isEmpty
                }, fields.choice("leg_id", say("어느 쪽", "Which leg"), legs),
                fields.choice(
                    "linked", say("무엇을", "What"),
                    [
                        ("yes", say("연결", "link")),
                        ("no", say("연결 해제", "take the link back")),
                    ]),
                fields.sentences(
                    "reason", say("해제하는 사유", "Why it is taken back"),
                    help: say("해제할 때만", "Only to take one back")),
            ])
    }
}
