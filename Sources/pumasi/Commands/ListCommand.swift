import ArgumentParser

/// A command that says a list. Every form a list is said in is chosen by its output, and none by
/// the command.
protocol ListCommand: AsyncParsableCommand {
    var output: OutputOptions { get }
}

extension ListCommand {
    var options: GlobalOptions { output.options }
}
