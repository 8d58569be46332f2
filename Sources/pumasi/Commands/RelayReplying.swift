import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi relay reply`: accepted, declined, lapsed, open again, or answered by a run on record.
struct RelayReplying: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply",
        abstract: .said("지명에 대한 응답을 기록합니다.", "Record what became of a nomination."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(
        help: .said("챌린지의 id, 번호나 이름.", "The relay's id, number or name."),
        completion: .name(of: .relay))
    var relay: String

    func run() async throws {
        let (text, body) = (relay, try draft.requiredBody())
        try await options.record("relay", draft) { ledger, request, today in
            let relay = try await RelayCommand.named(text, in: ledger)
            let draft = try ReplyForm.draft(body, of: relay, today: today)
            return try await ledger.record(draft, request: request)
        }
    }
}
