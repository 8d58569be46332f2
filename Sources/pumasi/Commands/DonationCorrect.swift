import ArgumentParser
import Hometown
import Ledger
import Web

/// What every correcting command takes.
struct CorrectionOptions: ParsableArguments {
    @Argument(
        help: .said("기부: id나 번호.", "The donation: its id or its number."),
        completion: .number(of: .donation))
    var donation: String

    @Option(name: .long, help: .said("사유. 정정과 함께 남습니다.", "Why; stands with the correction."))
    var reason: String?

    @Option(
        name: .long,
        help: .said(
            "되돌리고 대신할 정정: id나 번호. restore는 없으면 마지막 정정.",
            "The correction it undoes and takes the place of, by its id or its number; of "
                + "restore the last when left out."), completion: .number(of: .correction))
    var corrects: String?

    @Option(
        name: .long,
        help: .said("기부가 아직 이 판일 때만 합니다.", "Refuse unless the donation still has this version."))
    var ifVersion: Int?

    @Flag(
        name: .long,
        help: .said("어떻게 될지 보이고 기록하지 않습니다.", "Say what would come of it and record nothing."))
    var dryRun = false

    @OptionGroup var request: KeyOptions

    /// Sends what a caller of the API would send.
    /// - Parameter members: beside action, reason and what it undoes.
    func send(
        _ action: CorrectionAction, _ options: GlobalOptions,
        _ members: (inout JSONWriter) -> Void = { _ in }
    ) async throws {
        let corrected = CorrectionOptions.number(corrects)
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("action", action.rawValue)
            writer.field("reason", reason)
            writer.field("corrects", corrected == nil ? corrects : nil)
            members(&writer)
        }
        let (body, text, version) = (try FormBody(writer.bytes), donation, ifVersion)
        let language = options.language
        if dryRun { return try await foresee(body, corrected, options) }
        try await options.relate("donation", key: request.key) { ledger, request, today in
            let id = try await ledger.donation(named: text).id
            let draft = try await ledger.correctionDraft(body, of: id, corrected, on: today)
            switch try await ledger.correct(draft, version: version, request: request) {
            case .answered(let answer):
                let now = try await ledger.donation(id).found(text)
                let story = try await DonationStory(of: now, in: ledger)
                return (answer, story.lines(in: language))
            case .unknown: throw CommandFailure.unknown(text)
            case .stale(let versions): throw CorrectionOptions.changed(versions)
            }
        }
    }

    /// `nil` for what is no number: an id is read with the rest.
    private static func number(_ text: String?) -> String? {
        guard let text, case .number(_, let number)? = Reference(text) else { return nil }
        return number
    }

    static func changed(_ versions: DonationVersions) -> CommandFailure {
        let (seen, now) = (versions.seen, versions.current.settlement.step)
        let status = versions.current.status.title
        return CommandFailure(
            .conflict, .preconditionFailed,
            Bilingual(
                "다른 사람이 먼저 정정했습니다: \(versions.current.no) 판 \(seen) → \(now) (\(status.korean)).",
                "Somebody corrected it first: \(versions.current.no), version \(seen) → \(now) "
                    + "(\(status.english))."))
    }
}

/// `pumasi donation correct`: the same donation with other values.
struct DonationCorrect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: .said(
            "기부를 정정합니다: 취소하고 새로 등록합니다.",
            "Correct a donation (정정): reverse it and record another in its place."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var correction: CorrectionOptions
    @OptionGroup var fields: DonationOptions

    func run() async throws {
        let given = fields.given
        try await correction.send(.amend, options) { writer in
            writer.object("changes") { writer in
                for (field, text) in given { writer.field(field.rawValue, text) }
            }
        }
    }
}

/// `pumasi donation reverse`.
struct DonationReverse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse",
        abstract: .said("잘못 등록한 기부를 취소합니다.", "Reverse a mistyped donation (취소)."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var correction: CorrectionOptions

    func run() async throws {
        try await correction.send(.reverse, options)
    }
}

/// `pumasi donation return`.
struct DonationReturn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: .said(
            "위법하게 받은 돈을 법 제14조제1항의 사유로 반환합니다.",
            "Return money unlawfully taken (반환), on a ground of Act 14(1)."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var correction: CorrectionOptions

    @Option(
        name: .long,
        help: .said("1부터 7까지, 또는 resident 같은 말.", "1 to 7, or its word, as in resident."))
    var ground: String?

    @Option(
        name: .long,
        help: .said(
            "반환한 금액. 맞는지 봅니다. 없으면 계산합니다.",
            "What went back; checked, and worked out when left out."))
    var amount: String?

    @Option(name: .long, help: .said("반환한 날.", "The day it went back."))
    var returnedOn: String?

    @Option(
        name: .long,
        help: .said(
            "영수증을 회수했는지: true나 false.", "Whether the official receipt came back: true or false."))
    var receiptRecalled: Bool?

    func run() async throws {
        try await correction.send(.return, options) { writer in
            writer.field("ground", ground)
            writer.field("amount", amount)
            writer.field("returned_on", returnedOn)
            writer.field("receipt_recalled", receiptRecalled)
        }
    }
}

/// `pumasi donation restore`.
struct DonationRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: .said(
            "잘못한 정정·취소·반환을 되돌립니다(되살림).",
            "Undo a correction that was itself a mistake (되살림)."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var correction: CorrectionOptions

    func run() async throws {
        try await correction.send(.restore, options)
    }
}

extension Ledger {
    /// The draft that a command asks for.
    /// - Parameter number: of the correction that it undoes, where it is not named by its id.
    /// - Throws: `CommandFailure` 3 when the donation has no such correction.
    func correctionDraft(
        _ body: FormBody, of donation: Identifier, _ number: String?, on today: CivilDate
    ) async throws -> CorrectionDraft {
        var draft = try await CorrectionForm.draft(
            body.identified(DonationOptions.kinds, in: self), of: donation, today: today,
            keyed: secret.donor)
        guard let number else { return draft }
        let found = try await corrections(of: donation) ?? []
        draft.corrects = try found.first { $0.no == number }.found(number).id
        return draft
    }

    /// The donation that a command names.
    /// - Throws: `CommandFailure` 3 when there is none, `LedgerFailure`.
    func donation(named text: String) async throws -> RecordedDonation {
        try await donation(identifier(named: text, .donation)).found(text)
    }
}
