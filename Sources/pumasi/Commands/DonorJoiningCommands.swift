import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi person join`.
struct PersonJoin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: .said(
            "인물과 이 번호의 기부자가 한 사람임을 등록합니다: 상한 하나.",
            "Record that a person and the donor under a key are one human: one cap."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("인물: id나 번호.", "The person: its id or its number."),
        completion: .number(of: .person))
    var person: String

    @Option(
        name: .long,
        help: .said(
            "그 기부자의 기부를 등록한 기부자 번호.", "The key under which the donor's donations are recorded."))
    var donorKey: String

    @OptionGroup var request: KeyOptions

    func run() async throws {
        let (text, typed) = (person, donorKey.tidied)
        guard (1...FormReader.charactersMax).contains(typed.unicodeScalars.count) else {
            throw CommandFailure(
                .usage,
                Bilingual(
                    "--donor-key에 기부자 번호를 쓰십시오.", "Give the donor's key with --donor-key."))
        }
        let receipt = try await options.record("person", key: request.key) { ledger, request, _ in
            let id = try await ledger.identifier(named: text, .person)
            return try await ledger.record(
                DonorJoiningDraft(person: id, donor: ledger.secret.donor(typed)),
                request: request)
        }
        if receipt.warnings.contains(Warning.Code.overCapTogether.rawValue) {
            Terminal.complain("  pumasi person donors \(person)")
        }
    }
}

/// `pumasi person donors`.
struct PersonDonors: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "donors",
        abstract: .said(
            "인물에 연결된 기부자와 상한을 넘은 해의 기부를 보입니다.",
            "Show what was joined to a person, and donations of years above the cap."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("인물: id나 번호.", "The person: its id or its number."),
        completion: .number(of: .person))
    var person: String

    func run() async throws {
        let text = person
        let (found, governments) = try await options.withLedger("person") { ledger in
            let id = try await ledger.identifier(named: text, .person)
            return (
                try await ledger.donorJoinings(of: id).found(text),
                try await ledger.governments()
            )
        }
        try options.say { found.write(to: &$0, governments, for: options.reader) }
    }
}

/// `pumasi person part`.
struct PersonPart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "part",
        abstract: .said(
            "잘못 연결한 기부자를 인물에서 풉니다: 상한은 다시 둘.",
            "Record that a donor was joined to a person by mistake: two caps again."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("인물: id나 번호.", "The person: its id or its number."),
        completion: .number(of: .person))
    var person: String

    @Argument(
        help: .said(
            "연결의 id. `person donors`가 보입니다.",
            "The id of the joining, as `person donors` tells it."))
    var joining: String

    @Option(name: .long, help: .said("사유.", "Why."))
    var reason: String?

    @OptionGroup var request: KeyOptions

    func run() async throws {
        guard let joining = Identifier(joining) else { throw CommandFailure.unknown(self.joining) }
        let (text, body) = (person, try FormBody(fields: ["reason": reason]))
        try await options.record("person", key: request.key) { ledger, request, today in
            let id = try await ledger.identifier(named: text, .person)
            return try await ledger.record(
                DonorPartingForm.draft(body, of: id, joining: joining, today: today),
                request: request)
        }
    }
}
