import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 입력 창구. What every page with a form is made with: its frame, its token and its id, and what
/// becomes of the answer of the ledger.
struct EntryDesk: Sendable {
    let ledger: Ledger
    let pages: Pages
    /// The Korean day.
    let today: @Sendable () -> CivilDate
    var isBehindTLS = false

    /// A page with a form, never kept by anybody: what is typed in it is nobody else's.
    /// - Parameter path: in Korean, with what stands in it.
    func page(
        _ title: String, at path: String, for visitor: Visitor, status: HTTPResponse.Status = .ok,
        _ parts: [any Part]
    ) async throws -> Response {
        let frame = Frame(
            title, at: path, for: visitor, head: try await ledger.treeHead(),
            modules: [.completion, .entry, .draft])
        let screen = Screen(frame, [Wrap(kind: "wrap page", parts: parts)])
        return .answer(
            Array(pages.render(screen).utf8), type: "text/html; charset=utf-8", status: status,
            headers: [
                .contentLanguage: visitor.language.rawValue, .cacheControl: "private, no-store",
            ])
    }

    /// What a form holds unseen: the token of where it is sent, and a fresh id, under which it is
    /// recorded once however often it comes.
    /// - Parameter pattern: of the route that takes it, in Korean.
    func hidden(_ viewer: Viewer, for pattern: String) -> [(name: String, value: String)] {
        [
            (FormKey.field, viewer.formKey.token(for: pattern)),
            (PostedForm.key, Hexadecimal.text(Randomness.system.bytes(32))),
        ]
    }

    /// The parts of a form's answer that are no record.
    /// - Returns: the receipt; `nil` after problems were added.
    func receipt(
        of answer: Answer, _ problems: inout EntryProblems, at place: (String) -> String = { $0 }
    ) -> Receipt? {
        switch answer {
        case .recorded(let receipt), .replayed(let receipt): return receipt
        case .refused(let refusals): problems.add(refusals, at: place)
        case .keyReused:
            problems.add(
                "",
                problems.say(
                    "이 화면의 내용은 이미 저장했습니다. 지금 내용을 따로 저장하려면 한 번 더 누르십시오.",
                    "What this page held is saved already. To save what it holds now as another "
                        + "record, press once more."))
        case .inFlight: problems.add(Answer.handled)
        }
        return nil
    }
}
