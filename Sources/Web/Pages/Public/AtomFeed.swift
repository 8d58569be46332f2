import Hometown

/// 소식 문서. A feed (RFC 4287): what was added, newest first, each under an id that never changes.
struct AtomFeed {
    static let mediaType = "application/atom+xml"

    struct Entry {
        let id: Identifier
        let title: String
        let summary: String
        let recordedAt: Instant
        let page: String
    }

    let title: String
    /// Of the feed itself, by which readers know it again.
    let address: String
    /// Of the page that shows the same.
    let page: String
    let language: Language
    let entries: [Entry]

    var bytes: [UInt8] {
        var writer = MarkupWriter(capacity: 16_384)
        writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        writer.element(
            "feed",
            ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language.rawValue]
        ) { writer in
            writer.element("id", [:]) { $0.text(address) }
            writer.element("title", [:]) { $0.text(title) }
            // An empty ledger was never updated; the format wants a moment all the same.
            let newest = entries.map(\.recordedAt).max() ?? Instant(microseconds: 0)
            writer.element("updated", [:]) { $0.text(newest.text) }
            writer.element("author", [:]) { writer in
                writer.element("name", [:]) { $0.text("Pumasi") }
            }
            writer.element("link", ["rel": "self", "href": address])
            writer.element("link", ["rel": "alternate", "type": "text/html", "href": page])
            for entry in entries { write(entry, to: &writer) }
        }
        return writer.bytes
    }

    private func write(_ entry: Entry, to writer: inout MarkupWriter) {
        writer.element("entry", [:]) { writer in
            writer.element("id", [:]) { $0.text("urn:uuid:\(entry.id)") }
            writer.element("title", [:]) { $0.text(entry.title) }
            writer.element("updated", [:]) { $0.text(entry.recordedAt.text) }
            writer.element("link", ["rel": "alternate", "href": entry.page])
            writer.element("summary", [:]) { $0.text(entry.summary) }
        }
        writer.raw("\n")
    }
}
