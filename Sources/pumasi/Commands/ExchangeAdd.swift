import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi exchange add`: both legs at once, from a file, or as options where each side does the
/// same.
struct ExchangeAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .said(
            "상호기부를 양쪽과 그 기부까지 등록합니다.", "Record an exchange with its legs and donations."),
        discussion: """
            pumasi exchange add --from 담양군 --department 민원과 --to 해남군 \
            --to-department 민원토지과 --on 2025-01-21 --people 25 --amount-each 10만 \
            --occasion yearly
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions
    @OptionGroup var pair: PairOptions

    func run() async throws {
        guard (draft.file == nil) == pair.isGiven else {
            throw CommandFailure(
                .usage,
                Bilingual(
                    "--file을 쓰거나 --from, --to, --on을 쓰십시오.",
                    "Give the draft with --file, or --from, --to and --on."))
        }
        let body = try draft.body() ?? FormBody(pair.json)
        let kinds = draft.file == nil ? PairOptions.kinds : [:]
        try await options.record("exchange", draft) { ledger, request, today in
            let body = try await body.identified(kinds, in: ledger)
            let draft = try ExchangeForm.draft(body, today: today, keyed: ledger.secret.donor)
            return try await ledger.record(draft, request: request)
        }
    }
}

/// Two sides of which each gives what the other gives, by the names of the API.
struct PairOptions: ParsableArguments {
    @Option(
        name: .long,
        help: .said("먼저 주는 지자체: 코드나 이름.", "The government that gives first: its code or name."),
        completion: .governments)
    var from: String?
    @Option(name: .long, help: .said("먼저 주는 부서.", "Its department."))
    var department: String?
    @Option(
        name: .long,
        help: .said("답례하는 지자체.", "The government that answers."), completion: .governments)
    var to: String?
    @Option(name: .long, help: .said("답례하는 부서.", "The department that answers."))
    var toDepartment: String?
    @Option(
        name: .long,
        help: .said(
            "날짜, 예: 2025-01-21, 2025-01, 2025.",
            "The day, as in 2025-01-21; also 2025-01 or 2025."))
    var on: String?
    @Option(name: .long, help: .said("양쪽에서 몇 명씩 주는지.", "How many give on each side."))
    var people: Int32?
    @Option(
        name: .long,
        help: .said(
            "한 사람이 주는 금액, 예: 100,000이나 10만.", "What each of them gives, as in 100,000."))
    var amountEach: String?
    @Option(
        name: .long,
        help: .said(
            "signing, yearly, answer, other. 없으면 other.",
            "signing, yearly, answer or other; other when left out."))
    var occasion: String?
    @Option(
        name: .customLong("agreement-id"),
        help: .said("근거 협약: id나 번호.", "The agreement it is under: its id or number."),
        completion: .number(of: .agreement))
    var agreement: String?
    @Flag(name: .long, help: .said("아직 답례를 기다립니다.", "The answer is still awaited."))
    var awaited = false

    /// Of what the options name that take a number as well as an id.
    static let kinds: [String: Entry.Kind] = ["agreement_id": .agreement]

    var isGiven: Bool {
        [from, to, on, department, toDepartment, amountEach, occasion, agreement].contains {
            $0 != nil
        } || people != nil || awaited
    }

    /// The object that a caller of the API would send.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("occasion", occasion ?? "other")
            writer.field("on", on)
            writer.field("agreement_id", agreement)
            writer.array(
                "legs", [(from, department, to, true), (to, toDepartment, from, !awaited)]
            ) { leg, writer in
                writer.object { writer in
                    writer.field("from", leg.0)
                    writer.field("department", leg.1)
                    writer.field("to", leg.2)
                    guard leg.3 else { return }
                    writer.field("on", on)
                    writer.field("people", people)
                    writer.field("amount_each", amountEach)
                }
            }
        }
        return writer.bytes
    }
}

/// `pumasi exchange leg`.
struct ExchangeLeg: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leg",
        abstract: .said(
            "등록된 상호기부에 한쪽 기부를 더하거나 고칩니다.", "Add a leg to an exchange on record, or mend one."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(
        help: .said("상호기부의 id나 번호.", "The exchange's id or number."),
        completion: .number(of: .exchange))
    var exchange: String

    func run() async throws {
        let (text, body) = (exchange, try draft.requiredBody())
        try await options.record("exchange", draft) { ledger, request, today in
            let exchange = try await ExchangeCommand.find(text, in: ledger).exchange.id
            let draft = try ExchangeForm.leg(body, today: today, keyed: ledger.secret.donor)
            return try await ledger.record(draft, of: exchange, request: request)
        }
    }
}
