import Hometown
import Ledger

/// 사람 입력. Somebody whom a form names: chosen from the list of completions, which brings an id, or
/// typed, which may mean two people, or one with two offices. Then the form comes back with the
/// choices beside the name.
struct MentionEntry: Hashable {
    /// Of the hidden field that holds the id: `person`, `nominees[0].person`.
    let path: String

    /// 이름.
    var name: String { path + "_name" }
    /// Which of two offices, or which of two people.
    var choice: String { path + "_choice" }
    /// The name that the choices were offered for: they mean nothing for another.
    var asked: String { path + "_asked" }

    /// What the form says of somebody; `nil` where it names nobody.
    func mention(in form: PostedForm, on day: EventDate?) -> NamedPerson? {
        if let id = form.text(path).flatMap({ Identifier($0.tidied) }) {
            return NamedPerson(.id(id), field: name, on: day)
        }
        guard let typed = form.text(name)?.tidied else { return nil }
        let isAsked = form.text(asked)?.tidied == typed
        switch isAsked ? form.text(choice)?.tidied : nil {
        // A number is written H-2026-000012; no office begins like it.
        case let number? where number.hasPrefix("H-"):
            return NamedPerson(.named(name: number, office: ""), field: name, on: day)
        case let office:
            return NamedPerson(.named(name: typed, office: office ?? ""), field: name, on: day)
        }
    }

    /// The fields in which somebody is named.
    /// - Parameter options: to choose from, where a name was not enough.
    func parts(
        _ label: String, help: String? = nil, jump: String? = nil, _ options: [Option]?,
        _ fields: EntryFields
    ) -> [any Part] {
        let say = fields.say
        let name = fields.text(
            name, label, help: help ?? say("이름, 초성, 직위", "Name, initials or office"), jump: jump
        ) {
            fields.complete(&$0, "people")
            $0.chosen = (path, fields.form[path] ?? "")
        }
        guard let options else { return [name] }
        let typed = fields.form.text(self.name)?.tidied ?? ""
        return [
            name,
            fields.text(choice, say("\(typed): 누구입니까", "\(typed): who is meant")) {
                $0.control = .radios(options.map { ($0.value, $0.text) })
            },
            HiddenField(name: asked, value: typed),
        ]
    }

    struct Option: Hashable {
        let value: String
        let text: String
    }
}

/// Somebody's choices, by the path under which a form names them.
typealias MentionOptions = [String: [MentionEntry.Option]]

/// A field that nobody sees.
struct HiddenField: Part {
    let name: String
    let value: String

    func write(to writer: inout MarkupWriter) {
        writer.element("input", ["type": "hidden", "name": name, "value": value])
    }
}

extension PersonUnclear {
    /// What may be chosen; `nil` where nobody is called so.
    func options(in language: Language) -> [MentionEntry.Option]? {
        switch refusal {
        case .officeAmbiguous(_, let offices):
            offices.map { .init(value: $0.korean, text: $0.text(in: language)) }
        case .personAmbiguous(_, _, let candidates):
            // Each begins with the number that tells it from the others.
            candidates.map { candidate in
                let number = candidate.korean.prefix { $0 != " " }
                return .init(value: String(number), text: candidate.text(in: language))
            }
        default: nil
        }
    }
}
