/// A fact with its name.
struct Label {
    let label: String
    let value: String
    /// Of a value in another language than the page's.
    let lang: String?
    /// Where the value leads.
    var href: String?
    /// Whether the value is for machines: an id or a hash.
    var isCode = false
    /// A second line, smaller.
    var note: String?

    init(
        _ label: String, _ value: String, lang: String? = nil, href: String? = nil,
        isCode: Bool = false, note: String? = nil
    ) {
        self.label = label
        self.value = value
        self.lang = lang
        self.href = href
        self.isCode = isCode
        self.note = note
    }
}

extension Label: Part {
    func write(to writer: inout MarkupWriter) {
        writer.element("div", [:]) { writer in
            writer.element("dt", [:]) { $0.text(label) }
            writer.element("dd", lang.map { ["lang": $0] } ?? [:]) { writer in
                Cell(value, href: href, sub: note, kind: isCode ? "code" : "").write(to: &writer)
            }
        }
    }
}
