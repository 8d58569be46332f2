import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi person erase`.
struct PersonErase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: .said(
            "인물의 개인정보를 지웁니다(파기). 항목은 남습니다.",
            "Erase a person's personal fields (파기); entries stay."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var erasure: ErasureOptions

    func run() async throws {
        try await erasure.run(options) {
            .person(try await $1.identifier(named: $0, .person))
        }
    }
}

/// `pumasi donation erase`.
struct DonationErase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: .said(
            "기부자의 개인정보를 지웁니다(파기). 항목은 남습니다.",
            "Erase what is personal of a donation's donor (파기); entries stay."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var erasure: ErasureOptions

    func run() async throws {
        try await erasure.run(options) {
            .donorOf(donation: try await $1.identifier(named: $0, .donation))
        }
    }
}

/// Of whom, and why. No shell completes whom: what cannot be had back is typed in full.
struct ErasureOptions: ParsableArguments {
    @Argument(help: .said("id나 번호.", "The id or the number."))
    var id: String

    @Option(name: .long, help: .said("사유. 사람의 이름은 쓰지 않습니다.", "Why, in words that name nobody."))
    var reason: String

    @Option(
        name: .long,
        help: .said(
            "같은 id나 번호를 한 번 더. 지우면 되돌릴 수 없습니다.",
            "The same again: what is erased cannot be had back."))
    var confirm: String?

    @OptionGroup var request: KeyOptions

    fileprivate func run(
        _ options: GlobalOptions,
        _ find: @escaping @Sendable (String, Ledger) async throws -> ErasureDraft.Subject
    ) async throws {
        guard confirm == id else {
            throw CommandFailure(
                .usage,
                Bilingual(
                    "파기한 것은 되돌릴 수 없습니다. 지운 것은 없습니다.",
                    "What is erased cannot be had back. Nothing was erased."),
                hint: Bilingual("--confirm \(id)", "--confirm \(id)"))
        }
        let (text, body) = (id, try FormBody(fields: ["reason": reason]))
        try await options.record("erasure", key: request.key) { ledger, request, today in
            let reason = try ErasureForm.reason(body, today: today)
            let subject = try await find(text, ledger)
            return try await ledger.record(
                ErasureDraft(subject, reason: reason), request: request)
        }
    }
}
