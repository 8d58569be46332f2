import ArgumentParser
import Hometown
import Ledger
import Logging
import Transparency
import Web

/// `pumasi ledger`: the log as a whole.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: .said(
            "원장을 검증하고, 항목을 증명하고, 체크포인트를 보입니다.",
            "Verify the ledger, prove entries, show checkpoints."),
        subcommands: [LedgerVerify.self, LedgerProve.self, LedgerCheckpoint.self])
}

/// `pumasi ledger prove`: the file by which anybody can check, without us, that an entry stands in
/// the log.
struct LedgerProve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: .said(
            "항목의 증명 파일을 씁니다(C2SP tlog-proof).", "Write the proof of an entry (C2SP tlog-proof)."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said(
            "id, D-2026-000123 같은 번호, 또는 항목 번호.",
            "The id of a thing, its number as in D-2026-000123, or the entry's number."),
        completion: .number(of: .donation))
    var entry: String

    @Option(
        name: .shortAndLong,
        help: .said("표준 출력 대신 이 파일에 씁니다.", "Write to this file instead of standard output."),
        completion: .file())
    var output: String?

    func run() async throws {
        let text = entry
        guard let name = EntryName(text) else { throw CommandFailure.unknown(text) }
        let proof = try await options.withLedger("ledger") { try await $0.proof(of: name) }
        switch proof {
        case .unknown: throw CommandFailure.unknown(text)
        case .unpublished:
            throw CommandFailure(
                .tryLater,
                Bilingual(
                    "\(text): 등록되었고 아직 봉인되지 않았습니다.",
                    "\(text) is recorded and not sealed yet."),
                hint: Bilingual(
                    "pumasi serve나 pumasi ledger checkpoint --now가 봉인합니다.",
                    "pumasi serve seals it, and pumasi ledger checkpoint --now."))
        case .proven(let proof):
            guard !options.json else {
                return try Terminal.write(json: { try proof.write(to: &$0) }, to: output)
            }
            try Terminal.write(try proof.file(), to: output)
        }
    }
}

/// `pumasi ledger checkpoint`: to be kept where nobody who can write the database can.
struct LedgerCheckpoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: .said("마지막으로 서명한 체크포인트를 보입니다.", "Show the newest signed checkpoint."))

    @OptionGroup var options: GlobalOptions

    @Flag(
        name: .long,
        help: .said(
            "기다리는 것을 먼저 봉인하고 서명합니다. 데몬은 매초 합니다.",
            "Seal and sign first what waits, as the daemon does each second."))
    var now = false

    @Flag(
        name: .long,
        help: .said(
            "체크포인트를 검증하는 공개키를 대신 보입니다.",
            "Show the public key that checkpoints are verified by instead."))
    var key = false

    @Option(
        name: .shortAndLong,
        help: .said("표준 출력 대신 이 파일에 씁니다.", "Write to this file instead of standard output."),
        completion: .file())
    var output: String?

    func run() async throws {
        let (isDueNow, wantsKey) = (now, key)
        let files = try options.configuration().signing
        let newest = try await options.withLedger("ledger") { ledger in
            if isDueNow {
                let signer = LogSigner(
                    ledger: ledger, files: files, key: try files.keyMakingOne(),
                    logger: Logger(label: "pumasi"))
                while try await ledger.seal() > 0 {}
                guard await signer.sign() else { throw LedgerCheckpoint.unsigned(signer.alert) }
            }
            return try await ledger.checkpoint()
        }
        let verifier = try files.key()?.verifier.text
        guard !wantsKey else {
            guard let verifier else { throw LedgerCheckpoint.keyless(files.keyPath) }
            return try say(verifier + "\n") { $0.field("key", verifier) }
        }
        guard let newest else { throw LedgerCheckpoint.nothing }
        try say(newest.note) { writer in
            writer.field("size", newest.size)
            writer.field("root", newest.root.description)
            writer.field("signed_at", newest.signedAt)
            writer.field("checkpoint", newest.note)
            writer.field("key", verifier)
        }
    }

    private func say(_ text: String, json members: (inout JSONWriter) -> Void) throws {
        guard options.json else { return try Terminal.write(Array(text.utf8), to: output) }
        try Terminal.write(json: { $0.object(members) }, to: output)
    }

    private static let nothing = CommandFailure(
        .notFound, Bilingual("아직 체크포인트가 없습니다.", "There is no checkpoint yet."),
        hint: Bilingual(
            "pumasi ledger checkpoint --now", "pumasi ledger checkpoint --now"))

    private static func keyless(_ path: String) -> CommandFailure {
        CommandFailure(
            .notFound, Bilingual("\(path)에 열쇠가 없습니다.", "There is no key in \(path)."))
    }

    private static func unsigned(_ alert: String?) -> CommandFailure {
        let why = alert ?? "-"
        return CommandFailure(
            alert == nil ? .tryLater : .integrity,
            Bilingual("서명하지 않았습니다: \(why)", "Not signed: \(why)"))
    }
}
