import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi approval`.
struct ApprovalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approval",
        abstract: .said("다른 사람의 승인을 기다리는 요청.", "What waits for a second person (승인)."),
        subcommands: [
            ApprovalList.self, ApprovalShow.self, ApprovalApprove.self, ApprovalReject.self,
        ])
}

/// `pumasi approval list`: newest first.
struct ApprovalList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .said("승인을 기다리는 요청의 목록.", "List what waits for a second person."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    @Flag(name: .long, help: .said("이미 승인하거나 반려한 것도 보입니다.", "What was decided too."))
    var all = false

    func run() async throws {
        let (rowsMax, state) = (list.rowsMax, all ? nil : RecordedApproval.State.pending)
        let items = try await options.withLedger("approval") {
            try await $0.approvals(state: state, rowsMax: rowsMax)
        }
        let reader = options.reader
        var table = TextTable(
            [
                ("번호", "NO"), ("요청", "ACTION"), ("상태", "STATE"), ("누가", "BY"), ("사유", "REASON"),
                ("대상", "SUBJECT"), ("ID", "ID"),
            ], in: options.language)
        for item in list.shown(items) {
            table.add(
                [
                    item.no, item.action, item.state.rawValue, item.requester, item.reason ?? "-",
                    item.subject.description, item.request.description,
                ],
                said: [
                    "ACTION": ApprovalAction.title(of: item.action), "STATE": item.state.title,
                ])
        }
        try output.say(table, items: items, upTo: list) { $0.write(to: &$1, for: reader) }
    }
}

/// `pumasi approval show`.
struct ApprovalShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .said("무엇을 요청했고 어떻게 되었는지 보입니다.", "Show what was asked for and what came of it."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("요청의 id나 번호.", "The id or the number of what was asked for."),
        completion: .name(of: .approval))
    var name: String

    func run() async throws {
        let (name, actor) = (name, try options.actorName())
        let (found, answer, governments) = try await options.withLedger("approval") {
            try await $0.foresee(approving: name, as: actor)
        }
        try options.say(words: .approval) { found.write(to: &$0, for: options.reader) }
        // One object is one object: a script asks for what would come with `approve --dry-run`.
        guard !options.json else { return }
        switch answer {
        case .foreseen(let foresight): try options.say(foresight, governments)
        case .refused(let refusals):
            Terminal.say(
                Bilingual("지금은 승인해도 이루어지지 않습니다.", "Approved now, it could not be done.")
                    .text(in: options.language))
            for refusal in refusals { Terminal.say(refusal.text.text(in: options.language)) }
        case .unknown, .stale: return
        }
    }
}

/// What both verdicts take.
struct VerdictOptions: ParsableArguments {
    @Argument(
        help: .said("요청의 id나 번호.", "The id or the number of what was asked for."),
        completion: .name(of: .approval))
    var name: String

    @Option(name: .long, help: .said("사유. 반려할 때는 꼭 씁니다.", "Why; whoever rejects says so."))
    var reason: String?

    /// There is nothing in a verdict that a file could hold.
    /// - Throws: `ValidationError`.
    func validate(_ draft: DraftOptions) throws {
        guard draft.file == nil else {
            throw ValidationError(.said("승인과 반려에는 --file을 쓰지 않습니다.", "A verdict takes no --file."))
        }
    }

    func send(
        _ verdict: ApprovalDraft.Verdict, _ options: GlobalOptions, _ draft: DraftOptions
    ) async throws {
        let (name, reason) = (name, reason)
        if draft.isDryRun, verdict == .approve, try await foresees(options) { return }
        try await options.record("approval", draft) { ledger, request, today in
            let asked = try await ledger.approval(named: name).request
            let body = try FormBody(fields: [
                "request": asked.description, "verdict": verdict.rawValue, "reason": reason,
            ])
            return try await ledger.decide(
                ApprovalForm.draft(body, today: today), request: request)
        }
    }
}

extension VerdictOptions {
    /// Says what approving a correction that waits would bring.
    /// - Returns: whether it is one; of anything else there is nothing more to say than of others.
    private func foresees(_ options: GlobalOptions) async throws -> Bool {
        let (name, actor) = (name, try options.actorName())
        let (_, answer, governments) = try await options.withLedger("approval") {
            try await $0.foresee(approving: name, as: actor)
        }
        switch answer {
        case .foreseen(let foresight): try options.say(foresight, governments)
        case .refused(let refusals): throw Problem(refusals)
        case .unknown, .stale: return false
        }
        return true
    }
}

/// `pumasi approval approve`.
struct ApprovalApprove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: .said(
            "다른 사람의 요청을 승인합니다. 바로 실행됩니다.",
            "Approve what another person asked for; it happens now."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions
    @OptionGroup var verdict: VerdictOptions

    func validate() throws {
        try verdict.validate(draft)
    }

    func run() async throws {
        try await verdict.send(.approve, options, draft)
    }
}

/// `pumasi approval reject`.
struct ApprovalReject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: .said("다른 사람의 요청을 반려합니다.", "Turn down what another person asked for."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions
    @OptionGroup var verdict: VerdictOptions

    func validate() throws {
        try verdict.validate(draft)
    }

    func run() async throws {
        try await verdict.send(.reject, options, draft)
    }
}

extension Ledger {
    /// What was asked for, and what approving it would bring. Nobody is made an author for looking
    /// at what brings nothing about.
    fileprivate func foresee(
        approving name: String, as actor: String
    ) async throws -> (RecordedApproval, CorrectionForesightAnswer, GovernmentRegistry) {
        let (asked, governments) = (try await approval(named: name), try await governments())
        guard asked.kind == .correction, asked.state == .pending else {
            return (asked, .unknown, governments)
        }
        let author = try await author(.account, name: actor)
        return (asked, try await foresee(approving: asked, author: author), governments)
    }

    /// - Throws: `CommandFailure` 3 when there is none.
    fileprivate func approval(named name: String) async throws -> RecordedApproval {
        let thing = try await thing(.thing(Reference(typed: name))).found(name)
        return try await approvals(of: thing.id, rowsMax: 1).first.found(name)
    }
}
