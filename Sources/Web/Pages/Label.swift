/// A fact with its name.
struct Label {
    let label: String
    let value: String
    /// Of a value in another language than the page's.
    let lang: String?

    init(_ label: String, _ value: String, lang: String? = nil) {
        self.label = label
        self.value = value
        self.lang = lang
    }
}
