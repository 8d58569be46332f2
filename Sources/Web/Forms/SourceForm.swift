package import Hometown

/// 출처 입력 양식. An article or notice as a JSON object.
package enum SourceForm {
    static let names = ["outlet", "headline", "language", "published_at", "link", "sha256"]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> SourceDraft {
        try body.draft(names, today: today) { form in
            let outlet = form.requiredText("outlet")
            let headline = form.text("headline")
            let language = form.required("language") { form.choice($0, Language.self) }
            let publishedAt = form.instant("published_at")
            let link = form.link("link")
            let sha256 = form.sha256("sha256")
            guard let outlet, let language else { return nil }
            return SourceDraft(
                outlet: outlet, headline: headline, language: language, publishedAt: publishedAt,
                link: link, sha256: sha256)
        }
    }
}
