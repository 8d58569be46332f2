/// 그림. A picture that has a table as its twin on the same page, and what its marks mean.
struct Picture: Part {
    /// What the region that scrolls is called.
    let label: String
    let svg: [UInt8]
    var legend: [RelaySection.Mark] = []
    var kind = "picture"

    func write(to writer: inout MarkupWriter) {
        writer.element("figure", ["class": kind]) { writer in
            writer.element(
                "div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": label]
            ) { $0.raw(String(decoding: svg, as: UTF8.self)) }
            guard !legend.isEmpty else { return }
            writer.element("figcaption", [:]) { writer in
                writer.element("ul", ["class": "legend"]) { writer in
                    for mark in legend {
                        writer.element("li", [:]) { writer in
                            mark.write(to: &writer)
                            writer.text(mark.text)
                        }
                    }
                }
            }
        }
        writer.raw("\n")
    }
}

/// A region that scrolls sideways, around what is wider than the page.
struct Scrolled: Part {
    let label: String
    let part: any Part

    func write(to writer: inout MarkupWriter) {
        writer.element(
            "div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": label]
        ) { part.write(to: &$0) }
        writer.raw("\n")
    }
}
