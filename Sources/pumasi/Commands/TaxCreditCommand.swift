import ArgumentParser
import Hometown
import Timetable
import Web

/// `pumasi tax-credit`: needs no ledger.
struct TaxCreditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tax-credit",
        abstract: .said(
            "한 해 기부의 세액공제 예상액을 계산합니다.",
            "Estimate what may come back of a year's donations (세액공제 예상)."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said(
            "그해의 기부 합계, 예: 200000이나 20만.", "The total given in the year, as in 200000 or 20만."))
    var amount: String

    @Option(name: .long, help: .said("연도. 없으면 올해.", "The year; this one when left out."))
    var year: Int?

    @Flag(
        name: .long,
        help: .said(
            "선포 뒤 석 달 안에 특별재난지역에 한 기부.", "Given to a special disaster area within three months."))
    var disaster = false

    func run() throws {
        guard case .success(.disclosed(let donated)) = AmountReader.read(amount) else {
            throw ValidationError(
                .said(
                    "금액은 원 단위로 씁니다. 예: 200000, 20만.",
                    "The amount is whole won, as in 200000 or 20만."))
        }
        let year = year ?? HostClock.now.koreanDate.year
        let region: TaxCredit.Region = disaster ? .disaster : .ordinary
        let credit = try TaxCredit.estimated(year: year, donated: donated, region: region)
        try options.say(words: .credit) {
            credit.write(to: &$0, year: year, region: region, for: options.reader)
        }
    }
}
