import ArgumentParser
import Hometown

/// 도움말의 말. What the parser shows of commands and options, in the language of whoever sits at the
/// terminal: the parser takes its texts before it has read the line.
extension String {
    static func said(_ korean: String, _ english: String) -> String {
        said([Bilingual(korean, english)])
    }

    static func said(_ texts: [Bilingual]) -> String {
        texts.map { $0.text(in: .ofTerminal) }.joined(separator: " ")
    }
}

extension ArgumentHelp {
    static func said(_ korean: String, _ english: String) -> ArgumentHelp {
        ArgumentHelp(.said(korean, english))
    }
}

/// The parser's own words, which it has in English alone.
enum HelpText {
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
}
