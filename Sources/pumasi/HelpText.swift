import ArgumentParser
import Hometown

/// 도움말의 말. What the parser shows of commands and options, in the language of whoever sits at the
/// terminal: the parser takes its texts before it has read the line.
extension String {
    static func said(_ korean: String, _ english: String) -> String {
        said([Bilingual(korean, english)])
    }

    static func said(_ texts: [Bilingual]) -> String {
        let languages = HelpTopic.isManual ? Language.allCases : [.ofTerminal]
        return languages.map { language in
            texts.map { $0.text(in: language) }.joined(separator: " ")
        }.joined(separator: HelpText.seam)
    }
}

extension ArgumentHelp {
    static func said(_ korean: String, _ english: String) -> ArgumentHelp {
        ArgumentHelp(.said(korean, english))
    }
}

/// The parser's own words, which it has in English alone.
enum HelpText {
    /// Stands between a text in one language and in the next where a manual asks for all of them
    /// (a separator of ASCII's that nobody writes).
    fileprivate static let seam = "\u{1F}"
    /// Most letters of Korean are two columns wide, and the parser breaks lines by letters.
    private static let columnsKorean = 56

    /// What the parser says of a command, and why it cannot read a line.
    private static let words = [
        ("OVERVIEW: ", "개요: "), ("USAGE: ", "쓰는 법: "), ("ARGUMENTS:", "인자:"),
        ("OPTIONS:", "옵션:"), ("SUBCOMMANDS:", "명령:"), ("<subcommand>", "<명령>"),
        ("<options>", "<옵션>"), ("default:", "기본:"), ("(values:", "(값:"),
        ("Show help information.", "도움말을 보입니다."), ("Show the version.", "버전을 보입니다."),
        ("See '", "자세한 것: '"), ("' for detailed help.", "'"), ("' for more information.", "'"),
        ("Error: ", "오류: "), ("Usage: ", "쓰는 법: "), ("Help:  ", "설명: "),
        ("Unknown option '", "없는 옵션: '"), ("'. Did you mean '", "'. 비슷한 것: '"),
        ("Missing value for '", "값이 없는 옵션: '"),
        ("Missing expected argument '", "빠진 인자: '"), ("Missing one of: ", "이 중 하나가 있어야 함: "),
        ("Unexpected argument '", "남는 인자: '"), (" unexpected arguments: ", "개의 남는 인자: "),
        ("The option '", "옵션 '"), ("' does not take any value, but '", "'에는 값을 쓰지 않음: '"),
        ("' was specified.", "'."), ("The value '", "쓸 수 없는 값 '"), ("' is invalid for '", "': '"),
        (". Please provide one of the following:", ". 이 중 하나를 쓰십시오:"),
        (". Please provide one of ", ". 이 중 하나를 쓰십시오: "),
    ]

    /// How wide the parser may write; `nil`: as wide as the terminal.
    static func columns(in language: Language) -> Int? {
        language == .korean ? columnsKorean : nil
    }

    /// A text of the parser's.
    static func text(_ said: String, in language: Language) -> String {
        guard language == .korean else { return said }
        return words.reduce(said) { $0.replacing($1.0, with: $1.1) }
    }

    /// One language of what the manual was told of a command or an option; a text of the parser's
    /// own has one.
    static func said(_ told: String?, in language: Language) -> String {
        let texts = (told ?? "").split(separator: seam, omittingEmptySubsequences: false)
        guard texts.count > 1 else { return text(told ?? "", in: language) }
        return zip(Language.allCases, texts).first { $0.0 == language }.map { String($0.1) } ?? ""
    }

    /// What an option or a setting may be and is, as the parser puts it behind its text.
    static func hint(_ values: [String], initial: String?, in language: Language) -> String {
        let list = values.joined(separator: ", ")
        let parts = [values.isEmpty ? nil : "values: " + list, initial.map { "default: " + $0 }]
            .compactMap(\.self)
        return parts.isEmpty ? "" : text(" (\(parts.joined(separator: "; ")))", in: language)
    }

    /// What is said of a command at length, and the lines of it that can be typed so.
    static func parts(of discussion: String) -> (text: String, examples: [String]) {
        let lines = discussion.split(separator: "\n", omittingEmptySubsequences: false)
        let isExample = { (line: Substring) in line.hasPrefix("pumasi ") }
        let text = lines.drop { $0.isEmpty || isExample($0) }.filter { !isExample($0) }
        return (text.joined(separator: "\n"), lines.filter(isExample).map(String.init))
    }
}
