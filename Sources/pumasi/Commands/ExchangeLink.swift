import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi exchange candidates`: donations that may be answers.
struct ExchangeCandidates: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidates",
        abstract: .said(
            "답례로 보이는 기부의 목록. link로 연결합니다.",
            "List donations that may answer a gift; link confirms one."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    @Option(
        name: .long,
        help: .said(
            "두 기부 사이의 최대 일수. 없으면 설정에 따릅니다.",
            "Days between the two at most; else as the settings say."))
    var days: Int?

    @Option(
        name: .long,
        help: .said("이 상호기부의 답례만: id나 번호.", "Only answers to this exchange: its id or number."),
        completion: .number(of: .exchange))
    var exchange: String?

    func validate() throws {
        if let days, days < 0 {
            throw ValidationError(.said("--days: 0 이상을 씁니다.", "--days takes 0 or more."))
        }
    }

    func run() async throws {
        let (rowsMax, text) = (list.rowsMax, exchange)
        let widest = try options.configuration().candidateDaysMax
        let days = min(days ?? widest, widest)
        let (candidates, governments) = try await options.withLedger("exchange") { ledger in
            let found = try await text.asyncMap {
                try await ExchangeCommand.find($0, in: ledger).exchange.id
            }
            let filter = CandidateFilter(daysMax: days, exchange: found)
            return (
                try await ledger.candidates(filter, rowsMax: rowsMax),
                try await ledger.governments()
            )
        }
        let reader = options.reader
        var table = TextTable(
            [
                ("먼저 준 기부", "GIFT"), ("준 쪽", "FROM"), ("받은 쪽", "TO"), ("준 날", "GIVEN"),
                ("답례", "ANSWER"), ("답례한 날", "ANSWERED"), ("금액", "AMOUNT"), ("일수", "DAYS"),
                ("답례 ID", "ANSWER ID"),
            ], in: options.language)
        for candidate in list.shown(candidates) {
            let names = [candidate.from, candidate.to].map { unit in
                governments[id: unit].map { reader.name(of: $0, governments) } ?? "-"
            }
            table.add(
                [candidate.giftNo] + names + [
                    candidate.givenOn.description, candidate.answerNo, candidate.answeredOn.text,
                    Notation.amount(candidate.amount, in: reader.language),
                    String(candidate.days), candidate.answer.description,
                ], exactly: ["AMOUNT": .amount(candidate.amount)])
        }
        try output.say(table, items: candidates, upTo: list) {
            $0.write(to: &$1, governments, for: reader)
        }
    }
}

/// What `link` and `unlink` take.
struct LinkOptions: ParsableArguments {
    @Argument(
        help: .said("상호기부의 id나 번호.", "The exchange's id or number."),
        completion: .number(of: .exchange))
    var exchange: String

    @Argument(
        help: .said("기부의 id나 번호.", "The donation's id or number."),
        completion: .number(of: .donation))
    var donation: String

    /// There is nothing in a link that a file could hold.
    /// - Throws: `ValidationError`.
    func validate(_ draft: DraftOptions) throws {
        guard draft.file == nil else {
            throw ValidationError(.said("연결에는 --file을 쓰지 않습니다.", "A link takes no --file."))
        }
    }

    /// - Throws: `CommandFailure` 3 where one of them is not on record.
    func draft(in ledger: Ledger) async throws -> LinkDraft {
        let exchange = try await ExchangeCommand.find(exchange, in: ledger).exchange.id
        return LinkDraft(
            exchange: exchange, donation: try await ledger.donation(named: donation).id)
    }
}

/// `pumasi exchange link`.
struct ExchangeLink: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: .said(
            "등록된 기부를 상호기부에 연결합니다.", "Say that a donation on record belongs to an exchange."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions
    @OptionGroup var link: LinkOptions

    @Option(
        name: .long,
        help: .said(
            "같은 방향이 여럿일 때 그 한쪽 기부: id나 번호.",
            "The leg, where several go its way: its id or number."), completion: .number(of: .leg))
    var leg: String?

    func validate() throws {
        try link.validate(draft)
    }

    func run() async throws {
        let (link, leg) = (link, leg)
        try await options.record("exchange", draft) { ledger, request, _ in
            var draft = try await link.draft(in: ledger)
            draft.leg = try await leg.asyncMap { try await ledger.identifier(named: $0, .leg) }
            return try await ledger.record(draft, request: request)
        }
    }
}

/// `pumasi exchange unlink`.
struct ExchangeUnlink: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink",
        abstract: .said(
            "기부와 상호기부의 연결을 풉니다.", "Say that a donation does not belong to an exchange."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions
    @OptionGroup var link: LinkOptions

    @Option(name: .long, help: .said("사유.", "Why."))
    var reason: String

    func validate() throws {
        try link.validate(draft)
    }

    func run() async throws {
        let (link, reason) = (link, reason)
        try await options.record("exchange", draft) { ledger, request, today in
            let named = try await link.draft(in: ledger)
            let body = try FormBody(fields: [
                "donation_id": named.donation.description, "reason": reason,
            ])
            var draft = try LinkForm.draft(body, of: named.exchange, today: today)
            draft.isLinked = false
            return try await ledger.record(draft, request: request)
        }
    }
}

extension AnswerCandidate {
    /// The number of what waits, as people read it.
    fileprivate var giftNo: String {
        switch gift {
        case .leg(_, _, let no), .donation(_, let no): no
        }
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func asyncMap<Value: Sendable>(
        _ transform: (Wrapped) async throws -> Value
    ) async throws -> Value? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
