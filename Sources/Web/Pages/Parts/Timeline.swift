/// 이력. What happened, in order: the world's time at the left, the ledger's at the right.
struct Timeline: Part {
    struct Event {
        let when: String
        let what: String
        var href: String?
        var detail: String?
        let recorded: String
        /// `done`, `danger`; the rest are plain.
        var kind = ""
    }

    let label: String
    let events: [Event]

    func write(to writer: inout MarkupWriter) {
        writer.element("ol", ["class": "timeline", "aria-label": label]) { writer in
            for event in events {
                writer.element("li", ["class": event.kind]) { writer in
                    writer.element("span", ["class": "when"]) { $0.text(event.when) }
                    writer.element("div", [:]) { writer in
                        Cell(event.what, href: event.href, sub: event.detail).write(to: &writer)
                    }
                    writer.element("span", ["class": "aside"]) { $0.text(event.recorded) }
                }
            }
        }
        writer.raw("\n")
    }
}
