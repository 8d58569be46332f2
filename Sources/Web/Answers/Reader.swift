package import Hometown

/// 독자. Whom an answer is for: it decides the language of names and what is shown of people who
/// hold no public office.
package struct Reader: Hashable, Sendable {
    package let language: Language
    /// `nil` for somebody without a token.
    package let role: Role?
    /// What is covered for whoever does not read the book.
    package let smallCounts: SmallCounts

    package init(
        language: Language, role: Role?, smallCounts: SmallCounts = SmallCounts()
    ) {
        self.language = language
        self.role = role
        self.smallCounts = smallCounts
    }

    /// Whoever handles donations needs donors' names; everybody else sees them masked (홍○동).
    package var seesPrivateNames: Bool {
        role == .clerk || role == .manager
    }

    /// Everybody else, with a token or without, is shown public facts only: no donations of private
    /// persons, no comments and no words of sources.
    package var readsBook: Bool { role.map(Role.readers.contains) ?? false }

    func text(_ text: Bilingual?) -> String? { text?.text(in: language) }
}
