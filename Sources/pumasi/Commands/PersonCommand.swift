import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi person`.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: .said("공직에 있는 인물.", "Holders of public office (인물)."),
        subcommands: [
            PersonAdd.self, PersonList.self, PersonShow.self, PersonLeave.self, PersonJoin.self,
            PersonPart.self, PersonDonors.self, PersonErase.self,
        ])
}

/// `pumasi person add`.
struct PersonAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .said("인물과 공개된 직위를 등록합니다.", "Record a person and the offices somebody states."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    func run() async throws {
        let body = try draft.requiredBody()
        try await options.record("person", draft) { ledger, request, today in
            try await ledger.record(
                PersonForm.draft(body, today: today, keyed: ledger.secret.donor),
                request: request)
        }
    }
}

/// `pumasi person list`: in the order they were recorded.
struct PersonList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("인물과 직위의 목록.", "List people with their offices."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let rowsMax = list.rowsMax
        let (people, governments) = try await options.withLedger("person") { ledger in
            (try await ledger.people(rowsMax: rowsMax), try await ledger.governments())
        }
        let reader = options.reader
        var table = TextTable(
            [
                ("번호", "NO"), ("이름", "NAME"), ("직위", "OFFICES"), ("ID", "ID"),
            ], in: options.language)
        for record in list.shown(people) {
            let offices = record.offices.map { $0.title.text(in: reader.language) }
            table.add([
                record.person.no, record.person.name?.text(in: reader.language) ?? "-",
                offices.joined(separator: ", "), record.person.id.description,
            ])
        }
        try output.say(table, items: people, upTo: list) {
            $0.write(to: &$1, governments, for: reader)
        }
    }
}

/// `pumasi person show`.
struct PersonShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("인물 하나를 보입니다.", "Show a person."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("id나 번호.", "The id or the number."), completion: .number(of: .person))
    var person: String

    func run() async throws {
        let text = person
        let (found, governments) = try await options.withLedger("person") { ledger in
            let id = try await ledger.identifier(named: text, .person)
            let found = try await ledger.people(ids: [id]).first
            return (try found.found(text), try await ledger.governments())
        }
        try options.say { found.write(to: &$0, governments, for: options.reader) }
    }
}

/// `pumasi person leave`.
struct PersonLeave: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave",
        abstract: .said(
            "직위를 그만둔 날을 등록하거나 잘못 적은 직위를 없앱니다.",
            "End the term of an office, or one recorded by mistake."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(help: .said("id나 번호.", "The id or the number."), completion: .number(of: .person))
    var person: String

    @Argument(
        help: .said("직위의 id나 번호.", "The id or the number of the office."),
        completion: .number(of: .office))
    var office: String

    @Option(
        name: .long,
        help: .said(
            "끝난 뒤의 첫날, 예: 2026-01-01.", "The first day on which it is over, as in 2026-01-01."))
    var on: String?

    @Option(name: .long, help: .said("사유.", "Why."))
    var reason: String?

    func run() async throws {
        let (named, text) = (person, office)
        let body = try draft.body(or: ["ends_on": on, "reason": reason])
        try await options.record("person", draft) { ledger, request, today in
            let person = try await ledger.identifier(named: named, .person)
            let office = try await ledger.identifier(named: text, .office)
            let ending = try EndingForm.draft(body, today: today)
            return try await ledger.end(
                office: office, of: person, ending, request: request)
        }
    }
}
