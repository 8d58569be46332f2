package import HTTPTypes
package import Hometown

/// An answer that is not what was asked for (RFC 9457), thrown anywhere below a route and
/// rendered in one place. Carries no value a person typed and nothing of the inside.
package struct Problem: Error, Sendable {
    /// What is wrong with one field or parameter; `field` is its path, as in `donor.residence`.
    package struct FieldError: Hashable, Sendable {
        package let field: String
        package let code: String
        package let text: Bilingual
        /// Of the law, where a rule of the law is broken.
        package let article: Bilingual?

        package init(
            _ field: String, _ code: String, _ text: Bilingual, article: Bilingual? = nil
        ) {
            self.field = field
            self.code = code
            self.text = text
            self.article = article
        }
    }

    package let kind: ProblemKind
    /// What happened and what to do about it.
    package let detail: Bilingual
    package var errors: [FieldError] = []
    /// Members beside those of RFC 9457, as its section 3.2 allows: what a client needs to go on.
    package var more: [(name: String, value: JSONValue)] = []
    /// `Retry-After`, `Allow` and the like.
    package var headers = HTTPFields()

    package init(
        _ kind: ProblemKind, _ detail: Bilingual, errors: [FieldError] = [],
        headers: HTTPFields = HTTPFields()
    ) {
        self.kind = kind
        self.detail = detail
        self.errors = errors
        self.headers = headers
    }

    /// - Parameter closing: whether the connection ends with the answer, because the rest of the
    ///   request is not going to be read.
    package init(_ kind: ProblemKind, _ detail: Bilingual, closing: Bool) {
        self.init(kind, detail, headers: closing ? [.connection: "close"] : HTTPFields())
    }

    /// - Parameter instance: the request's id, by which the log tells more.
    package func document(in language: Language, instance: String) -> JSONWriter {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("type", kind.type)
            writer.field("title", kind.title.text(in: language))
            writer.field("status", kind.status.code)
            writer.field("detail", detail.text(in: language))
            writer.field("instance", "urn:pumasi:request:\(instance)")
            writer.field("code", kind.code)
            writer.array("errors", errors) { error, writer in
                writer.object { writer in
                    writer.field("field", error.field)
                    writer.field("code", error.code)
                    writer.field("text", error.text.text(in: language))
                    writer.field("article", error.article?.text(in: language))
                }
            }
            for member in more { writer.field(member.name, member.value) }
        }
        return writer
    }
}
