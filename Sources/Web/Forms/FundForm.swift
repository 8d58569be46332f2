package import Hometown

/// 기금 수치 입력 양식. A fund figure as a JSON object.
package enum FundForm {
    static let names = [
        "year", "figure", "purpose", "project_id", "title", "amount", "note", "document",
        "replaces",
    ]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> FundFigureDraft {
        try body.draft(names, today: today) { form in
            let year = form.required("year") { form.count($0, Int16.self) }
            let figure = form.required("figure") { form.choice($0, FundFigure.self) }
            let document = form.requiredText("document")
            let amount = form.won("amount")
            guard let year, let figure, let document else { return nil }
            var draft = FundFigureDraft(
                year: Int(year), figure: figure, amount: amount, document: document)
            draft.purpose = form.has("purpose") ? form.purpose("purpose") : nil
            draft.project = form.id("project_id")
            draft.title = form.text("title")
            draft.note = form.text("note", max: FormReader.reasonMax, lines: .several)
            draft.replaces = form.id("replaces")
            refuseStrays(form, of: figure)
            return draft
        }
    }

    /// What belongs to another figure is a misunderstanding; a project says its purpose itself.
    private static func refuseStrays(_ form: FormReader, of figure: FundFigure) {
        var strays = figure.isFree ? [] : ["title"]
        if figure != .use { strays += ["purpose", "project_id"] }
        if figure == .use, form.has("project_id") { strays.append("purpose") }
        for name in strays where form.has(name) { form.faults.unknown(name) }
    }
}

extension FormReader {
    /// An amount that may be nothing at all: a balance, a cost.
    func won(_ name: String) -> Won? {
        self[name]?.fieldText == "0" ? .zero : amount(name)
    }
}
