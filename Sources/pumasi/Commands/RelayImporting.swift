import ArgumentParser
import Hometown
import Ledger
import Schema
import Timetable
import Web

/// `pumasi relay import`: an edge list, read as participations and recorded whole or not at all.
struct RelayImporting: AsyncParsableCommand {
    private static let bytesMax = 64 << 20

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: .said("지명 목록을 등록합니다.", "Record an edge list of nominations."),
        discussion: .said(
            """
            pumasi relay import list.csv --relay R-2026-000012 --dry-run

            목록은 from_person, from_office, to_person, to_office, date_or_month, source_url 열이 있는 \
            CSV(UTF-8이나 CP949)이거나, 같은 이름을 "edges" 아래에 쓴 JSON입니다. GraphML과 DOT도 \
            읽습니다. 거기서는 간선의 속성이 이 이름이고, 없으면 마디의 이름과 직위를 씁니다. 첫 간선이 \
            2행입니다. `relay export`가 이 형식으로 쓴 것은 그대로 다시 들어옵니다.
            """,
            """
            pumasi relay import list.csv --relay R-2026-000012 --dry-run

            The list is CSV (UTF-8 or CP949) with the columns from_person, from_office, to_person, \
            to_office, date_or_month and source_url, or JSON with the same names under "edges". \
            GraphML and DOT are read too: these names are attributes of an edge, and where it has \
            none the name and office of its nodes count; its first edge is row 2. What \
            `relay export` writes in these forms comes back as it went.
            """))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("목록. -는 표준 입력.", "The list; - reads standard input."), completion: .file())
    var file: String

    @Option(
        name: .long, help: .said("챌린지의 id, 번호나 이름.", "The relay's id, number or name."),
        completion: .name(of: .relay))
    var relay: String

    @Flag(
        name: .customLong("dry-run"),
        help: .said("등록될 것을 보이고 기록하지 않습니다.", "Show what would be recorded, and record nothing."))
    var isDryRun = false

    @OptionGroup var request: KeyOptions

    func run() async throws {
        let bytes = try Terminal.contents(of: file, bytesMax: RelayImporting.bytesMax)
        let (text, isDryRun) = (relay, isDryRun)
        let name = try options.actorName()
        let key = request.key ?? Randomness.system.identifier(at: HostClock.now).description
        let answer = try await options.withLedger("relay") { ledger in
            let author = try await ledger.author(.account, name: name)
            try await ledger.loadRegistry(Schema.governments, author: author)
            let list = try EdgeListForm.list(bytes, HostClock.now.koreanDate)
            let relay = try await RelayCommand.named(text, in: ledger)
            guard !isDryRun else { return try await ledger.planImport(list, into: relay) }
            return try await ledger.importRelay(
                list, into: relay, request: Request(author: author, key: key))
        }
        var writer = JSONWriter()
        try answer.write(to: &writer, for: options.reader)
        guard !options.json else {
            return Terminal.say(String(decoding: writer.bytes, as: UTF8.self))
        }
        say(answer)
    }

    private func say(_ answer: RelayImport) {
        let (plan, text): (RelayPlan?, Bilingual) =
            switch answer {
            case .planned(let plan): (plan, Bilingual("등록할 것", "Would record"))
            case .recorded(let plan, _): (plan, Bilingual("등록했습니다", "Recorded"))
            case .unchanged(let plan): (plan, Bilingual("바뀐 것이 없습니다", "Nothing to record"))
            case .faulty, .answered: (nil, Bilingual("이미 등록했습니다", "Recorded before"))
            }
        for notice in plan?.notices ?? [] {
            Terminal.complain(notice.text, options.language)
        }
        guard let plan else { return Terminal.say(text.text(in: options.language)) }
        let numbers = [
            (Bilingual("행", "rows"), plan.rowCount),
            (Bilingual("이미 있는 행", "known rows"), plan.knownRowCount),
            (Bilingual("인물", "people"), plan.people.count),
            (Bilingual("참여", "participations"), plan.runs.count),
            (Bilingual("지명", "nominations"), plan.nominations.count),
            (Bilingual("완료된 지명", "answered"), plan.answeredCount),
            (Bilingual("출처", "sources"), plan.sources.count),
        ]
        let lines = numbers.map { "\($0.0.text(in: options.language))\t\($0.1)" }
        Terminal.say(([text.text(in: options.language)] + lines).joined(separator: "\n"))
    }
}
