import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi receiver`: whom filed summaries are handed to.
struct ReceiverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receiver",
        abstract: .said(
            "요약 보고의 수신처: 디렉터리, 웹훅, 메일.", "Receivers of reports: directories, webhooks, mail."),
        subcommands: [
            ReceiverList.self, ReceiverAdd.self, ReceiverSwitch.self, ReceiverSecret.self,
        ])
}

/// `pumasi receiver list`.
struct ReceiverList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .said("수신처와 기다리는 발송의 목록.", "List receivers, and what waits for each."))

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let receivers = try await options.withLedger("receiver") { try await $0.receivers() }
        var table = TextTable(
            [
                ("이름", "NAME"), ("종류", "KIND"), ("주소", "ADDRESS"), ("켬", "ON"), ("대기", "WAITING"),
                ("그만둠", "GIVEN UP"),
            ], in: options.language)
        for recorded in receivers {
            let (kind, works) = (recorded.receiver.kind, OnOff(recorded.isOn))
            table.add(
                [
                    recorded.name, kind.rawValue, recorded.receiver.address, works.rawValue,
                    "\(recorded.waiting)", "\(recorded.givenUp)",
                ], said: ["KIND": kind.title, "ON": works.title])
        }
        try output.say(table, items: receivers) { $0.write(to: &$1) }
    }
}

/// `pumasi receiver add`: one address of one kind.
struct ReceiverAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .said(
            "이제부터 올라오는 요약 보고의 수신처를 더합니다.", "Add a receiver of what is filed from now on."),
        discussion: """
            pumasi receiver add share --directory /srv/reports --format hwpx --format xlsx
            pumasi receiver add chiefs --mail kim@office.go.kr,lee@office.go.kr --schedule weekly
            pumasi receiver add portal --webhook https://portal.example/pumasi
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("소문자, 숫자, 붙임표.", "Small letters, digits and hyphens."))
    var name: String

    @Option(
        name: .long,
        help: .said(
            "데몬이 실행되는 컴퓨터의 디렉터리, 절대 경로.",
            "A directory on the daemon's machine, by its absolute path."),
        completion: .directory)
    var directory: String?

    @Option(name: .long, help: .said("POST로 받을 https 주소.", "An https address that is posted to."))
    var webhook: String?

    @Option(name: .long, help: .said("쉼표로 나눈 메일 주소.", "Mail addresses, divided by commas."))
    var mail: String?

    @Option(
        name: .customLong("schedule"),
        help: .said("이 예약 작업만. 여러 번 쓸 수 있습니다.", "Only of this schedule; may be repeated."),
        completion: .name(of: .schedule))
    var schedules: [String] = []

    @Option(
        name: .customLong("format"),
        help: .said("이 형식만: hwpx, xlsx, …", "Only files like this: hwpx, xlsx, …"))
    var formats: [String] = []

    @Option(name: .long, help: .said("사유. 이력에 남습니다.", "Why; stands in the history."))
    var note: String?

    private var ways: [(Receiver.Kind, String)] {
        [(.directory, directory), (.webhook, webhook), (.mail, mail)].compactMap { kind, address in
            address.map { (kind, $0) }
        }
    }

    func validate() throws {
        guard ways.count == 1 else {
            throw ValidationError(
                .said(
                    "--directory, --webhook, --mail 중 하나를 쓰십시오.",
                    "Give one of --directory, --webhook and --mail."))
        }
        try WrittenText.check(directory, "--directory", lines: .one)
        try WrittenText.check(note, "--note")
    }

    func run() async throws {
        let (kind, address) = ways[0]
        let receiver: Receiver
        do throws(ReceiverFault) {
            receiver = try Receiver(
                name: name, kind: kind, address: address, schedules: schedules, formats: formats)
        } catch {
            throw ReceiverProblem.fault(error)
        }
        let note = note
        try await options.tend {
            (try await $0.addReceiver(receiver, note: note, author: $1), showsSecret: true)
        }
    }
}

/// `pumasi receiver switch`.
struct ReceiverSwitch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "switch", abstract: .said("수신처를 켜거나 끕니다.", "Switch a receiver on or off."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("수신처의 이름.", "The receiver's name."), completion: .name(of: .receiver))
    var name: String

    @Flag(
        inversion: .prefixedEnableDisable,
        help: .said("요약 보고를 받을지.", "Whether it gets what is filed."))
    var receiver: Bool

    @Option(name: .long, help: .said("사유. 이력에 남습니다.", "Why; stands in the history."))
    var note: String?

    func validate() throws {
        try WrittenText.check(note, "--note")
    }

    func run() async throws {
        let (name, isOn, note) = (name, receiver, note)
        try await options.tend {
            (
                try await $0.switchReceiver(name, on: isOn, note: note, author: $1),
                showsSecret: false
            )
        }
    }
}

/// `pumasi receiver secret`: the old one ends at once.
struct ReceiverSecret: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secret",
        abstract: .said(
            "웹훅의 비밀키를 바꾸고 이번 한 번만 보입니다.", "Renew a webhook's secret and show it, this once."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("수신처의 이름.", "The receiver's name."), completion: .name(of: .receiver))
    var name: String

    @Option(name: .long, help: .said("사유. 이력에 남습니다.", "Why; stands in the history."))
    var note: String?

    @OptionGroup var confirmation: ConfirmationOptions

    func validate() throws {
        try WrittenText.check(note, "--note")
    }

    func run() async throws {
        let (name, note) = (name, note)
        try await confirmation.confirm(in: options.language) {
            let found = try await options.withLedger("receiver") { try await $0.receiver(name) }
            guard let found else { throw ReceiverProblem.unknownReceiver(name) }
            try found.checkSecret()
            let address = found.receiver.address
            return Bilingual(
                "\(name)(\(address))의 비밀키를 바꿉니다. 받는 쪽은 새 키를 넣을 때까지 서명을 확인하지 "
                    + "못합니다.",
                "The secret of \(name) (\(address)) changes; the receiver fails to verify until "
                    + "it has the new one.")
        }
        try await options.tend {
            (try await $0.renewSecret(ofReceiver: name, note: note, author: $1), showsSecret: true)
        }
    }
}

extension GlobalOptions {
    /// Changes a receiver as whoever acts, and shows how it now is.
    fileprivate func tend(
        _ body:
            @escaping @Sendable (Ledger, Author) async throws -> (
                RecordedReceiver, showsSecret: Bool
            )
    ) async throws {
        let actor = try actorName()
        let (recorded, secret) = try await withLedger("receiver") { ledger in
            let author = try await ledger.author(.account, name: actor)
            let (recorded, showsSecret) = try await body(ledger, author)
            let isSigned = recorded.receiver.kind == .webhook
            return (recorded, showsSecret && isSigned ? ledger.secret(of: recorded).text : nil)
        }
        try say(words: .receiver) { recorded.write(to: &$0, secret: secret, changes: []) }
    }
}
