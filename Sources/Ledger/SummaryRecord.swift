package import Hometown

/// A summary with the list of its files.
package struct SummaryRecord: Hashable, Sendable {
    package let summary: RecordedSummary
    package let files: [SummaryFile]

    /// 공개용. The same for everybody: the files of the public edition alone.
    package var published: SummaryRecord {
        SummaryRecord(
            summary: summary, files: files.filter { RenderedSummary.isPublished($0.name) })
    }

    /// The file of a form, in the language where there is one; `nil` where the form was not made.
    package func file(
        _ form: RenderedSummary.Form, in language: Language, isPublished: Bool
    ) -> SummaryFile? {
        let those = files.filter {
            $0.name.hasSuffix(".\(form.rawValue)")
                && RenderedSummary.isPublished($0.name) == isPublished
        }
        return those.first { $0.name.hasSuffix(".\(language.rawValue).\(form.rawValue)") }
            ?? those.first
    }
}
