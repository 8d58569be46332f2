import HTTPTypes
package import Hometown

/// 오류 화면. A problem as a person reads it: what happened, what was kept and what to do next.
struct ProblemPage {
    let door: Door
    let detail: String
    let keptTitle: String
    /// What became of what was sent.
    let kept: String
    let nextTitle: String
    let next: String
    let errors: [Label]
    let hasErrors: Bool
    /// Where to go on.
    let action: Label
    let help: Label
    let numberTitle: String
    let status: Int
    let code: String
    let instance: String

    /// - Parameter isReading: whether nothing was sent but the wish to see something.
    init(_ problem: Problem, in language: Language, instance: String, isReading: Bool) {
        let say = Phrases(language: language)
        door = Door(problem.kind.title.text(in: language), in: language)
        let advice = ProblemAdvice(problem, isReading: isReading)
        detail = advice.cause.text(in: language)
        keptTitle = say("남은 것:", "What was kept:")
        kept = advice.kept.text(in: language)
        nextTitle = say("다음에 할 일:", "What to do:")
        next = advice.next.text(in: language)
        help = Label(say[.help], Console.address("/help", in: language))
        numberTitle = say("요청 번호", "Request")
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
        _ problem: Problem, in language: Language, instance: String, isReading: Bool = true
    ) -> String {
        let page = ProblemPage(
            problem, in: language, instance: instance, isReading: isReading)
        return render(page, with: "problem")
    }
}
