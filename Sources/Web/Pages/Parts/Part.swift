/// 부분. A part of a page, which writes itself as markup; the writer escapes whatever is text. Pages
/// are put together from a dozen sorts of them, so that a list looks like a list everywhere.
protocol Part {
    func write(to writer: inout MarkupWriter)
}

/// 단락. Parts under a heading of their own.
struct Block: Part {
    let id: String
    let title: String?
    let intro: String?
    let parts: [any Part]

    init(_ id: String, _ title: String?, intro: String? = nil, _ parts: [(any Part)?]) {
        self.id = id
        self.title = title
        self.intro = intro
        self.parts = parts.compactMap(\.self)
    }

    /// Parts without a heading.
    init(_ id: String, _ parts: [(any Part)?]) {
        self.init(id, nil, parts)
    }

    func write(to writer: inout MarkupWriter) {
        let name: KeyValuePairs<String, String> =
            title == nil
            ? ["class": "block", "id": id]
            : ["class": "block", "id": id, "aria-labelledby": "\(id)-title"]
        writer.element(title == nil ? "div" : "section", name) { writer in
            if let title {
                writer.element("h2", ["id": "\(id)-title"]) { $0.text(title) }
            }
            if let intro { writer.element("p", ["class": "intro"]) { $0.text(intro) } }
            for part in parts { part.write(to: &writer) }
        }
        writer.raw("\n")
    }
}

/// 사실표. Names and values, two columns of them where there is room.
struct FactSheet: Part {
    let facts: [Label]

    init(_ facts: [Label?]) {
        self.facts = facts.compactMap(\.self)
    }

    func write(to writer: inout MarkupWriter) {
        guard !facts.isEmpty else { return }
        writer.element("dl", ["class": "sheet"]) { writer in
            for fact in facts { fact.write(to: &writer) }
        }
        writer.raw("\n")
    }
}

/// Numbers at the head of a page.
struct FigureRow: Part {
    let figures: [Figure]

    func write(to writer: inout MarkupWriter) {
        writer.element("dl", ["class": "figures"]) { writer in
            for figure in figures {
                writer.element("div", [:]) { writer in
                    writer.element("dt", [:]) { writer in
                        guard !figure.anchor.isEmpty else { return writer.text(figure.label) }
                        writer.element("a", ["href": figure.anchor]) { $0.text(figure.label) }
                    }
                    writer.element("dd", ["class": "value"]) { writer in
                        writer.text(figure.value)
                        guard let unit = figure.unit else { return }
                        writer.element("span", ["class": "unit"]) { $0.text(unit) }
                    }
                    for note in figure.notes {
                        writer.element("dd", ["class": "note"]) { $0.text(note) }
                    }
                }
            }
        }
        writer.raw("\n")
    }
}

/// 알림. Something the reader has to know first: `danger`, `warning`, `success` or `information`.
struct Notice: Part {
    let kind: String
    let title: String
    var text: String?
    var items: [String] = []
    /// To what it tells of, before the title.
    var link: Link?

    func write(to writer: inout MarkupWriter) {
        writer.element("div", ["class": "notice \(kind)", "role": "status"]) { writer in
            writer.element("p", ["class": "title"]) { writer in
                if let link {
                    link.write(to: &writer)
                    writer.text(" ")
                }
                writer.text(title)
            }
            if let text { writer.element("p", [:]) { $0.text(text) } }
            guard !items.isEmpty else { return }
            writer.element("ul", [:]) { writer in
                for item in items { writer.element("li", [:]) { $0.text(item) } }
            }
        }
        writer.raw("\n")
    }
}

/// What stands where nothing is yet, and how it comes there.
struct Empty: Part {
    let text: String
    var link: Link?

    init(_ text: String, _ link: Link? = nil) {
        self.text = text
        self.link = link
    }

    func write(to writer: inout MarkupWriter) {
        writer.element("p", ["class": "empty"]) { writer in
            writer.text(text)
            guard let link else { return }
            writer.raw(" ")
            writer.element("a", ["href": link.href]) { $0.text(link.text) }
        }
        writer.raw("\n")
    }
}

/// ※ Remarks below a table or a picture.
struct Remarks: Part {
    let texts: [String]

    init(_ texts: [String?]) {
        self.texts = texts.compactMap(\.self)
    }

    func write(to writer: inout MarkupWriter) {
        for text in texts { writer.element("p", ["class": "remark"]) { $0.text(text) } }
    }
}

/// Paragraphs.
struct Prose: Part {
    let texts: [String]

    init(_ texts: String...) {
        self.texts = texts
    }

    func write(to writer: inout MarkupWriter) {
        writer.element("div", ["class": "prose"]) { writer in
            for text in texts { writer.element("p", [:]) { $0.text(text) } }
        }
    }
}

/// Steps in their order.
struct Steps: Part {
    let items: [(title: String, text: String)]

    func write(to writer: inout MarkupWriter) {
        writer.element("ol", ["class": "steps"]) { writer in
            for item in items {
                writer.element("li", [:]) { writer in
                    writer.element("strong", [:]) { $0.text(item.title) }
                    writer.element("p", [:]) { $0.text(item.text) }
                }
            }
        }
        writer.raw("\n")
    }
}

/// Text as it stands: a checkpoint, a command to copy.
struct Verbatim: Part {
    let text: String
    let label: String

    func write(to writer: inout MarkupWriter) {
        writer.element("pre", ["tabindex": "0", "role": "region", "aria-label": label]) {
            writer in writer.element("code", [:]) { $0.text(text) }
        }
        writer.raw("\n")
    }
}
