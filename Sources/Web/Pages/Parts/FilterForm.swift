/// 조건. The filters of a list as a form that only reads, and those that hold as chips, each a link
/// to the list without it: every view has an address of its own.
struct FilterForm: Part {
    struct Field {
        let name: String
        let label: String
        var value = ""
        /// Of a choice, first the one for all; empty for a field to type in.
        var options: [(value: String, text: String)] = []
        var hint: String?
        /// `numeric` where only digits are typed.
        var inputMode: String?
    }

    struct Held {
        let text: String
        let removePath: String
        let removeLabel: String
    }

    /// With what else the address asks for, which a form of its own would leave behind.
    let action: String
    let label: String
    let submit: String
    let fields: [Field]
    /// Whether its one field takes all the room there is.
    var isWide = false
    /// Folded away until somebody asks for one of them.
    var further: [Field] = []
    /// What they are called together.
    var furtherLabel = ""
    var held: [Held] = []
    var clear: Link?

    func write(to writer: inout MarkupWriter) {
        let sides = action.split(separator: "?", maxSplits: 1)
        let path = sides.first.map(String.init) ?? action
        writer.element(
            "form",
            [
                "class": isWide ? "filter ask" : "filter", "action": path, "method": "get",
                "aria-label": label,
            ]
        ) { writer in
            for pair in sides.dropFirst().joined().split(separator: "&") { keep(pair, &writer) }
            for field in fields { write(field, &writer) }
            if !further.isEmpty { writeFurther(&writer) }
            writer.element("p", ["class": "go"]) { writer in
                writer.element("button", ["type": "submit"]) { $0.text(submit) }
            }
        }
        guard !held.isEmpty else { return writer.raw("\n") }
        writer.element("ul", ["class": "held"]) { writer in
            for filter in held {
                writer.element("li", [:]) { writer in
                    let label = filter.removeLabel
                    writer.element("a", ["href": filter.removePath, "title": label]) { writer in
                        writer.text(filter.text)
                        writer.element("span", ["class": "hide"]) { $0.text(" \(label)") }
                    }
                }
            }
            if let clear { writer.element("li", [:]) { clear.write(to: &$0) } }
        }
        writer.raw("\n")
    }

    private func keep(_ pair: Substring, _ writer: inout MarkupWriter) {
        let parts = pair.split(separator: "=", maxSplits: 1).map {
            PercentText.decode($0.utf8) ?? ""
        }
        guard parts.count == 2 else { return }
        writer.element("input", ["type": "hidden", "name": parts[0], "value": parts[1]])
    }

    private func writeFurther(_ writer: inout MarkupWriter) {
        let isOpen = further.contains { !$0.value.isEmpty }
        writer.tag("details", [("open", isOpen ? "open" : nil)]) { writer in
            writer.element("summary", [:]) { $0.text(furtherLabel) }
            writer.element("div", ["class": "filters"]) { writer in
                for field in further { write(field, &writer) }
            }
        }
    }

    private func write(_ field: Field, _ writer: inout MarkupWriter) {
        let id = "filter-\(field.name)"
        writer.element("p", [:]) { writer in
            writer.element("label", ["for": id]) { $0.text(field.label) }
            guard !field.options.isEmpty else {
                return writer.element(
                    "input",
                    [
                        "id": id, "name": field.name, "value": field.value,
                        "placeholder": field.hint ?? "", "autocomplete": "off",
                        "inputmode": field.inputMode ?? "text",
                    ])
            }
            writer.element("select", ["id": id, "name": field.name]) { writer in
                for option in field.options {
                    writer.element(
                        "option",
                        option.value == field.value
                            ? ["value": option.value, "selected": "selected"]
                            : ["value": option.value]
                    ) { $0.text(option.text) }
                }
            }
        }
    }
}
