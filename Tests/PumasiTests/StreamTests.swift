import Foundation
import Testing

/// What goes into commands and comes out of them: `-`, and names of files that promise a format.
@Suite(.timeLimit(.minutes(5))) struct StreamTests {
    /// A row that no rule lets pass.
    private static let list = """
        접수 구분,기부자 번호,주소지,받는 지자체,금액,기부일,접수 경로
        intake,a,송파구,아틀란티스,1000,2026-01-01,bank_counter

        """

    @Test func `a dash is standard input and standard output everywhere`() async throws {
        try await Program.withSample { run in
            let file = run.directory + "/list.csv"
            try Self.list.write(toFile: file, atomically: true, encoding: .utf8)
            let named = try await run(["donation", "import", file, "--dry-run", "--quiet"])
            let piped = try await run(
                ["donation", "import", "-", "--dry-run", "--quiet"], input: Self.list)
            #expect(named.status == 5, "\(named.error)")
            #expect(piped.status == 5, "\(piped.error)")
            #expect(piped.output == named.output)
            #expect(named.output.contains("1,000"), "the bad row is summed: \(named.output)")
            // Without the good rows a file of the bad ones is no list to bring back.
            #expect(named.error.contains("1 row is wrong, so none"), "\(named.error)")
            #expect(!named.error.contains("--errors-file"), "\(named.error)")
            let part = try await run(["donation", "import", file, "--quiet", "--valid-rows-only"])
            #expect(part.status == 5 && part.error.contains("--errors-file"), "\(part.error)")
            let report = try await run(["donation", "import", file, "--dry-run", "--json"])
            #expect(report.status == 5, "\(report.error)")
            #expect(report.output.split(separator: "\n").count == 1, "\(report.output)")
            #expect(report.output.hasPrefix(#"{"dry_run":true,"#), "\(report.output)")
            #expect(report.output.contains(#""refused_amount":1000,"#), "\(report.output)")
            let semicolons = "제목, 부제\n" + Self.list.replacing(",", with: ";")
            let trial = ["donation", "import", "-", "--dry-run", "--quiet", "--json"]
            let lost = try await run(trial, input: semicolons)
            #expect(lost.status == 5 && !lost.output.contains(#""rows":1,"#), "\(lost.output)")
            let said = try await run(
                trial + ["--delimiter", "semicolon", "--header-row", "2"], input: semicolons)
            #expect(said.output.contains(#""rows":1,"#), "\(said.output) \(said.error)")
            #expect(try await run(trial + ["--header-row", "0"], input: Self.list).status == 2)
            let export = ["donation", "export", "--reason", "점검", "--output"]
            let told = try await run(export + ["-"])
            #expect(told.status == 0, "\(told.error)")
            #expect(told.error.contains("to standard output"))
            let written = try await run(export + [run.directory + "/export.csv"])
            #expect(written.status == 0, "\(written.error)")
            let kept = try #require(
                FileManager.default.contents(atPath: run.directory + "/export.csv"))
            #expect(told.output == String(decoding: kept, as: UTF8.self))
            let days = ["--from", "2020-01-01", "--to", "2199-12-31", "--reason", "감사"]
            #expect(try await run(["audit", "bundle", "-o", "x.csv"] + days).status == 2)
            let reports = try await run(["report", "show", "S-2026-000001", "-o", "x"])
            #expect(reports.status == 2)
            #expect(reports.error.contains("--output needs"))
            #expect(!FileManager.default.fileExists(atPath: "-"))
        }
    }

    @Test func `the bad rows of a list never take the place of the list`() async throws {
        try await Program.withSample { run in
            let (file, link) = (run.directory + "/list.csv", run.directory + "/link.csv")
            try Self.list.write(toFile: file, atomically: true, encoding: .utf8)
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: file)
            for errors in [file, link, run.directory + "/./list.csv"] {
                let told = try await run(["donation", "import", file, "--errors-file", errors])
                #expect(told.status == 2, "\(errors): \(told.error)")
                #expect(told.error.contains("another name"), "\(told.error)")
                #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.list)
            }
            let apart = run.directory + "/errors.csv"
            let told = try await run(
                ["donation", "import", file, "--errors-file", apart, "--dry-run"])
            #expect(told.status == 5, "\(told.error)")
            #expect(FileManager.default.fileExists(atPath: apart))
        }
    }

    @Test func `a file's name may not promise what is not written into it`() async throws {
        try await Program.withSample { run in
            let export = ["donation", "export", "--reason", "점검", "-o"]
            let book = run.directory + "/list.xlsx"
            let made = try await run(export + [book])
            #expect(made.status == 0, "\(made.error)")
            #expect(
                FileManager.default.contents(atPath: book)?.starts(with: [0x50, 0x4B]) == true)
            let cases: [([String], String)] = [
                (export + [run.directory + "/e.xlsx", "--format", "csv"], "written is csv"),
                (export + [run.directory + "/e.pdf"], "written is csv"),
                (["donation", "import", book, "--errors-file", "e.xlsx"], "written is csv"),
                (["donation", "import", "--template", "e.csv"], "written is xlsx"),
                (["relay", "export", "R-2026-000001", "-o", "r.json"], "written is csv"),
            ]
            for (arguments, word) in cases {
                let refused = try await run(arguments)
                #expect(refused.status == 2, "\(arguments)")
                #expect(refused.error.contains(word), "\(refused.error)")
            }
        }
    }
}
