/// A text in both languages. Neither may be missing.
package struct Bilingual: Hashable, Sendable {
    package let korean: String
    package let english: String

    package init(_ korean: String, _ english: String) {
        self.korean = korean
        self.english = english
    }

    package func text(in language: Language) -> String {
        switch language {
        case .korean: korean
        case .english: english
        }
    }
}
