import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi agreement`.
struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "Agreements (업무협약).",
        subcommands: [AgreementAdd.self, AgreementList.self, AgreementShow.self])
}

/// `pumasi agreement add`.
struct AgreementAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Record an agreement.")

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
struct AgreementList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List agreements.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let limit = list.limit
        let (agreements, governments) = try await options.withLedger("agreement") { ledger in
            (try await ledger.agreements(rowsMax: limit), try await ledger.governments())
        }
        let reader = options.reader
        var table = TextTable(["NO", "SIGNED", "PARTIES", "TITLE", "ID"])
        for record in agreements {
            table.add([
                record.agreement.no, record.agreement.signedOn.text,
                record.parties.map { reader.name(of: $0, governments) }.joined(separator: ", "),
                record.agreement.title?.text(in: reader.language) ?? "-",
                record.agreement.id.description,
            ])
        }
        options.say(table.text()) { writer in
            writer.array("items", agreements) { $0.write(to: &$1, governments, for: reader) }
        }
    }
}

/// `pumasi agreement show`.
struct AgreementShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an agreement.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Its id or its number.")
    var agreement: String

    func run() async throws {
        let (text, name) = (agreement, try ThingName(agreement))
        let (found, governments) = try await options.withLedger("agreement") { ledger in
            let found: AgreementRecord?
            switch name {
            case .id(let id): found = try await ledger.agreement(id)
            case .number(let number, let no):
                found = try await ledger.agreements(after: number - 1, rowsMax: 1)
                    .first { $0.agreement.no == no }
            }
            return (try found.found(text), try await ledger.governments())
        }
        try options.say { found.write(to: &$0, governments, for: options.reader) }
    }
}
