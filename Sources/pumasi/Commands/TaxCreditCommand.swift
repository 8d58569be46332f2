import ArgumentParser
import Hometown
import Timetable
import Web

/// `pumasi tax-credit`: needs no ledger.
struct TaxCreditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tax-credit",
        abstract: "Estimate what may come back of a year's donations (세액공제 예상).")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The total given in the year, as in 200000 or 20만.")
    var amount: String

    @Option(name: .long, help: "The year; this one when left out.")
    var year: Int?

    @Flag(name: .long, help: "Given to a special disaster area within three months.")
    var disaster = false

    func run() throws {
        guard case .success(.disclosed(let donated)) = AmountReader.read(amount) else {
            throw ValidationError("The amount is whole won, as in 200000 or 20만.")
        }
        let year = year ?? HostClock.now.koreanDate.year
        let region: TaxCredit.Region = disaster ? .disaster : .ordinary
        let credit = try TaxCredit.estimated(year: year, donated: donated, region: region)
        try options.say { credit.write(to: &$0, year: year, region: region, for: options.reader) }
    }
}
