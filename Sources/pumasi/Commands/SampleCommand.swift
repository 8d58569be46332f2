import ArgumentParser
import Hometown
import Ledger
import Schema
import Web

/// `pumasi sample`.
struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: .said("두 기사의 사실(표본).", "The facts of the two founding articles."),
        subcommands: [SampleLoad.self])
}

/// `pumasi sample load`: safe to repeat; what is there already stays as it is.
struct SampleLoad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: .said(
            "표본을 등록합니다. 두 번 해도 한 번과 같습니다.", "Record the sample; twice is the same as once."))

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let name = try options.actorName()
        let report = try await options.withLedger("sample", beginning: true) { ledger in
            let author = try await ledger.author(.account, name: name)
            try await ledger.loadRegistry(Schema.governments, author: author)
            return try await ledger.loadSample(author: author)
        }
        let text = Bilingual(
            "\(report.recorded)건 등록, \(report.replayed)건은 이미 있음",
            "\(report.recorded) recorded, \(report.replayed) there already")
        options.say(text.text(in: options.language)) { writer in
            writer.field("recorded", report.recorded)
            writer.field("replayed", report.replayed)
        }
    }
}
