/// 입력 칸. A field of a form with its label, what it takes, how it was read and what is wrong
/// with it.
struct EntryField: Part {
    enum Control {
        case text
        /// Lines one below the other.
        case lines(Int)
        case choice([(value: String, text: String)])
        /// One of few, all in sight.
        case radios([(value: String, text: String)])
        case box
        case file(types: String)
        /// Never shown again; the text is of the attribute `autocomplete`.
        case password(String)
        /// Good once, and never shown again.
        case code
    }

    let name: String
    let label: String
    var control = Control.text
    var value = ""
    /// What it takes, in a line.
    var help: String?
    var errors: [String] = []
    var isRequired = false
    /// Where the cursor stands when the page comes.
    var isFocused = false
    /// `numeric` where digits are typed.
    var inputMode: String?
    var lengthMax: Int?
    /// Of the modules: `data-…` and `aria-…`.
    var attributes: [MarkupWriter.Attribute] = []
    /// Amounts to choose with one click.
    var chips: [(value: String, text: String)] = []
    /// Whether hints stand beside it.
    var hasHints = false
    /// The hidden field that holds the id of what was chosen from a list.
    var chosen: (name: String, value: String)?

    init(_ name: String, _ label: String, _ control: Control = .text) {
        self.name = name
        self.label = label
        self.control = control
    }

    /// Of the control; links of the summary lead here.
    var id: String { EntryField.id(of: name) }

    static func id(of name: String) -> String {
        "f-" + String(name.map { "[].".contains($0) ? "-" : $0 })
    }

    func write(to writer: inout MarkupWriter) {
        if case .radios(let options) = control { return writeRadios(options, to: &writer) }
        let kind = errors.isEmpty ? "field" : "field bad"
        writer.element("div", ["class": kind]) { writer in
            if case .box = control {
                writeControl(to: &writer)
                writer.element("label", ["for": id]) { $0.text(label) }
            } else {
                writer.element("label", ["for": id]) { $0.text(label) }
                writeTexts(to: &writer)
                writeControl(to: &writer)
            }
            if case .box = control { writeTexts(to: &writer) }
            writeChips(to: &writer)
            if let chosen {
                writer.element(
                    "input", ["type": "hidden", "name": chosen.name, "value": chosen.value])
            }
            guard hasHints else { return }
            writer.element(
                "div",
                [
                    "class": "hints", "id": id + "-hints", "data-hint": name,
                    "aria-live": "polite",
                ]
            ) { _ in }
        }
        writer.raw("\n")
    }

    private func writeTexts(to writer: inout MarkupWriter) {
        if let help {
            writer.element("p", ["class": "help", "id": id + "-help"]) { $0.text(help) }
        }
        guard !errors.isEmpty else { return }
        writer.element("p", ["class": "error", "id": id + "-error"]) { writer in
            writer.text(errors.joined(separator: " "))
        }
    }

    private func writeControl(to writer: inout MarkupWriter) {
        let all = common + attributes + [("data-into", chosen?.name)]
        switch control {
        case .text:
            writer.tag(
                "input", [("type", "text"), ("value", value), ("autocomplete", "off")] + all)
        case .lines(let rows):
            writer.tag("textarea", [("rows", "\(rows)"), ("spellcheck", "false")] + all) {
                // The parser drops a line end just after the tag (HTML, 13.1.2.5).
                $0.raw("\n")
                $0.text(value)
            }
        case .choice(let options):
            writer.tag("select", all) { writer in
                for option in options {
                    let isChosen = option.value == value
                    writer.tag(
                        "option",
                        [("value", option.value), ("selected", isChosen ? "selected" : nil)]
                    ) { $0.text(option.text) }
                }
            }
        case .box:
            writer.tag(
                "input",
                [
                    ("type", "checkbox"), ("value", "true"),
                    ("checked", value.isEmpty ? nil : "checked"),
                ] + all)
        case .password(let use):
            writer.tag("input", [("type", "password"), ("autocomplete", use)] + all)
        case .code:
            writer.tag(
                "input",
                [
                    ("type", "text"), ("autocomplete", "one-time-code"),
                    ("autocapitalize", "none"), ("spellcheck", "false"),
                ] + all)
        case .file(let types): writer.tag("input", [("type", "file"), ("accept", types)] + all)
        case .radios: break
        }
    }

    private var common: [MarkupWriter.Attribute] {
        [
            ("id", id), ("name", name), ("inputmode", inputMode),
            ("maxlength", lengthMax.map(String.init)),
            ("aria-required", isRequired ? "true" : nil),
            ("aria-invalid", errors.isEmpty ? nil : "true"), ("aria-describedby", described),
            ("autofocus", isFocused ? "autofocus" : nil),
        ]
    }

    /// The texts beside it, by their ids; `nil` without any.
    private var described: String? {
        let texts = [
            errors.isEmpty ? nil : id + "-error", help.map { _ in id + "-help" },
            hasHints ? id + "-hints" : nil,
        ].compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }

    private func writeRadios(
        _ options: [(value: String, text: String)], to writer: inout MarkupWriter
    ) {
        writer.tag(
            "fieldset",
            [
                ("class", errors.isEmpty ? "field radios" : "field radios bad"), ("id", id),
                ("aria-describedby", described),
            ]
        ) { writer in
            writer.element("legend", [:]) { $0.text(label) }
            writeTexts(to: &writer)
            for (index, option) in options.enumerated() {
                // An id has no blanks (HTML, 3.2.6), and a value may be what an office is called.
                let isWord = option.value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
                let each = "\(id)-\(isWord ? option.value : "\(index)")"
                writer.element("div", [:]) { writer in
                    writer.tag(
                        "input",
                        [
                            ("type", "radio"), ("id", each), ("name", name),
                            ("value", option.value),
                            ("checked", option.value == value ? "checked" : nil),
                        ])
                    writer.element("label", ["for": each]) { $0.text(option.text) }
                }
            }
        }
        writer.raw("\n")
    }

    private func writeChips(to writer: inout MarkupWriter) {
        guard !chips.isEmpty else { return }
        writer.element("ul", ["class": "fills"]) { writer in
            for chip in chips {
                writer.element("li", [:]) { writer in
                    writer.tag(
                        "button",
                        [("type", "button"), ("data-fill", chip.value), ("data-field", name)]
                    ) { $0.text(chip.text) }
                }
            }
        }
    }
}

/// 묶음. Fields that belong together, under a legend.
struct EntryGroup: Part {
    let legend: String
    var kind = ""
    var id: String?
    let parts: [any Part]

    func write(to writer: inout MarkupWriter) {
        writer.tag("fieldset", [("class", "group \(kind)"), ("id", id)]) { writer in
            writer.element("legend", [:]) { $0.text(legend) }
            for part in parts { part.write(to: &writer) }
        }
        writer.raw("\n")
    }
}
