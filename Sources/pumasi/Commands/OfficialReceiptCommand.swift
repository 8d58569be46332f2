import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi receipt`.
struct OfficialReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: .said("영수증.", "Official receipts (영수증)."),
        subcommands: [
            OfficialReceiptAdd.self, OfficialReceiptList.self, OfficialReceiptShow.self,
            OfficialReceiptRecall.self,
        ])
}

/// `pumasi receipt add`.
struct OfficialReceiptAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .said("기부의 영수증을 등록합니다.", "Record the official receipt of a donation."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    func run() async throws {
        let body = try draft.requiredBody()
        try await options.record("receipt", draft) { ledger, request, today in
            try await ledger.record(
                OfficialReceiptForm.draft(body, today: today), request: request)
        }
    }
}

/// `pumasi receipt list`: in the order of their donations.
struct OfficialReceiptList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("영수증 목록.", "List official receipts."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let rowsMax = list.rowsMax
        let items = try await options.withLedger("receipt") { ledger in
            try await ledger.officialReceipts(rowsMax: rowsMax)
        }
        var table = TextTable(
            [
                ("번호", "NO"), ("기부", "DONATION"), ("발급일", "ISSUED"), ("회수일", "RECALLED"),
                ("ID", "ID"),
            ], in: options.language)
        for item in list.shown(items) {
            table.add([
                item.receiptNo, item.donationNo, item.issuedOn?.description ?? "-",
                item.recalledOn?.description ?? "-", item.donation.description,
            ])
        }
        try output.say(table, items: items, upTo: list) { $0.write(to: &$1) }
    }
}

/// `pumasi receipt show`.
struct OfficialReceiptShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .said("기부의 영수증을 보입니다.", "Show the official receipt of a donation."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("기부의 id나 번호.", "The id or the number of the donation."),
        completion: .number(of: .donation))
    var name: String

    func run() async throws {
        let text = name
        let found = try await options.withLedger("receipt") { ledger in
            let id = try await ledger.identifier(named: text, .donation)
            return try await ledger.officialReceipts(donation: id, rowsMax: 1).first.found(text)
        }
        try options.say { found.write(to: &$0) }
    }
}

/// `pumasi receipt recall`.
struct OfficialReceiptRecall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall",
        abstract: .said("영수증을 회수했음을 등록합니다.", "Record that an official receipt came back."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(
        help: .said("기부의 id나 번호.", "The id or the number of the donation."),
        completion: .number(of: .donation))
    var donation: String

    @Option(name: .long, help: .said("날짜, 예: 2026-01-01.", "The day, as in 2026-01-01."))
    var on: String?

    @Option(name: .long, help: .said("사유.", "Why."))
    var reason: String?

    func run() async throws {
        let text = donation
        let given = try draft.body(or: ["recalled_on": on, "reason": reason])
        try await options.record("receipt", draft) { ledger, request, today in
            let donation = try await ledger.identifier(named: text, .donation)
            let body = try given.naming("donation", donation.description)
            return try await ledger.record(
                OfficialReceiptForm.recall(body, today: today), request: request)
        }
    }
}
