import Foundation
import Hometown
import Testing

@testable import pumasi

/// What commands and options say of themselves, in both languages.
@Suite struct HelpTextTests {
    /// `--experimental-dump-help` of the parser, as far as it is looked at.
    private struct Tree: Decodable {
        struct Command: Decodable {
            let commandName: String
            let abstract: String?
            let arguments: [Argument]?
            let subcommands: [Command]?

            /// Its own and those of what is under it, each under its path.
            func texts(under path: String = "") -> [(place: String, text: String?)] {
                let place = path + " " + commandName
                return [(place, abstract)]
                    + (arguments ?? []).map { (place + " " + $0.valueName, $0.abstract) }
                    + (subcommands ?? []).flatMap { $0.texts(under: place) }
            }
        }

        struct Argument: Decodable {
            let valueName: String
            let abstract: String?
        }

        let command: Command
    }

    /// The parser's own, which are put into Korean when they are shown.
    private static let parsersOwn = [" help", " version"]

    private static func texts(in language: Language) async throws -> [(place: String, text: String)]
    {
        let told = try await Program.run(["--experimental-dump-help"], in: language)
        let tree = try JSONDecoder().decode(Tree.self, from: Data(told.output.utf8))
        return try tree.command.texts().filter { text in
            !parsersOwn.contains { text.place.hasSuffix($0) } && !text.place.contains(" help ")
        }.map { ($0.place, try #require($0.text, "\($0.place)")) }
    }

    @Test func `every command and option is explained in Korean and in English`() async throws {
        let korean = try await Self.texts(in: .korean)
        let english = try await Self.texts(in: .english)
        #expect(korean.map(\.place) == english.map(\.place))
        #expect(korean.count > 600, "\(korean.count)")
        for (korean, english) in zip(korean, english) {
            #expect(korean.text.contains(/[가-힣]/), "\(korean)")
            #expect(english.text.contains(/[a-z]{2}/), "\(english)")
            #expect(korean.text != english.text, "\(korean)")
        }
    }

    @Test func `help is in the language that is asked for, the parser's words too`() async throws {
        let korean = try await Program.run(["relay", "--help"], in: .korean)
        #expect(korean.status == 0, "\(korean.error)")
        #expect(korean.output.hasPrefix("개요: 고향사랑기부 인증 챌린지(릴레이).\n"))
        #expect(korean.output.contains("쓰는 법: pumasi relay <명령>\n"))
        #expect(korean.output.contains("자세한 것: 'pumasi help relay <명령>'"))
        for word in ["OVERVIEW", "USAGE", "OPTIONS", "SUBCOMMANDS", "Show", "See"] {
            #expect(!korean.output.contains(word), "\(korean.output)")
        }
        let values = try await Program.run(["relay", "export", "--help"], in: .korean)
        #expect(values.output.contains("기본:"), "\(values.output)")
        #expect(!values.output.contains("default"), "\(values.output)")
        let english = try await Program.run(["relay", "--help"], in: .english)
        #expect(english.output.hasPrefix("OVERVIEW: Relays of donors"))
        #expect(english.output.contains("See 'pumasi help relay <subcommand>' for detailed help."))
    }

    /// The console says 사유, 항목, 접속기록, 모의 실행, 아이디, 상한 and 답례.
    @Test func `help says a thing as the console does`() async throws {
        let others = ["이유", "기입", "접속 기록", "시험 실행", "로그인 이름", "한도", "답하는", " 돌립니다"]
        for (place, text) in try await Self.texts(in: .korean) {
            for other in others { #expect(!text.contains(other), "\(place): \(text)") }
        }
    }

    /// A particle after a name goes by how the name ends, which nobody knows beforehand.
    @Test func `what is not there is told without a particle after its name`() async throws {
        let told = try await Program.run(["government", "show", "아틀란티스"], in: .korean)
        #expect(told.status == 3)
        let lines = told.error.split(separator: "\n")
        #expect(lines.first == "pumasi: 없습니다: 아틀란티스", "\(told.error)")
        // And the next line says where what there is can be found.
        #expect(lines.count == 2 && lines[1].contains("list가 보여 줍니다"), "\(told.error)")
    }

    @Test(arguments: [
        (["bar", "list", "--limt", "3"], "없는 옵션: '--limt'. 비슷한 것: '--limit'?"),
        (["bar", "list", "--limit"], "값이 없는 옵션: '--limit <limit>'"),
        (["bar", "list", "--limit", "x"], "쓸 수 없는 값 'x': '--limit <limit>'"),
        (["bar", "list", "--limit", "0"], "--limit: 1부터 10000까지 씁니다."),
        (["bar", "list", "--plain=x"], "옵션 '--plain'에는 값을 쓰지 않음: 'x'."),
        (["bar", "list", "x"], "남는 인자: 'x'"), (["bar", "list", "x", "y"], "2개의 남는 인자: 'x', 'y'"),
        (["bar", "show"], "빠진 인자: '<name>'"),
        (["donation", "export", "--output", "x.csv", "--format", "x"], "이 중 하나를 쓰십시오: 'csv'"),
    ])
    func `what the parser refuses is told in Korean`(arguments: [String], text: String)
        async throws
    {
        let told = try await Program.run(arguments, in: .korean)
        #expect(told.status == 2)
        #expect(told.error.hasPrefix("오류: "), "\(told.error)")
        #expect(told.error.contains(text), "\(told.error)")
        #expect(told.error.contains("쓰는 법: pumasi "), "\(told.error)")
        #expect(!told.error.contains("See ") && !told.error.contains("Help:"), "\(told.error)")
    }

    @Test(arguments: [
        (["perod", "list"], "perod: 그런 명령이 없습니다. 혹시 period?", "pumasi help에"),
        (["donation", "lst", "--json"], "donation lst: 그런 명령이 없습니다. 혹시 list?", "help donation에"),
        (
            ["period", "entries", "2023-04", "--data", "x"], "period entries: 그런 명령이 없습니다.",
            "help period에"
        ),
    ])
    func `what is no command is told as such, with the nearest that is`(
        arguments: [String], text: String, hint: String
    ) async throws {
        let told = try await Program.run(arguments, in: .korean)
        #expect(told.status == 2)
        #expect(told.error.hasPrefix("pumasi: \(text)"), "\(told.error)")
        #expect(told.error.contains(hint), "\(told.error)")
        let isJSON = arguments.contains("--json")
        #expect(told.output.contains("\"code\":\"usage\"") == isJSON, "\(told.output)")
    }

    @Test func `the last language named is spoken, in either spelling`() {
        #expect(Language.named(in: ["pumasi", "--lang", "en"]) == .english)
        #expect(Language.named(in: ["pumasi", "--lang=en", "serve"]) == .english)
        #expect(Language.named(in: ["pumasi", "--lang", "en", "--lang=ko"]) == .korean)
        #expect(Language.named(in: ["pumasi", "--lang"]) == nil)
        #expect(Language.named(in: ["pumasi", "--lang", "fr", "--language=en"]) == nil)
    }
}
