import Hometown
import Ledger

/// One line of a list of completions: what the field is given, what is read, and what tells it from
/// others of the same name.
struct CompletionItem {
    let value: String
    let text: String
    var note: String?
    var id: String?

    init(_ person: PersonCompletion, in language: Language) {
        value = person.name.text(in: language)
        text = value
        note = person.office.map { office in
            let seat = office.constituency.map { " (\($0.text(in: language)))" } ?? ""
            return office.title.text(in: language) + seat
        }
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

    /// An exchange by its number, with who gave to whom and what is still awaited.
    init(_ record: ExchangeRecord, in language: Language) {
        value = record.exchange.no
        text = value
        id = "\(record.exchange.id)"
        let units = Set(record.legs.flatMap { [$0.from, $0.to] }).sorted()
        let names = units.map { record.name(of: $0).text(in: language) }
        note = [
            names.joined(separator: " ↔ "), Notation.date(record.exchange.happenedOn, in: language),
            record.reciprocity.stateText(record.name, on: record.readOn).text(in: language),
        ].joined(separator: " · ")
    }

    init(_ run: PersonRun, in language: Language) {
        value = run.no
        text = value
        id = "\(run.id)"
        note = run.relayName.text(in: language)
    }

    init(_ record: AgreementRecord, in language: Language) {
        value = record.agreement.no
        text = value
        id = "\(record.agreement.id)"
        let parties = record.parties.map { $0.name.text(in: language) }
        note = [
            record.agreement.title?.text(in: language), parties.joined(separator: ", "),
            Notation.date(record.agreement.signedOn, in: language),
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// Everything that a line shows, for what is typed to be found in.
    var words: [String] { [text] + (note.map { [$0] } ?? []) }

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
