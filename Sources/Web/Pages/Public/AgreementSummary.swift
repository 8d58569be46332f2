import Hometown
import Ledger

/// 업무협약. An agreement on one line, and the words that its page uses too.
struct AgreementSummary {
    let record: AgreementRecord
    let visitor: Visitor

    init(_ record: AgreementRecord, _ visitor: Visitor) {
        self.record = record
        self.visitor = visitor
    }

    private var say: Phrases { visitor.say }

    /// What the agreement is called, or else what kind it is of.
    var title: String {
        record.agreement.title?.text(in: say.language) ?? AgreementSummary.kind(record, say)
    }

    static func kind(_ record: AgreementRecord, _ say: Phrases) -> String {
        let kind = AgreementDraft.Kind(rawValue: record.agreement.kind) ?? .other
        return say.text(kind.title)
    }

    var parties: String {
        record.parties.map { $0.name.text(in: say.language) }.joined(separator: say("·", ", "))
    }

    var fields: String {
        let count = Int64(record.fields.count)
        guard count > 0 else { return "" }
        return say("\(say.number(count))개 분야", count == 1 ? "1 field" : "\(count) fields")
    }

    /// - Parameter isOpen: whether it leads to the public page.
    func path(isOpen: Bool) -> String {
        visitor.path((isOpen ? "/p" : "") + "/agreements/\(record.agreement.id)")
    }

    func item(isOpen: Bool) -> LinkList.Item {
        LinkList.Item(
            Link(title, path(isOpen: isOpen)),
            note: note, aside: say.date(record.agreement.signedOn))
    }

    /// The same where it leads nowhere.
    var label: Label { Label(say.date(record.agreement.signedOn), title, note: note) }

    private var note: String {
        [parties, fields].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
