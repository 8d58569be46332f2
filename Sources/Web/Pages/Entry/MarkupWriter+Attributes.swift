extension MarkupWriter {
    /// An attribute with its value; `nil` for the value: it is not there.
    typealias Attribute = (name: String, value: String?)

    /// An element whose attributes are gathered one by one. Without content it is a void one.
    mutating func tag(
        _ name: String, _ attributes: [Attribute], _ content: ((inout MarkupWriter) -> Void)? = nil
    ) {
        raw("<")
        raw(name)
        for case (let name, let value?) in attributes { attribute(name, value) }
        guard let content else { return raw(" />") }
        raw(">")
        content(&self)
        raw("</")
        raw(name)
        raw(">")
    }
}
