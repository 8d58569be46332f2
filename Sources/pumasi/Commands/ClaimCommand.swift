import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi claim`: what sources say of a thing on record, and which of them is followed.
struct ClaimCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: .said("출처별 주장.", "Claims of sources (출처별 주장)."),
        subcommands: [ClaimAdd.self, ClaimFollow.self])
}

/// `pumasi claim add`.
struct ClaimAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .said("다른 출처의 주장을 더합니다.", "Record what further sources say of a thing."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    func run() async throws {
        let body = try draft.requiredBody()
        try await options.record("claim", draft) { ledger, request, today in
            try await ledger.record(ClaimsForm.draft(body, today: today), request: request)
        }
    }
}

/// `pumasi claim follow`.
struct ClaimFollow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: .said(
            "여러 주장 가운데 하나를 사유와 함께 채택합니다.", "Follow one of several claims, with a reason."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    func run() async throws {
        let body = try draft.requiredBody()
        try await options.record("claim", draft) { ledger, request, today in
            try await ledger.record(ChoiceForm.draft(body, today: today), request: request)
        }
    }
}
