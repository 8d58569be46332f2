import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi agreement`.
struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: .said("업무협약.", "Agreements (업무협약)."),
        subcommands: [
            AgreementAdd.self, AgreementList.self, AgreementShow.self, AgreementDocument.self,
            AgreementStatus.self,
        ])

    /// - Throws: `CommandFailure` 3 when there is none.
    static func find(_ text: String, in ledger: Ledger) async throws -> AgreementRecord {
        let id = try await ledger.identifier(named: text, .agreement)
        return try await ledger.agreement(id).found(text)
    }
}

/// `pumasi agreement add`.
struct AgreementAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: .said("협약을 등록합니다.", "Record an agreement."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    func run() async throws {
        let body = try draft.requiredBody()
        try await options.record("agreement", draft) { ledger, request, today in
            try await ledger.record(AgreementForm.draft(body, today: today), request: request)
        }
    }
}

/// `pumasi agreement list`: in the order they were recorded.
struct AgreementList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("협약 목록.", "List agreements."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    @Option(
        name: .long,
        help: .said(
            "이 지자체의 것만. 옛 이름도 함께 찾습니다.", "Only those of this government, under all its names."),
        completion: .governments)
    var government: String?

    @Option(
        name: .long,
        help: .said("분야 이름에 이 말이 든 것만.", "Only those with these words in the name of a field."))
    var field: String?

    @Option(name: .long, help: .said("이 해에 맺은 것만.", "Only those signed in this year."))
    var year: Int?

    @Option(
        name: .long,
        help: .said(
            "이 종류만: exchange, friendship, sports, other.",
            "Only those of this kind: exchange, friendship, sports, other."))
    var kind: String?

    func validate() throws {
        if let kind, AgreementDraft.Kind(rawValue: kind) == nil {
            throw ValidationError(
                .said(
                    "--kind: exchange, friendship, sports, other 중 하나를 쓰십시오.",
                    "--kind takes exchange, friendship, sports or other."))
        }
    }

    func run() async throws {
        let (rowsMax, named) = (list.rowsMax, government)
        let filter = AgreementFilter(
            field: field, year: year, kind: kind.flatMap { AgreementDraft.Kind(rawValue: $0) })
        let (agreements, governments) = try await options.withLedger("agreement") {
            [filter] ledger in
            let governments = try await ledger.governments()
            var filter = filter
            if let named {
                let unit = governments.meant(by: named, on: HostClock.now.koreanDate)
                filter.units = governments.line(of: try unit.found(named))
            }
            return (try await ledger.agreements(filter, rowsMax: rowsMax), governments)
        }
        let reader = options.reader
        var table = TextTable(
            [
                ("번호", "NO"), ("체결일", "SIGNED"), ("당사자", "PARTIES"), ("제목", "TITLE"), ("ID", "ID"),
            ], in: options.language)
        for record in list.shown(agreements) {
            let (agreement, language) = (record.agreement, reader.language)
            table.add(
                [
                    agreement.no, Notation.date(agreement.signedOn, in: language),
                    record.parties.map { reader.name(of: $0, governments) }.joined(separator: ", "),
                    agreement.title?.text(in: language) ?? "-", agreement.id.description,
                ], exactly: ["SIGNED": .day(agreement.signedOn, in: language)])
        }
        try output.say(table, items: agreements, upTo: list) {
            $0.write(to: &$1, governments, for: reader)
        }
    }
}

/// `pumasi agreement show`.
struct AgreementShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("협약 하나를 보입니다.", "Show an agreement."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .agreement))
    var agreement: String

    func run() async throws {
        let text = agreement
        let (found, governments) = try await options.withLedger("agreement") { ledger in
            (try await AgreementCommand.find(text, in: ledger), try await ledger.governments())
        }
        try options.say(words: .agreement) {
            found.write(to: &$0, governments, for: options.reader)
        }
    }
}

/// `pumasi agreement document`.
struct AgreementDocument: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: .said("등록된 협약에 문서를 더합니다.", "Add a document to an agreement on record."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(
        help: .said("협약의 id나 번호.", "The agreement's id or number."),
        completion: .number(of: .agreement))
    var agreement: String

    func run() async throws {
        let (text, body) = (agreement, try draft.requiredBody())
        try await options.record("agreement", draft) { ledger, request, today in
            let agreement = try await AgreementCommand.find(text, in: ledger).agreement.id
            let draft = try AgreementForm.document(body, today: today)
            return try await ledger.record(draft, of: agreement, request: request)
        }
    }
}

/// `pumasi agreement status`.
struct AgreementStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: .said("등록된 협약의 현황을 기록합니다.", "Say what became of an agreement on record."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(
        help: .said("협약의 id나 번호.", "The agreement's id or number."),
        completion: .number(of: .agreement))
    var agreement: String

    func run() async throws {
        let (text, body) = (agreement, try draft.requiredBody())
        try await options.record("agreement", draft) { ledger, request, today in
            let agreement = try await AgreementCommand.find(text, in: ledger).agreement.id
            let draft = try AgreementForm.status(body, today: today)
            return try await ledger.record(draft, of: agreement, request: request)
        }
    }
}
