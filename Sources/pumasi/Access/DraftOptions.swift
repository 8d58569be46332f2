import ArgumentParser
import Hometown
import Ledger
import Web

/// What every command that records takes: a draft as the API takes it, and the caller's id.
struct DraftOptions: ParsableArguments {
    /// As the API's limit on a body.
    private static let bytesMax = Route.jsonBytesMax

    @Option(
        name: .long,
        help: .said(
            "API의 이름을 쓴 JSON 객체. -는 표준 입력.",
            "A JSON object with the API's names; - reads standard input."),
        completion: .file())
    var file: String?

    @OptionGroup var request: KeyOptions

    @Flag(
        name: .customLong("dry-run"),
        help: .said("심사만 하고 기록하지 않습니다.", "Judge it, check it, and record nothing."))
    var isDryRun = false

    /// The draft in the file.
    /// - Throws: `CommandFailure` 1 for a file that cannot be read; `Problem` for what is in it.
    func body() throws -> FormBody? {
        guard let file else { return nil }
        return try FormBody(Terminal.contents(of: file, bytesMax: DraftOptions.bytesMax))
    }

    /// The draft in the file, or the one that options make.
    /// - Throws: `CommandFailure` 2 for both, of which one would count for nothing; else as
    ///   ``body()``.
    func body(or options: KeyValuePairs<String, String?>) throws -> FormBody {
        guard let body = try body() else { return try FormBody(fields: options) }
        guard options.allSatisfy({ $0.value == nil }) else { throw DraftOptions.both }
        return body
    }

    /// The same where the file is all there is.
    /// - Throws: `CommandFailure` 2 where it is not given; else as ``body()``.
    func requiredBody() throws -> FormBody {
        guard let body = try body() else {
            throw CommandFailure(
                .usage, Bilingual("--file을 쓰십시오.", "Give the draft with --file."),
                hint: Bilingual("이름은 /openapi.json에 있습니다.", "/openapi.json has the names."))
        }
        return body
    }

    static let both = CommandFailure(
        .usage,
        Bilingual(
            "--file과 항목 옵션은 함께 쓸 수 없습니다.",
            "Give the draft with --file or with options, not both."))
}

extension FormBody {
    /// The draft about what the argument of a command names.
    /// - Throws: `CommandFailure` 2 where the draft names another; `Problem` for what is in it.
    func naming(_ member: String, _ argument: String) throws -> FormBody {
        if let named = object[member] {
            guard named == .string(argument) else {
                throw CommandFailure(
                    .usage,
                    Bilingual(
                        "--file의 \(member) 값이 인자(\(argument))와 다릅니다.",
                        "The \(member) in --file is not \(argument)."))
            }
            return self
        }
        var named = object
        named.append(member, .string(argument))
        return try FormBody(object: named)
    }
}
