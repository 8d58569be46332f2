/// 양식. A form that is sent: what is wrong with it first, then its fields, then its buttons.
struct EntryForm: Part {
    struct Button {
        let text: String
        /// What the pressed button says of itself.
        var name: String?
        var value: String?
        var isPrimary = false
        /// Of the keys that lead to it.
        var attributes: [MarkupWriter.Attribute] = []
    }

    let action: String
    let label: String
    /// Of the form's token and, where it records something, of its id.
    let hidden: [(name: String, value: String)]
    var problems: EntryProblems?
    var isMultipart = false
    /// For the modules.
    var attributes: [MarkupWriter.Attribute] = []
    var kind = "entry"
    let parts: [any Part]
    let buttons: [Button]
    var cancel: Link?

    func write(to writer: inout MarkupWriter) {
        let form: [MarkupWriter.Attribute] = [
            ("class", kind), ("method", "post"), ("action", action), ("aria-label", label),
            ("enctype", isMultipart ? "multipart/form-data" : nil), ("novalidate", "novalidate"),
        ]
        writer.tag("form", form + attributes) { writer in
            if let problems, !problems.isEmpty {
                problems.inOrder(of: Self.names(of: parts))
                    .write(to: &writer, labels: Self.labels(of: parts))
            }
            for field in hidden {
                writer.element(
                    "input", ["type": "hidden", "name": field.name, "value": field.value])
            }
            for part in parts { part.write(to: &writer) }
            writer.element("p", ["class": "submit"]) { writer in
                for button in buttons {
                    writer.tag(
                        "button",
                        [
                            ("type", "submit"), ("name", button.name), ("value", button.value),
                            ("class", button.isPrimary ? "primary" : nil),
                        ] + button.attributes
                    ) { $0.text(button.text) }
                }
                cancel?.write(to: &writer)
            }
        }
        writer.raw("\n")
    }

    /// The fields in the order in which they stand.
    private static func names(of parts: [any Part]) -> [String] {
        parts.flatMap { part -> [String] in
            if let field = part as? EntryField { return [field.name] }
            return (part as? any FieldHolder).map { names(of: $0.held) } ?? []
        }
    }

    /// What stands beside each field, and before it what stands above the row of a list that the
    /// field is in. A box is named by its sentence, which is no name.
    private static func labels(of parts: [any Part], in legend: String = "") -> [String: String] {
        var labels: [String: String] = [:]
        for part in parts {
            if let field = part as? EntryField {
                if case .box = field.control { continue }
                let isInRow = field.name.contains("[") && !legend.isEmpty
                labels[field.name] = isInRow ? "\(legend) \(field.label)" : field.label
            } else if let holder = part as? any FieldHolder {
                if let rows = holder.rows { labels[rows.name] = rows.label }
                let inner = (part as? EntryGroup)?.legend ?? legend
                labels.merge(Self.labels(of: holder.held, in: inner)) { first, _ in first }
            }
        }
        return labels
    }
}

/// 칸을 품은 부분. A part with fields in it, which a form names where their problems are told.
protocol FieldHolder {
    var held: [any Part] { get }
    /// Where what it holds are the rows of a list: the field of the API that the list is, and what
    /// people call it. Of the list itself something is wrong when it has too few.
    var rows: (name: String, label: String)? { get }
}

extension FieldHolder {
    var rows: (name: String, label: String)? { nil }
}

extension EntryGroup: FieldHolder {
    var held: [any Part] { parts }
}

extension Folded: FieldHolder {
    var held: [any Part] { [part] }
}

extension Wrap: FieldHolder {
    var held: [any Part] { parts.compactMap(\.self) }
}

extension Legs: FieldHolder {
    var held: [any Part] { groups }
    var rows: (name: String, label: String)? { (Legs.list, label) }
}

/// What a form was sent back with: told above it, each with a link to its field, and at the field.
struct EntryProblems: Part {
    let say: Phrases
    /// Field by field, in the order in which they were found; no field for the whole.
    private(set) var found: [(field: String, text: String)] = []
    /// Of the rules and faults among them: some open a further field.
    private(set) var codes: Set<String> = []

    init(_ say: Phrases) {
        self.say = say
    }

    var isEmpty: Bool { found.isEmpty }

    mutating func add(_ field: String, _ text: String) {
        guard !found.contains(where: { $0 == (field, text) }) else { return }
        found.append((field, text))
    }

    /// The same, under the code that a program would be told.
    mutating func add(_ field: String, _ text: String, code: String) {
        codes.insert(code)
        add(field, text)
    }

    /// Of one field, in order.
    func texts(of field: String) -> [String] {
        found.filter { $0.field == field }.map(\.text)
    }

    /// The same in the order in which the fields stand in the form: first what is said of the
    /// whole, last what is said of no field in it.
    func inOrder(of fields: [String]) -> EntryProblems {
        let places = Dictionary(zip(fields, 1...)) { first, _ in first }
        let ranked = found.enumerated().map { place, problem in
            let rank = problem.field.isEmpty ? 0 : places[problem.field] ?? .max
            return (rank: rank, place: place, problem: problem)
        }
        var ordered = self
        ordered.found = ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
            .map { $0.problem }
        return ordered
    }

    func write(to writer: inout MarkupWriter) {
        write(to: &writer, labels: [:])
    }

    /// 제목(한국어): 필수 항목입니다. Many fields may have the same problem.
    private static func text(of problem: (field: String, text: String), _ label: String?) -> String
    {
        guard let label, !problem.text.lowercased().contains(label.lowercased())
        else { return problem.text }
        return "\(label): \(problem.text)"
    }

    /// - Parameter labels: of the fields, for problems that do not name theirs.
    func write(to writer: inout MarkupWriter, labels: [String: String]) {
        guard !found.isEmpty else { return }
        let title = say(
            "저장하지 않았습니다. \(found.count)곳을 확인해 주십시오.",
            "Nothing was saved. Check \(found.count == 1 ? "this" : "these \(found.count)").")
        writer.element(
            "div",
            ["class": "notice danger", "role": "alert", "tabindex": "-1", "id": "problems"]
        ) { writer in
            writer.element("p", ["class": "title"]) { $0.text(title) }
            writer.element("ul", [:]) { writer in
                for problem in found {
                    writer.element("li", [:]) { writer in
                        guard !problem.field.isEmpty else { return writer.text(problem.text) }
                        let text = Self.text(of: problem, labels[problem.field])
                        writer.element("a", ["href": "#" + EntryField.id(of: problem.field)]) {
                            $0.text(text)
                        }
                    }
                }
            }
        }
        writer.raw("\n")
    }
}
