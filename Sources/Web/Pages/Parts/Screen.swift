/// 화면. A page as its template sees it: the frame, and what is in it, already written out.
struct Screen {
    let frame: Frame
    let words: [String: String]
    let body: String
    /// What is to be said above everything else, written out.
    private(set) var notice = ""
    /// Whether this is a government's own site, which nothing else may say.
    var isOfficial = false

    init(_ frame: Frame, _ parts: [any Part]) {
        self.frame = frame
        words = frame.words
        var writer = MarkupWriter(capacity: 16_384)
        for part in parts { part.write(to: &writer) }
        body = String(decoding: writer.bytes, as: UTF8.self)
    }

    mutating func tell(_ notice: Notice) {
        var writer = MarkupWriter(capacity: 1_024)
        Wrap(kind: "wrap", parts: [notice]).write(to: &writer)
        self.notice = String(decoding: writer.bytes, as: UTF8.self)
    }

    /// A page with a heading and parts below it, as all but the first are.
    init(_ frame: Frame, _ title: Title, _ parts: [(any Part)?]) {
        self.init(frame, [Wrap(kind: "wrap page", parts: [title] + parts)])
    }
}

/// The head of a page: what it is called, and what can be done there.
struct Title: Part {
    let heading: String
    /// What sort of thing it is, above its name.
    let kind: String?
    let chip: Chip?
    let lead: String?
    let actions: [Link]

    init(
        _ heading: String, kind: String? = nil, chip: Chip? = nil, lead: String? = nil,
        actions: [Link?] = []
    ) {
        self.heading = heading
        self.kind = kind
        self.chip = chip
        self.lead = lead
        self.actions = actions.compactMap(\.self)
    }

    func write(to writer: inout MarkupWriter) {
        writer.element("header", ["class": "top"]) { writer in
            writer.element("div", [:]) { writer in
                if let kind { writer.element("p", ["class": "kind"]) { $0.text(kind) } }
                writer.element("h1", [:]) { $0.title(heading) }
                chip?.write(to: &writer)
                if let lead { writer.element("p", ["class": "lead"]) { $0.text(lead) } }
            }
            guard !actions.isEmpty else { return }
            writer.element("ul", ["class": "actions"]) { writer in
                for link in actions { writer.element("li", [:]) { link.write(to: &$0) } }
            }
        }
        writer.raw("\n")
    }
}
