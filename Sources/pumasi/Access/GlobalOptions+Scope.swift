import ArgumentParser
import Hometown

extension GlobalOptions {
    /// The command for the access log. What is written there stays for years and cannot be taken
    /// back, so it names the noun, the verb, the ids and the options, and says nothing that
    /// somebody typed freely: a password, a donor's key, a name that was searched for.
    static var commandLine: String {
        scope(of: Array(CommandLine.arguments.dropFirst()))
    }

    /// - Parameter arguments: without the program's name.
    static func scope(of arguments: [String]) -> String {
        var words = ["pumasi"]
        var rest = arguments[...]
        var command: any ParsableCommand.Type = Pumasi.self
        while let next = rest.first,
            let inner = command.configuration.subcommands.first(where: { $0._commandName == next })
        {
            words.append(next)
            command = inner
            rest = rest.dropFirst()
        }
        var isValue = false
        for argument in rest {
            if argument.hasPrefix("-") {
                let name = argument.prefix { $0 != "=" }
                words.append(String(name.hasPrefix("--") ? name : name.prefix(2)))
                isValue = isFree(name) && name.count == argument.count
            } else {
                // An id, or a number such as `D-2026-000123`.
                if !isValue, Reference(argument) != nil { words.append(argument) }
                isValue = false
            }
        }
        return words.joined(separator: " ")
    }

    /// Whether even what looks like an id may be a secret or a person's after this option.
    private static func isFree(_ option: Substring) -> Bool {
        ["--set", "--key", "--query", "--donor", "--name", "--reason"].contains {
            option.hasPrefix($0)
        }
    }
}
