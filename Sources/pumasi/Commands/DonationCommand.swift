import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi donation`.
struct DonationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "donation", abstract: "Donations (기부).",
        subcommands: [
            DonationAdd.self, DonationList.self, DonationShow.self, DonationCorrect.self,
            DonationReverse.self, DonationReturn.self, DonationRestore.self, DonationImport.self,
            DonationExportCommand.self,
        ])
}

/// `pumasi donation list`: newest first.
struct DonationList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the newest donations.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var list: ListOptions

    @Option(name: .long, help: "To this government: its code or name.")
    var recipient: String?

    @Option(name: .long, help: "Donated on this day or later, as in 2026-01-01.")
    var from: String?

    @Option(name: .long, help: "Donated on this day or earlier.")
    var to: String?

    func validate() throws {
        for day in [from, to].compactMap({ $0 }) where CivilDate(day) == nil {
            throw ValidationError("\(day) is no day; write it like 2026-01-01.")
        }
    }

    func run() async throws {
        let (recipient, limit) = (recipient, list.limit)
        let days = (from: from.flatMap { CivilDate($0) }, to: to.flatMap { CivilDate($0) })
        let (donations, governments) = try await options.withLedger("donation") { ledger in
            let governments = try await ledger.governments()
            let unit = try recipient.map { text in
                try governments.meant(by: text, on: HostClock.now.koreanDate).found(text)
            }
            let filter = DonationFilter(recipient: unit?.id, from: days.from, to: days.to)
            return (try await ledger.donations(filter: filter, rowsMax: limit), governments)
        }
        let reader = options.reader
        var table = TextTable(["NO", "DATE", "DONOR", "RECIPIENT", "AMOUNT", "STATUS", "ID"])
        for donation in donations {
            table.add([
                donation.no, donation.donatedOn.text, donation.donorName(for: reader) ?? "-",
                donation.recipient.map { reader.name(of: $0, governments) } ?? "-",
                Notation.amount(donation.amount, in: reader.language),
                donation.status.rawValue, donation.id.description,
            ])
        }
        options.say(table.text()) { writer in
            writer.array("items", donations) { $0.write(to: &$1, governments, for: reader) }
        }
    }
}

/// `pumasi donation show`.
struct DonationShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a donation.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Its id or its number.")
    var donation: String

    func run() async throws {
        let (text, name) = (donation, try ThingName(donation))
        let (found, governments) = try await options.withLedger("donation") { ledger in
            let found = try await ledger.donation(name).found(text)
            return (found, try await ledger.governments())
        }
        try options.say { found.write(to: &$0, governments, for: options.reader) }
    }
}

extension Reader {
    func name(of government: Government, _ governments: GovernmentRegistry) -> String {
        governments.fullName(of: government).text(in: language)
    }
}
