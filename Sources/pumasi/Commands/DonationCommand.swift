import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi donation`.
struct DonationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "donation", abstract: .said("기부.", "Donations (기부)."),
        subcommands: [
            DonationAdd.self, DonationList.self, DonationShow.self, DonationCorrect.self,
            DonationReverse.self, DonationReturn.self, DonationRestore.self, DonationImport.self,
            DonationCorrections.self, DonationExportCommand.self, DonationErase.self,
        ])
}

/// `pumasi donation list`: newest first.
struct DonationList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("최근 기부의 목록.", "List the newest donations."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    @OptionGroup var filter: DonationFilterOptions

    @Flag(name: .long, help: .said("건수와 합계도 보입니다.", "Count and sum as well."))
    var totals = false

    func run() async throws {
        let (filter, limit, totals) = (filter, list.limit, totals)
        let reader = options.reader
        let (found, governments) = try await options.withLedger("donation") { ledger in
            let governments = try await ledger.governments()
            let found = try await ledger.findDonations(
                filter.filter(governments, for: reader), rowsMax: limit, wantsTotals: totals)
            return (found, governments)
        }
        var table = TextTable(
            [
                ("번호", "NO"), ("날짜", "DATE"), ("기부자", "DONOR"), ("받는 지자체", "RECIPIENT"),
                ("금액", "AMOUNT"), ("상태", "STATUS"), ("ID", "ID"),
            ], in: options.language)
        for donation in found.donations {
            table.add(
                [
                    donation.no, Notation.date(donation.donatedOn, in: reader.language),
                    donation.donorName(for: reader) ?? "-",
                    donation.recipient.map { reader.name(of: $0, governments) } ?? "-",
                    Notation.amount(donation.amount, in: reader.language),
                    donation.status.rawValue, donation.id.description,
                ], said: ["STATUS": donation.status.title],
                exactly: [
                    "DATE": .day(donation.donatedOn, in: reader.language),
                    "AMOUNT": .amount(donation.amount),
                ])
        }
        try output.say(table) { found.write(to: &$0, governments, for: reader) }
        list.remark(goesOn: found.next != nil, options.language)
        guard !options.json else { return }
        for text in found.remarks { Terminal.complain(text, options.language) }
    }
}

extension FoundDonations {
    /// What is to be said beside the list.
    fileprivate var remarks: [Bilingual] {
        var remarks = unknown.map {
            Bilingual("어디에도 없음: '\($0)'", "'\($0)' is nowhere.")
        }
        if let logSize {
            remarks.append(Bilingual("원장 크기 \(logSize) 기준", "As of log size \(logSize)"))
        }
        if let totals {
            let (more, least) = totals.isExact ? ("", "") : (" 이상", "at least ")
            remarks.append(
                Bilingual(
                    "\(totals.rows)건\(more), 유효 \(totals.standing)건 "
                        + "\(Notation.amount(Won(totals.amount), in: .korean))\(more), "
                        + "미공개 \(totals.undisclosed)건",
                    "\(least)\(totals.rows) rows, \(totals.standing) standing, "
                        + "\(Notation.amount(Won(totals.amount), in: .english)), "
                        + "\(totals.undisclosed) not disclosed"))
        }
        return remarks
    }
}

/// `pumasi donation show`.
struct DonationShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .said("기부 하나와 그 뒤의 일을 보입니다.", "Show a donation, and what became of it."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .donation))
    var donation: String

    func run() async throws {
        let text = donation
        let (found, governments, story) = try await options.withLedger("donation") { ledger in
            let found = try await ledger.donation(named: text)
            return (
                found, try await ledger.governments(),
                try await DonationStory(of: found, in: ledger)
            )
        }
        let reader = options.reader
        try options.say(
            words: .donation,
            one: { found.write(to: &$0, governments, for: reader) },
            besides: { story.write(to: &$0, for: reader) })
    }
}

extension Reader {
    func name(of government: Government, _ governments: GovernmentRegistry) -> String {
        governments.fullName(of: government).text(in: language)
    }
}
