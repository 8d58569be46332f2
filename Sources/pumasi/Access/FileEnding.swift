import ArgumentParser
import Foundation

/// 확장자. What the ending of a file's name promises. A program that opens a workbook which is none
/// blames the file, and nobody remembers how it was made.
enum FileEnding {
    private static let known: Set<String> = [
        "csv", "tsv", "xlsx", "xlsm", "xls", "ods", "ndjson", "jsonl", "json", "xml", "html", "htm",
        "hwpx", "hwp", "docx", "pdf", "graphml", "dot", "gv", "svg", "png", "zip",
    ]

    static func of(_ path: String) -> String {
        (path as NSString).pathExtension.lowercased()
    }

    /// - Parameters:
    ///   - option: the one that names the file.
    ///   - endings: of what is written, the usual one first.
    ///   - takesFormat: whether --format could say as well what is meant.
    /// - Throws: `ValidationError` for an ending that is known and promises another format.
    static func check(
        _ path: String?, _ option: String, is endings: [String], takesFormat: Bool = false
    ) throws {
        guard let path, let usual = endings.first else { return }
        let ending = of(path)
        guard known.contains(ending), !endings.contains(ending) else { return }
        let other: (korean: String, english: String) =
            takesFormat
            ? (" --format으로 정해도 됩니다.", ", or say what is meant with --format") : ("", "")
        throw ValidationError(
            .said(
                "\(option) \(path): 이름은 .\(ending)인데 쓰이는 것은 \(usual)입니다. "
                    + "이름 끝을 .\(usual)에 맞추십시오.\(other.korean)",
                "\(option) \(path) says .\(ending), but what is written is \(usual). "
                    + "Let the name end in .\(usual)\(other.english)."))
    }
}
