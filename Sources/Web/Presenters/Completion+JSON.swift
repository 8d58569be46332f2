import Hometown
import Ledger

/// One line of a list of completions: what the field is given, what is read, and what tells it from
/// others of the same name.
struct CompletionItem {
    let value: String
    let text: String
    var note: String?
    var id: String?

    init(_ person: PersonCompletion, _ registry: GovernmentRegistry, in language: Language) {
        value = person.name.text(in: language)
        text = value
        let office = person.office.map { office in
            let seat = office.constituency.map { " (\($0.text(in: language)))" } ?? ""
            return office.title.text(in: language) + seat
        }
        note = office
        id = "\(person.id)"
    }

    init(
        _ completion: GovernmentCompletion, _ registry: GovernmentRegistry, in language: Language
    ) {
        value = registry.fullName(of: completion.government).text(in: language)
        text = value
        guard let other = completion.insteadOf else { return }
        let name = registry.fullName(of: other).text(in: language)
        let day = completion.changedOn.map { Notation.date($0, in: language) } ?? ""
        let isGone = completion.changedOn == other.validTo
        note =
            switch (language, isGone) {
            case (.korean, true): "\(name)의 새 이름, \(day)부터"
            case (.korean, false): "\(name)의 옛 이름, \(day) 전"
            case (.english, true): "was \(name) until \(day)"
            case (.english, false): "will be \(name) from \(day)"
            }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("value", value)
            writer.field("text", text)
            writer.field("note", note)
            writer.field("id", id)
        }
    }
}

extension [Hint] {
    /// - Parameter path: the address of a page in the reader's language.
    func write(
        to writer: inout JSONWriter, in language: Language, path: (String) -> String
    ) {
        writer.object { writer in
            writer.array("hints", self) { hint, writer in
                writer.object { writer in
                    writer.field("field", hint.field)
                    writer.field("kind", hint.kind.rawValue)
                    writer.field("text", hint.text.text(in: language))
                    writer.field("href", hint.path.map(path))
                }
            }
        }
    }
}
