import ArgumentParser
import Foundation
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
        guard
            let handle = file == "-" ? .standardInput : FileHandle(forReadingAtPath: file),
            let data = try? handle.read(upToCount: DraftOptions.bytesMax + 1) ?? Data()
        else {
            throw CommandFailure(
                .failure,
                Bilingual("\(file) 파일을 읽을 수 없습니다.", "The file \(file) cannot be read."))
        }
        guard data.count <= DraftOptions.bytesMax else {
            throw CommandFailure(
                .usage,
                Bilingual(
                    "\(DraftOptions.bytesMax)바이트까지 읽습니다.",
                    "A draft may have \(DraftOptions.bytesMax) bytes."))
        }
        return try FormBody(Array(data))
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
