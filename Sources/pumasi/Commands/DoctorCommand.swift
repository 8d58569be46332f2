import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi doctor`: how this installation stands, as the console's page of health says it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look at machine, database, log and schedules.",
        discussion: """
            Ends with 1 when something fails, a missed period and a check that found something \
            wrong among it; what only has to be looked at is told. With --quick it looks at the \
            machine alone and asks the daemon at http.host and http.port whether it is ready, \
            within seconds: the health check of a container. After a breach, pumasi audit breach \
            lists whose rows were shown.
            """)

    @Flag(name: .long, help: "Ask the daemon, not the database; within seconds.")
    var quick = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let checkup = HostCheckup(configuration: try options.configuration())
        let lines: [CheckupLine] =
            if quick {
                await checkup.quickLines()
            } else {
                try await options.withLedger("doctor") { await checkup.lines($0) }
            }
        var table = TextTable(["WHAT", "STATE", "FINDING"])
        for line in lines {
            table.add([
                line.name.text(in: options.language), line.state.rawValue,
                line.value.text(in: options.language),
            ])
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
                .failure,
                Bilingual("이상이 있습니다. 위의 할 일을 보십시오.", "Something fails; see what to do above."))
        }
    }
}
