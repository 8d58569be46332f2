import HTTPTypes
package import Hometown

/// 오류 화면. A problem as a person reads it: what happened, what was kept and what to do next.
struct ProblemPage {
    let door: Door
    let detail: String
    let errors: [Label]
    let hasErrors: Bool
    /// Where to go on.
    let action: Label
    let status: Int
    let code: String
    let instance: String

    init(_ problem: Problem, in language: Language, instance: String) {
        let say = Phrases(language: language)
        door = Door(problem.kind.title.text(in: language), in: language)
        detail = problem.detail.text(in: language)
        errors = problem.errors.map { Label($0.field, $0.text.text(in: language)) }
        hasErrors = !errors.isEmpty
        action =
            problem.kind == .signedOut
            ? Label(say[.signIn], Console.address("/login", in: language))
            : Label(say[.toFirstPage], Console.address("/", in: language))
        status = problem.kind.status.code
        code = problem.kind.code
        self.instance = instance
    }
}

extension Pages {
    package func problem(
        _ problem: Problem, in language: Language, instance: String
    ) -> String {
        render(ProblemPage(problem, in: language, instance: instance), with: "problem")
    }
}
