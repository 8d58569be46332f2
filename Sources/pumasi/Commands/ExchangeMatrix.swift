import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi exchange matrix`: who gave to whom, and who has not answered yet.
struct ExchangeMatrix: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: .said(
            "누가 누구에게 주었고 누가 답례하지 않았는지 보입니다.", "Show who gave to whom and who has not answered."))

    @OptionGroup var output: OutputOptions

    @Option(
        name: .long,
        help: .said("이날부터의 기부, 예: 2026-01-01.", "Donated on this day or later, as in 2026-01-01."))
    var from: String?

    @Option(name: .long, help: .said("이날까지의 기부.", "Donated on this day or earlier."))
    var to: String?

    @Option(
        name: .long,
        help: .said(
            "metropolitan(기초를 합친 광역)이나 basic(지자체마다).",
            "metropolitan (with the basic ones under it) or basic (each)."))
    var level: String?

    @Option(
        name: .long,
        help: .said(
            "event, today나 날짜: 어느 날의 지자체로 묶을지.",
            "event, today or a day: whose governments are the lines."))
    var asOf: String?

    @Option(
        name: .long,
        help: .said(
            "이 협약의 상호기부만: id나 번호.", "Only exchanges under this agreement: its id or number."),
        completion: .number(of: .agreement))
    var agreement: String?

    @Option(
        name: .long,
        help: .said("이 지자체가 주거나 받은 것만.", "Only what this government gave or received."),
        completion: .governments)
    var government: String?

    func run() async throws {
        let today = HostClock.now.koreanDate
        let given = [("from", from), ("to", to), ("level", level), ("as_of", asOf)]
        let question = try ReciprocityForm.question(
            Query(given.compactMap { name, text in text.map { (name, $0) } }), today: today)
        let (agreement, name) = (agreement, government)
        let (record, unit) = try await options.withLedger("exchange") { [question] ledger in
            var question = question
            if let agreement {
                question.agreement = try await ledger.identifier(named: agreement, .agreement)
            }
            let governments = try await ledger.governments()
            let unit = try name.map { try governments.meant(by: $0, on: today).found($0) }
            return (try await ledger.reciprocity(question).found(agreement ?? ""), unit)
        }
        let reader = options.reader
        var table = TextTable(
            [
                ("준 쪽", "FROM"), ("받은 쪽", "TO"), ("건수", "GIFTS"), ("금액", "AMOUNT"),
                ("미공개", "UNDISCLOSED"), ("답례함", "ANSWERED"), ("언제부터", "SINCE"), ("일수", "DAYS"),
            ], in: options.language)
        for cell in record.cells(about: unit) {
            let names = [cell.pair.from, cell.pair.to].map { line in
                record.governments[id: line].map { reader.name(of: $0, record.governments) } ?? "-"
            }
            let answered = YesNo(cell.isAnswered)
            table.add(
                names + [
                    String(cell.tally.count), String(cell.tally.amount.amount),
                    String(cell.tally.undisclosed), answered.rawValue,
                    record.unansweredSince[cell.pair]?.description ?? "-",
                    record.daysUnanswered(cell).map(String.init) ?? "-",
                ], said: ["ANSWERED": answered.title])
        }
        try output.say(table) { record.write(to: &$0, about: unit, for: reader) }
    }
}
