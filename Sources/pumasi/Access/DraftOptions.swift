import ArgumentParser
import Hometown
import Ledger
import Web

/// What every command that records takes: a draft as the API takes it, and the caller's id.
struct DraftOptions: ParsableArguments {
    /// As the API's limit on a body.
    private static let bytesMax = Route.jsonBytesMax

    @Option(name: .long, help: "A JSON object with the API's names; - reads standard input.")
    var file: String?

    @OptionGroup var request: KeyOptions

    @Flag(name: .customLong("dry-run"), help: "Judge it, check it, and record nothing.")
    var isDryRun = false

    /// The draft in the file.
    /// - Throws: `CommandFailure` 1 for a file that cannot be read; `Problem` for what is in it.
    func body() throws -> FormBody? {
        guard let file else { return nil }
        return try FormBody(Terminal.contents(of: file, bytesMax: DraftOptions.bytesMax))
    }

    /// The same where the file is all there is.
    func requiredBody() throws -> FormBody {
        guard let body = try body() else {
            throw CommandFailure(
                .usage, Bilingual("--file을 쓰십시오.", "Give the draft with --file."),
                hint: Bilingual("이름은 /openapi.json에 있습니다.", "/openapi.json has the names."))
        }
        return body
    }
}
