import Foundation
import Hometown
import Testing

@testable import pumasi

/// Texts that come in by options and lists, and what of them goes out to a terminal.
@Suite(.timeLimit(.minutes(5))) struct WrittenTextTests {
    @Test func `what nobody sees is refused as the interface refuses it`() async throws {
        try await Program.withSample { run in
            let people = try await run(["person", "list"]).output.split(separator: "\n")
            let number = try #require(people.first?.split(separator: "\t").first).description
            for (arguments, status) in [
                (["token", "create", "--role", "clerk", "--name", "감\u{202E}사"], Int32(2)),
                (["token", "create", "--role", "clerk", "--name", "감\n사"], 2),
                (["user", "add", "hong", "--name", "홍\u{202E}길동", "--role", "clerk"], 5),
                (["schedule", "pause", "daily", "--note", "고\u{200B}장"], 2),
                (["schedule", "run", "daily", "--reason", "재\u{7}실행"], 2),
                (["donation", "export", "--reason", "감\u{2066}사", "-o", "-"], 2),
                (["period", "close", "2025-11", "--reason", "월\u{202E}말"], 5),
                (
                    [
                        "person", "erase", number, "--confirm", number, "--reason",
                        "본인 신\u{202E}청",
                    ], 5
                ),
            ] {
                let told = try await run(arguments)
                #expect(told.status == status, "\(arguments): \(told.error)")
                #expect(told.error.contains("cannot be seen") || told.error.contains("one line"))
            }
            let shown = try await run(["person", "show", number])
            #expect(shown.status == 0 && shown.output.contains("name_ko\t"))
        }
    }

    @Test func `what a list says of itself moves no cursor`() async throws {
        try await Program.withSample { run in
            let file = run.directory + "/list.csv"
            let header = "origin,donor_key,donor_name,recipient,amount,donated_on,\u{1B}[2J"
            try """
            \(header)
            reported,1,홍\u{1B}]0;길동\u{7},36110,1000,2026-03-02,
            reported,2,김길동,\u{1B}[31m없는 곳,1000,2026-03-02,
            """.write(toFile: file, atomically: true, encoding: .utf8)
            let tried = try await run(["donation", "import", file, "--dry-run"])
            #expect(tried.output.contains("Row 2, donor_name: Character 2"), "\(tried.output)")
            #expect(tried.output.contains("Row 3, recipient:"), "\(tried.output)")
            for text in [tried.output, tried.error] {
                #expect(!text.contains("\u{1B}") && !text.contains("\u{7}"))
            }
        }
    }

    @Test func `a failure repeats nothing that moves a cursor`() {
        let failure = CommandFailure(
            .usage, Bilingual("없음: \u{1B}[2J", "None: \u{1B}[2J\nof \u{7}it"),
            hint: Bilingual("보십시오", "See"))
        #expect(failure.text(in: .english) == "pumasi: None:  [2J\nof  it\n        See")
    }
}
