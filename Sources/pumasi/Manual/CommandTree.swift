import ArgumentParser
import Foundation
import Hometown

/// 명령 나무. The commands of this program with their options and texts, as the parser has them
/// (`--experimental-dump-help`). Texts are in both languages where ``HelpTopic/isManual``.
struct CommandTree: Decodable {
    struct Command: Decodable {
        /// `add`, without the words before it.
        let commandName: String
        let shouldDisplay: Bool
        let abstract: String?
        let discussion: String?
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// The parser's own `help` and what is hidden are none of them.
        var verbs: [Command] {
            (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
        }
        var shown: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
    }

    struct Argument: Decodable, Equatable {
        enum Kind: String, Decodable {
            case positional, option, flag
        }

        struct Name: Decodable, Equatable {
            enum Kind: String, Decodable {
                case long, short, longWithSingleDash
            }

            let kind: Kind
            let name: String

            /// `--output`, `-o`.
            var typed: String { (kind == .long ? "--" : "-") + name }
        }

        let kind: Kind
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let preferredName: Name?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
    }

    let command: Command

    /// - Throws: `DecodingError` where the parser tells of itself in another form.
    static func command(of program: any ParsableArguments.Type) throws -> Command {
        try JSONDecoder().decode(CommandTree.self, from: Data(program._dumpHelp().utf8)).command
    }
}
