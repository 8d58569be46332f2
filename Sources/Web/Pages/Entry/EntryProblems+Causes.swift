import Hometown
import Ledger

extension EntryProblems {
    /// - Parameter place: the field of the form at which a field of the API is shown.
    mutating func add(
        _ problem: Problem, at place: (String) -> String = { $0 }
    ) {
        guard !problem.errors.isEmpty else { return add("", say.text(problem.detail)) }
        for error in problem.errors {
            let article = error.article.map { " (\(say.text($0)))" } ?? ""
            let text = error.text == Query.unreadable ? EntryProblems.unreadable : error.text
            let told = EntryProblems.told(say.text(text), of: error.field)
            add(place(error.field), told + article, code: error.code)
        }
    }

    mutating func add(_ problem: FieldProblem, at place: (String) -> String = { $0 }) {
        let article = problem.article.map { " (\(say.text($0)))" } ?? ""
        add(place(problem.field), say.text(problem.text) + article)
    }

    /// The sentence without the API's name of the field, which stands at the field itself.
    private static func told(_ text: String, of field: String) -> String {
        guard let name = field.split(separator: ".").last, !name.isEmpty else { return text }
        return text.replacing(" (\(name))", with: "").replacing("(\(name))", with: "")
    }

    mutating func add(_ refusals: [Refusal], at place: (String) -> String = { $0 }) {
        add(Problem(refusals), at: place)
    }

    /// Of a condition: a form shows beside the field how it is written.
    private static let unreadable = Bilingual(
        "읽지 못했습니다. 칸의 보기처럼 쓰십시오.", "This cannot be read. Write it as the field shows.")

    /// What a form may not hold, by the fields in which it stood.
    mutating func add(blankedIn form: PostedForm) {
        for field in form.blanked {
            add(FieldProblem(.residentNumberPresent(fields: [field])))
        }
    }
}

extension Phrases {
    func text(_ text: Bilingual) -> String { text.text(in: language) }
}
