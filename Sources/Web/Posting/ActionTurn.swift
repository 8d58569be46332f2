import Hometown
import Ledger

/// 처리 한 번. Somebody opens the page of an action, or sends its form: who it is, what is filled in
/// and what is wrong with it.
struct ActionTurn {
    let context: WebContext
    let viewer: Viewer
    let visitor: Visitor
    /// What the fields show: as it was sent, or as the address asks for.
    let form: PostedForm
    /// The Korean day.
    let today: CivilDate
    /// Scheme and host of the site as the caller wrote them; `nil` for a host that is none.
    var site: String?
    var problems: EntryProblems

    init(_ context: WebContext, _ viewer: Viewer, _ form: PostedForm, today: CivilDate) {
        self.context = context
        self.viewer = viewer
        self.form = form
        self.today = today
        visitor = Visitor(context, theme: form["theme"].flatMap(Theme.init))
        problems = EntryProblems(visitor.say)
    }

    var say: Phrases { visitor.say }
    /// Whether what was foreseen was looked at.
    var isConfirmed: Bool { form[ActionPage.confirmation] != nil }
    /// Whether what it would do is only to be shown.
    var isPreview: Bool { form[ActionPage.preview] != nil && !isConfirmed }

    func id(_ name: String = "id") throws(Problem) -> Identifier { try context.id(name) }

    func parameter(_ name: String) -> String { context.pathParameter(name) }

    /// A field as it was filled in, with what is wrong with it.
    func field(
        _ name: String, _ label: String, _ control: EntryField.Control = .text,
        help: String? = nil, initially value: String = ""
    ) -> EntryField {
        var field = EntryField(name, label, control)
        field.value = form[name] ?? value
        field.help = help
        field.errors = problems.texts(of: name)
        return field
    }

    /// 사유. Every act that others have to understand later has one.
    func reason(_ name: String = "reason", isRequired: Bool = true) -> EntryField {
        var field = field(
            name, say("사유", "Reason"), .lines(2),
            help: say("기록에 남습니다.", "It stays with the record."))
        field.isRequired = isRequired
        field.lengthMax = FormReader.reasonMax
        return field
    }

    /// The fields as the interface would be sent them.
    func body(_ names: [String], _ shape: PostedObject.Shape = .init()) throws(Problem) -> FormBody
    {
        try FormBody(object: PostedObject(form, names: Set(names), shape: shape).object)
    }

    /// Does what may be refused.
    /// - Returns: `nil` after what was wrong was added to the problems.
    /// - Throws: what nobody who fills in a form can mend.
    mutating func attempt<Value>(_ act: () async throws -> Value) async throws -> Value? {
        do {
            return try await act()
        } catch let failure as LedgerFailure {
            throw failure
        } catch let problem as Problem where problem.kind != .notFound {
            problems.add(problem)
        } catch let error as any ProblemConvertible where error.problem.kind != .notFound {
            problems.add(error.problem)
        }
        return nil
    }
}

/// 처리 결과. What came of a form that was sent.
enum ActionOutcome {
    /// It is done; the browser goes on to the page at this address, in Korean.
    case done(String)
    /// It is done, and this is shown once.
    case shown([any Part])
    /// What it would do; nothing is done until somebody confirms it.
    case foreseen([any Part])
    /// What was wrong was added to the problems.
    case refused
}
