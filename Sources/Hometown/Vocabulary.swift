/// 어휘. A closed set of codes, as the machine forms have them, each with the word that people read
/// in its place: on pages, in reports and in the tables of commands alike.
package protocol Vocabulary: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    var title: Bilingual { get }
}

extension Vocabulary {
    /// The word for a code that was written down as text; `nil` for one that is not among them.
    package static func title(of code: String) -> Bilingual? {
        Self(rawValue: code)?.title
    }
}
