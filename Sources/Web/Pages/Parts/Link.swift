/// A link with its text.
struct Link: Part {
    let text: String
    let href: String
    let isCurrent: Bool
    /// How it looks: `primary` for what a page is for.
    let kind: String

    init(_ text: String, _ href: String, isCurrent: Bool = false, kind: String = "") {
        self.text = text
        self.href = href
        self.isCurrent = isCurrent
        self.kind = kind
    }

    /// Where the reader is says so (WAI-ARIA 1.2, aria-current).
    func write(to writer: inout MarkupWriter) {
        writer.raw("<a href=\"")
        writer.text(href)
        writer.raw("\"")
        if !kind.isEmpty { writer.raw(" class=\"\(kind)\"") }
        if isCurrent { writer.raw(" aria-current=\"page\"") }
        writer.raw(">")
        writer.text(text)
        writer.raw("</a>")
    }
}

/// Links side by side: tabs of a page, the pages of a list, files to take away.
struct LinkRow: Part {
    enum Kind: String {
        case tabs, pager, files, actions
    }

    let kind: Kind
    /// What the row is called.
    let label: String
    let links: [Link]

    init(_ kind: Kind, _ label: String, _ links: [Link?]) {
        self.kind = kind
        self.label = label
        self.links = links.compactMap(\.self)
    }

    func write(to writer: inout MarkupWriter) {
        guard !links.isEmpty else { return }
        writer.element("nav", ["class": kind.rawValue, "aria-label": label]) { writer in
            writer.element("ul", [:]) { writer in
                for link in links { writer.element("li", [:]) { link.write(to: &$0) } }
            }
        }
        writer.raw("\n")
    }
}

/// The way to the rest of a list, below it.
struct More: Part {
    let link: Link

    func write(to writer: inout MarkupWriter) {
        writer.element("p", ["class": "more"]) { link.write(to: &$0) }
    }
}

/// Links one below the other, each with a line about it.
struct LinkList: Part {
    struct Item {
        let link: Link
        var note: String?
        var chip: Chip?
        /// At the right: a day, a count.
        var aside: String?
        /// What can be done about it.
        var action: Link?

        init(
            _ link: Link, note: String? = nil, chip: Chip? = nil, aside: String? = nil,
            action: Link? = nil
        ) {
            self.link = link
            self.note = note
            self.chip = chip
            self.aside = aside
            self.action = action
        }
    }

    let items: [Item]
    var more: Link?

    init(_ items: [Item], more: Link? = nil) {
        self.items = items
        self.more = more
    }

    func write(to writer: inout MarkupWriter) {
        writer.element("ul", ["class": "rows"]) { writer in
            for item in items {
                writer.element("li", [:]) { writer in
                    writer.element("div", [:]) { writer in
                        item.link.write(to: &writer)
                        if let note = item.note {
                            writer.element("span", ["class": "sub"]) { $0.text(note) }
                        }
                    }
                    item.chip?.write(to: &writer)
                    if let aside = item.aside {
                        writer.element("span", ["class": "aside"]) { $0.text(aside) }
                    }
                    item.action?.write(to: &writer)
                }
            }
        }
        more.map { More(link: $0) }?.write(to: &writer)
        writer.raw("\n")
    }
}
