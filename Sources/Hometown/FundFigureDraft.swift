/// 기금 수치 초안. A figure as somebody types it in.
package struct FundFigureDraft: Hashable, Sendable {
    package var year: Int
    package var figure: FundFigure
    /// Of a use, unless a project says it.
    package var purpose: Purpose?
    package var project: Identifier?
    /// Of a free item.
    package var title: String?
    /// `nil` for a free item that is words alone.
    package var amount: Won?
    package var note: String?
    /// 근거 문서. Which document says so, and where in it.
    package var document: String
    /// The figure it puts right and takes the place of.
    package var replaces: Identifier?

    package init(year: Int, figure: FundFigure, amount: Won?, document: String) {
        self.year = year
        self.figure = figure
        self.amount = amount
        self.document = document
    }

    /// What is wrong with it whatever the ledger says.
    /// - Parameter today: the Korean day; no year has figures before it begins.
    package func problems(today: CivilDate) -> [Refusal] {
        var problems: [Refusal] = []
        // A target is set before its year begins.
        let last = today.year + (figure == .target ? 1 : 0)
        if year < Scheme.firstDay.year || year > last {
            let reason = Bilingual(
                "2023년부터 \(last)년까지의 연도를 입력해 주십시오.", "Enter a year from 2023 to \(last).")
            problems.append(.dateInvalid(field: "year", reason: reason))
        }
        if figure == .headItem, year < Scheme.headItemsFirstYear {
            let reason = Bilingual(
                "지자체장 지정 항목은 2026년분부터 입력할 수 있습니다(영 제9조제1항제5호, 2026. 3. 26. 시행).",
                "Items of the head can be entered for 2026 and later (Decree 9(1)5, in force since "
                    + "26 March 2026).")
            problems.append(.dateInvalid(field: "year", reason: reason))
        }
        if figure == .use {
            if purpose == nil, project == nil { problems.append(.fieldMissing(field: "purpose")) }
        }
        if figure.isFree, title == nil { problems.append(.fieldMissing(field: "title")) }
        if amount == nil, !figure.isFree || note == nil {
            problems.append(.fieldMissing(field: "amount"))
        }
        if let amount,
            amount < .zero || amount > Scheme.amountMax || figure == .target && amount == .zero
        {
            problems.append(.amountInvalid)
        }
        return problems
    }

    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue { .members(members(revision: 0)) }

    /// What the entry says. A use that names a project says the project's purpose too.
    /// - Parameter revision: how many figures stood in this place before it.
    package func members(revision: Int32) -> [String: CanonicalValue?] {
        [
            "amount": .won(amount), "document": .string(document),
            "figure": .string(figure.rawValue), "note": .text(note), "project": .id(project),
            "purpose": .number(purpose?.rawValue), "replaces": .id(replaces),
            "revision": revision > 0 ? .number(revision) : nil, "title": .text(title),
            "year": .number(year),
        ]
    }
}
