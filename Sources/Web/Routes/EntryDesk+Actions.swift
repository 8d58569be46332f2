import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

extension EntryDesk {
    typealias Draw = @Sendable (ActionTurn) async throws -> ActionPage
    typealias Perform = @Sendable (inout ActionTurn) async throws -> ActionOutcome

    /// The routes of an action: its page, and the form that is sent to it.
    /// - Parameters:
    ///   - path: where it is done, in Korean: `/schedules/{name}/pause`.
    ///   - needsKey: whether it records an entry, which must be recorded once.
    ///   - asked: fields that the address may fill in.
    func action(
        _ path: String, roles: Set<Role>, _ operation: String, _ title: Bilingual,
        needsKey: Bool = false, asked: [String] = [], draw: @escaping Draw,
        perform: @escaping Perform
    ) -> [Route] {
        let show = Console.get(
            path, roles: roles, operation + "Page", title,
            parameters: asked.map { .init($0, ["type": "string"], title) }
        ) { request, context, viewer in
            let query = try Query(of: request)
            try query.allow(Set(asked + ["theme"]))
            let form = PostedForm(query.all.map { ($0.name, $0.value) })
            let turn = ActionTurn(context, viewer, form, today: today())
            let page = try await draw(turn)
            return try await answer(page, turn, at: path) {
                page.parts(turn, at: $0, hidden: hidden(viewer, for: path))
            }
        }
        let send = Console.post(path, roles: roles, operation, title, needsKey: needsKey) {
            request, context, viewer in
            var turn = ActionTurn(context, viewer, context.form, today: today())
            turn.site = PageDesk.site(request.head.authority, isSecure: isBehindTLS)
            turn.problems.add(blankedIn: context.form)
            let outcome = turn.problems.isEmpty ? try await perform(&turn) : .refused
            if case .done(let address) = outcome {
                return saved(context, at: turn.visitor.path(address))
            }
            let page = try await draw(turn)
            let (sent, hidden) = (turn, hidden(viewer, for: path))
            var response = try await answer(page, turn, at: path) { address in
                switch outcome {
                case .shown(let parts): page.parts(sent, shown: parts)
                case .foreseen(let parts):
                    page.parts(sent, at: address, hidden: hidden, foreseen: parts)
                case .done, .refused: page.parts(sent, at: address, hidden: hidden)
                }
            }
            if case .shown = outcome { response.headers.append(contentsOf: saved(context)) }
            return response
        }
        return show + send
    }

    private func answer(
        _ page: ActionPage, _ turn: ActionTurn, at pattern: String,
        _ parts: (_ address: String) -> [any Part]
    ) async throws -> Response {
        let path = Visit.path(pattern, turn.context)
        return try await self.page(
            "\(page.title) - \(page.kind)", at: path, for: turn.visitor,
            status: turn.problems.isEmpty ? .ok : .unprocessableContent,
            parts(turn.visitor.path(path)))
    }

    /// What the ledger made of a form that records an entry.
    func outcome(
        of answer: Answer, _ turn: inout ActionTurn, then address: String
    ) -> ActionOutcome {
        receipt(of: answer, &turn.problems) == nil ? .refused : .done(address)
    }
}
