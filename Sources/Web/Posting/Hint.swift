package import Hometown
import Ledger

/// 귀띔. What is said beside a field while somebody types: how it is read, what to look at, and what
/// would be refused. Nothing is held up by one.
package struct Hint: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// 읽은 값.
        case echo
        case warning
        case refusal
    }

    /// Of the form; empty for the donation as a whole.
    package let field: String
    package let kind: Kind
    package let text: Bilingual
    /// Where to look at it, in Korean.
    package var path: String?

    package init(_ field: String, _ kind: Kind, _ text: Bilingual, path: String? = nil) {
        self.field = field
        self.kind = kind
        self.text = text
        self.path = path
    }

    /// A refusal with its article: "…(법 제4조제1항)".
    package init(_ refusal: Refusal, in field: String, isDisputed: Bool) {
        let article = refusal.code.article
        self.init(
            field, isDisputed ? .warning : .refusal,
            Bilingual(
                refusal.text.korean + (article.map { " (\($0.korean))" } ?? ""),
                refusal.text.english + (article.map { " (\($0.english))" } ?? "")))
    }
}
