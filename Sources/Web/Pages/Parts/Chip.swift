/// 상태 표시. A state by its word, its shape and its colour; the shape stands in the stylesheet
/// under the kind's name.
struct Chip: Part {
    let kind: String
    let text: String

    init(_ kind: String, _ text: String) {
        self.kind = kind
        self.text = text
    }

    func write(to writer: inout MarkupWriter) {
        writer.element("span", ["class": "chip \(kind)"]) { $0.text(text) }
    }
}
