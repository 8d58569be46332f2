import Hometown
import Ledger

/// 더 적을 항목. What few donations have, folded away below what all of them have: what the money is
/// for, the gift in return, what binds the donor to the recipient, single checks and why money must
/// go back. The form of a correction has some of them under names of its own.
struct FurtherFields {
    let fields: EntryFields
    /// What stands before the names of the API: `changes.` in a correction.
    var prefix = ""
    /// Designated projects to choose from.
    var projects: [RecordedProject] = []
    var registry: GovernmentRegistry?

    private var say: Phrases { fields.say }

    /// Of a donation that is recorded.
    var folded: Folded {
        let groups = [purpose, gift, relation, checks, unlawful]
        let names = Self.all.map(\.rawValue)
        return Folded(
            summary: say(
                "쓰임·답례품·이해관계·확인 사항·위법 접수",
                "Purpose, gift, interest, single checks, unlawful receipt"),
            part: Wrap(kind: "further", parts: groups),
            isOpen: names.contains { name in
                fields.form[name]?.tidied.isEmpty == false
                    || !fields.problems.texts(of: name).isEmpty
            })
    }

    private static let all: [DonationField] =
        [
            .purpose, .project, .giftWanted, .giftKind, .giftValue, .employer, .interest,
            .residenceCheckedOn, .receivedUnlawful,
        ] + DonationEntry.checks

    private var purpose: EntryGroup {
        EntryGroup(
            legend: say("쓰임과 지정기부(법 제8조의2)", "Purpose and project (Act 8-2)"), kind: "line",
            parts: [
                choice(
                    .purpose, say("쓰임", "Purpose"),
                    Purpose.allCases.map { ("\($0.rawValue)", say.text($0.name)) }),
                choice(
                    .project, say("지정기부 사업", "Designated project"),
                    projects.map { project in
                        let unit = registry?[id: project.government].flatMap {
                            registry?.fullName(of: $0).text(in: say.language)
                        }
                        let name = say.text(project.name)
                        return ("\(project.id)", unit.map { "\($0): \(name)" } ?? name)
                    }),
            ])
    }

    /// 답례품 (Act 9).
    var gift: EntryGroup {
        EntryGroup(
            legend: say("답례품(법 제9조)", "Gift in return (Act 9)"), kind: "line",
            parts: [
                choice(
                    .giftWanted, say("답례품 희망", "Wish for a gift"),
                    [
                        ("true", say("받겠다고 함", "wanted")),
                        ("false", say("받지 않겠다고 함", "declined")),
                    ]),
                choice(
                    .giftKind, say("답례품 종류", "Kind of gift"),
                    ReturnGift.Kind.allCases.map { ($0.rawValue, say.text($0.title)) }),
                text(
                    .giftValue, say("답례품 가액", "Value of the gift"),
                    help: say("기부액의 30% 이내, 없으면 0", "Up to 30% of the donation; 0 for none")),
            ])
    }

    var relation: EntryGroup {
        EntryGroup(
            legend: say("소속과 이해관계(법 제5조)", "Employer and interest (Act 5)"), kind: "line",
            parts: [employer, interest])
    }

    var employer: EntryField {
        text(
            .employer, say("소속 지자체", "Employing government"),
            help: say("지자체에 소속되지 않으면 없음", "none for no government")
        ) { fields.complete(&$0, "governments") }
    }

    private var interest: EntryField {
        let label = say("받는 지자체와 계약·처분 등 이해관계가 있음", "Has a contract or other interest there")
        guard prefix.isEmpty else {
            return choice(
                .interest, say("받는 지자체와의 이해관계", "Interest in the recipient"),
                [("true", say.interest(true)), ("false", say.interest(false))],
                help: say("계약·처분 등", "A contract or the like"))
        }
        return text(.interest, label) { $0.control = .box }
    }

    /// What a form that records has among the checks of every donation, and a correction here.
    private var papers: [EntryField] {
        guard !prefix.isEmpty else { return [] }
        return [
            text(.pledge, say("기탁서 번호", "Pledge no.")),
            choice(
                .consent, say("공동이용 동의", "Consent to look up records"),
                [("true", say.consent(true)), ("false", say.consent(false))]),
        ]
    }

    /// One by one, where not all four were passed.
    var checks: EntryGroup {
        let results = Check.Result.allCases.map { (value: $0.rawValue, text: say[$0]) }
        let items = zip(DonationEntry.checks, Checks.Item.allCases).map { field, item in
            choice(field, say.text(item.name), results)
        }
        return EntryGroup(
            legend: say("확인 사항마다(시행령 제4조)", "Each check by itself (Decree 4)"), kind: "line",
            parts: items + [
                text(
                    .residenceCheckedOn, say("확인한 날", "Checked on"),
                    help: say("기부일과 다르면", "Unless on the day of the donation"))
            ] + papers)
    }

    private var unlawful: EntryGroup {
        EntryGroup(
            legend: say("위법하게 받은 돈(법 제14조)", "Money taken unlawfully (Act 14)"), kind: "line",
            parts: [
                choice(
                    .receivedUnlawful, say("반환 사유", "Ground for its return"),
                    ReturnGround.allCases.map {
                        ($0.code, "\($0.rawValue). " + say.text($0.title))
                    }, help: say("합계에 넣지 않고 반환 대상이 됩니다.", "Kept out of totals until it goes back."))
            ])
    }

    // MARK: One field

    func text(
        _ field: DonationField, _ label: String, help: String? = nil,
        _ change: (inout EntryField) -> Void = { _ in }
    ) -> EntryField {
        fields.text(prefix + field.rawValue, label, help: help) {
            $0.hasHints = prefix.isEmpty
            $0.lengthMax = DonationField.charactersMax
            change(&$0)
        }
    }

    func choice(
        _ field: DonationField, _ label: String, _ options: [(value: String, text: String)],
        help: String? = nil
    ) -> EntryField {
        text(field, label, help: help) {
            $0.control = .choice([("", say("해당 없음", "Not applicable"))] + options)
        }
    }
}
