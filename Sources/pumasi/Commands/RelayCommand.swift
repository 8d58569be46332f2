import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi relay`.
struct RelayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relay", abstract: .said("고향사랑기부 인증 챌린지(릴레이).", "Relays of donors (인증 챌린지)."),
        subcommands: [
            RelayAdd.self, RelayList.self, RelayShow.self, RelayRecording.self,
            RelayNominating.self, RelayReplying.self, RelayImporting.self,
            RelayExporting.self, RelayMeasuring.self,
        ])

    /// The id of a relay, by id or number, or by the relay's name in either language.
    /// - Throws: `CommandFailure` 2 for a name of several, 3 when there is none.
    static func named(_ text: String, in ledger: Ledger) async throws -> Identifier {
        let relays = try await ledger.relays(rowsMax: namedMax)
        let name = text.tidied
        let named = relays.filter { [$0.name.korean, $0.name.english].contains(name) }
        guard let relay = named.first else {
            return try await ledger.identifier(named: text, .relay)
        }
        guard named.count == 1 else {
            let numbers = named.map(\.no).joined(separator: ", ")
            throw CommandFailure(
                .usage,
                Bilingual(
                    "이름이 '\(name)'인 챌린지가 여럿입니다. 번호를 쓰십시오: \(numbers)",
                    "Several relays are called \"\(name)\". Give a number: \(numbers)"))
        }
        return relay.id
    }

    /// Relays are few: nobody runs more than this.
    private static let namedMax = 10_000
}

/// `pumasi relay add`.
struct RelayAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: .said("챌린지를 등록합니다.", "Record a relay."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    func run() async throws {
        let body = try draft.requiredBody()
        try await options.record("relay", draft) { ledger, request, today in
            try await ledger.record(RelayForm.draft(body, today: today), request: request)
        }
    }
}

/// `pumasi relay list`: in the order they were recorded.
struct RelayList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("챌린지 목록.", "List relays."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let rowsMax = list.rowsMax
        let relays = try await options.withLedger("relay") { ledger in
            try await ledger.relays(rowsMax: rowsMax)
        }
        let reader = options.reader
        var table = TextTable([("번호", "NO"), ("이름", "NAME"), ("ID", "ID")], in: options.language)
        for relay in list.shown(relays) {
            table.add([relay.no, relay.name.text(in: reader.language), relay.id.description])
        }
        try output.say(table, items: relays, upTo: list) { $0.write(to: &$1, for: reader) }
    }
}

/// `pumasi relay record`.
struct RelayRecording: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: .said("참여를 다음 주자와 기부까지 기록합니다.", "Record a run with its nominees and donations."))

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
            let draft = try ParticipationForm.draft(
                body, of: relay, today: today, keyed: ledger.secret.donor)
            return try await ledger.record(draft, request: request)
        }
    }
}

/// `pumasi relay nominate`.
struct RelayNominating: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nominate",
        abstract: .said("기록된 참여에서 나온 지명을 기록합니다.", "Record a nomination from a run on record."))

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
            let draft = try NominationForm.draft(body, of: relay, today: today)
            return try await ledger.record(draft, request: request)
        }
    }
}
