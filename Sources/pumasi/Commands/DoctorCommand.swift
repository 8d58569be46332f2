import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi doctor`: how this installation stands, as the console's page of health says it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: .said(
            "컴퓨터, 데이터베이스, 로그, 예약 작업을 점검합니다.", "Look at machine, database, log and schedules."),
        discussion: .said(
            """
            이상이 있으면 1로, 원장을 열지 못하면 그 까닭의 종료값으로 끝납니다. 놓친 기간과 잘못을 \
            찾아낸 검증도 이상입니다. 살펴보기만 하면 되는 것은 알리기만 합니다. --quick은 컴퓨터만 \
            점검하고 http.host와 http.port의 데몬에 준비되었는지 몇 초 안에 묻습니다. 컨테이너의 상태 \
            검사에 씁니다. 유출이 있었다면 pumasi audit breach가 누구의 정보가 보였는지 알려 줍니다.
            """,
            """
            Ends with 1 when something fails, a missed period and a check that found something \
            wrong among it, and with the status of the cause where the ledger cannot be opened; \
            what only has to be looked at is told. With --quick it looks at the machine alone and \
            asks the daemon at http.host and http.port whether it is ready, within seconds: the \
            health check of a container. After a breach, pumasi audit breach lists whose rows were \
            shown.
            """))

    @Flag(
        name: .long,
        help: .said(
            "데이터베이스 대신 데몬에 묻습니다. 몇 초면 됩니다.", "Ask the daemon, not the database; within seconds."))
    var quick = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let (lines, status) = try await look()
        var table = TextTable(
            [
                ("무엇", "WHAT"), ("상태", "STATE"), ("본 것", "FINDING"),
            ], in: options.language)
        for line in lines {
            table.add(
                [
                    line.name.text(in: options.language), line.state.rawValue,
                    line.value.text(in: options.language),
                ], said: ["STATE": line.state.title])
        }
        let hints = lines.compactMap { line in
            line.hint.map {
                "\(line.name.text(in: options.language)): \($0.text(in: options.language))"
            }
        }
        let text = try options.text(of: table)
        options.say(([text] + hints).joined(separator: "\n")) { writer in
            writer.field("schema", "pumasi/doctor/1")
            writer.array("checks", lines) { line, writer in
                writer.object { writer in
                    writer.field("code", line.code)
                    writer.field("name", line.name.text(in: options.language))
                    writer.field("state", line.state.rawValue)
                    writer.field("value", line.value.text(in: options.language))
                    writer.field("hint", line.hint?.text(in: options.language))
                }
            }
        }
        guard lines.allSatisfy({ $0.state != .failing }) else {
            throw CommandFailure(
                status,
                Bilingual("이상이 있습니다. 위의 할 일을 보십시오.", "Something fails; see what to do above."))
        }
    }

    /// - Returns: what was found, and how it ends when something of it fails.
    private func look() async throws -> (lines: [CheckupLine], status: ExitStatus) {
        let checkup = HostCheckup(configuration: try options.configuration())
        guard !quick else { return (await checkup.quickLines(), .failure) }
        do {
            let lines = try await options.withLedger("doctor") { await checkup.lines($0) }
            return (lines, .failure)
        } catch {
            // What was asked for wrongly says nothing of the installation.
            guard let failure = CommandFailure(error),
                [.failure, .notAllowed, .integrity, .tryLater].contains(failure.status)
            else { throw error }
            return (checkup.lines(without: failure), failure.status)
        }
    }
}
