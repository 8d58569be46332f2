import ArgumentParser
import Hometown
import Web

/// 품앗이. The command line: nouns with verbs, each in a file of its own.
@main
struct Pumasi: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pumasi",
        abstract: .said(
            "고향사랑 상호기부 원장.", "A ledger of reciprocal hometown donations (고향사랑 상호기부 원장)."),
        discussion: .said([ExitStatus.discussion, HelpTopic.discussion]),
        version: Version.text,
        subcommands: [
            Serve.self, DonationCommand.self, ImportCommand.self, AgreementCommand.self,
            ExchangeCommand.self, RelayCommand.self, ClaimCommand.self, PersonCommand.self,
            GovernmentCommand.self, ProjectCommand.self, BarCommand.self, InterestCommand.self,
            OfficialReceiptCommand.self, FundCommand.self, PeriodCommand.self, ApprovalCommand.self,
            WorklistCommand.self, TaxCreditCommand.self, ScheduleCommand.self, HolidayCommand.self,
            ReportCommand.self, ReceiverCommand.self, DeliveryCommand.self, LedgerCommand.self,
            AuditCommand.self,
            TokenCommand.self, UserCommand.self, SampleCommand.self, DatabaseCommand.self,
            ConfigCommand.self, DoctorCommand.self,
        ])

    static func main() async {
        Signals.ignoreBrokenPipes()
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            if let text = try HelpTopic.text(for: arguments, in: Language.ofTerminal) {
                return Terminal.say(text)
            }
            var command = try await asyncParseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            // A daemon has done its work, whomever its first lines did not reach.
            if !(command is Serve) { try Terminal.checkOutput() }
        } catch {
            exit(with: error)
        }
    }

    /// Says what went wrong on the right stream and ends with the status of `ExitStatus`.
    private static func exit(with error: any Error) -> Never {
        if let failure = CommandFailure(error) {
            answer(failure)
            Terminal.complain(failure.text(in: .ofTerminal))
            ExitStatus.end(failure.status)
        }
        let language = Language.ofTerminal
        switch ExitStatus(parsing: exitCode(for: error)) {
        case .success:
            let help = fullMessage(for: error, columns: HelpText.columns(in: language))
            Terminal.say(HelpText.text(help, in: language))
            ExitStatus.end(.success)
        case .usage:
            let arguments = Array(CommandLine.arguments.dropFirst())
            if let failure = HelpTopic.stray(in: arguments) { exit(with: failure) }
            complain(error, .usage, in: language)
        case let status: complain(error, status, in: language)
        }
    }

    /// Why the parser cannot read the line.
    private static func complain(
        _ error: any Error, _ status: ExitStatus, in language: Language
    ) -> Never {
        let brief = HelpText.text(message(for: error), in: language)
        answer(CommandFailure(status, Bilingual(brief, brief)))
        Terminal.complain(HelpText.text(fullMessage(for: error), in: language))
        ExitStatus.end(status)
    }

    /// Whoever asked for JSON gets one document, why it came to nothing too; where a command has
    /// said its own already, that has it.
    private static func answer(_ failure: CommandFailure) {
        guard CommandLine.arguments.contains("--json"), !Terminal.hasSaid else { return }
        Terminal.say { failure.write(to: &$0, in: .ofTerminal) }
    }
}
