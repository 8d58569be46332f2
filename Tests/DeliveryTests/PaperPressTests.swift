import Delivery
import Foundation
import Hometown
import TestSupport
import Testing

/// Programs in the place of a browser; the real one prints in Tests/browser.
@Suite(.timeLimit(.minutes(5))) struct PaperPressTests {
    private static let page = Array("<!DOCTYPE html><title>가</title>".utf8)
    /// Finds where the PDF is to stand.
    private static let find =
        #"for a in "$@"; do case $a in --print-to-pdf=*) pdf="${a#*=}";; esac; done"#

    private func with(
        _ script: String, _ renderer: PaperPress.Renderer = .chromium, secondsMax: Int = 30,
        _ body: (PaperPress, TestDirectory) async throws -> Void
    ) async throws {
        let directory = TestDirectory()
        let program = directory.path + "/program"
        let text =
            "#!/bin/sh\n\(PaperPressTests.find)\n"
            + script.replacing("DIR", with: directory.path) + "\n"
        #expect(
            FileManager.default.createFile(
                atPath: program, contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o755]))
        try await body(
            PaperPress(renderer, program: program, secondsMax: secondsMax), directory)
    }

    /// Until somebody asks for its status a program that has ended still has its number.
    private func isRunning(_ process: Substring) -> Bool {
        let path = "/proc/\(process)/stat"
        guard let status = try? String(contentsOfFile: path, encoding: .utf8) else { return false }
        return !status.contains(") Z")
    }

    private func failure(_ press: PaperPress) async -> PrintFailure? {
        do throws(PrintFailure) {
            _ = try await press.print(PaperPressTests.page)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a page becomes what the program writes, in a folder that goes with it`()
        async throws
    {
        let script = """
            pwd > DIR/folder; stat -c %a . > DIR/mode; echo "$HOME" > DIR/home
            printf '%%PDF-1.7 ' > "$pdf"; cat page.html >> "$pdf"
            """
        try await with(script) { press, directory in
            let pdf = try await press.print(PaperPressTests.page)
            #expect(pdf == Array("%PDF-1.7 ".utf8) + PaperPressTests.page)
            func said(_ name: String) throws -> String {
                try String(contentsOfFile: directory.path + "/" + name, encoding: .utf8)
                    .trimmingCharacters(in: .newlines)
            }
            #expect(try said("mode") == "700")
            #expect(try said("home") == said("folder"))
            #expect(!FileManager.default.fileExists(atPath: try said("folder")))
        }
    }

    @Test func `WeasyPrint is given the page and the file to write`() async throws {
        let script = #"printf '%%PDF-%s' "$1" > "$3"; test "$2" = "$PWD/page.html""#
        try await with(script, .weasyprint) { press, _ in
            let pdf = try await press.print(PaperPressTests.page)
            #expect(pdf == Array("%PDF---quiet".utf8))
        }
    }

    @Test func `a program that hangs is stopped, and with it what it began`() async throws {
        let script = "sleep 600 & echo $! > DIR/child; sleep 600"
        try await with(script, secondsMax: 1) { press, directory in
            #expect(await failure(press) == .hung(seconds: 1))
            let child = try String(contentsOfFile: directory.path + "/child", encoding: .utf8)
            // It was told to end; when it does is the system's affair.
            let process = try #require(child.split(separator: "\n").first)
            while isRunning(process) { await Task.yield() }
        }
    }

    @Test func `what the program says is told when it fails, and no PDF is no PDF`() async throws {
        try await with("echo 'no display' >&2; exit 3") { press, _ in
            #expect(await failure(press) == .failed(said: "no display"))
        }
        try await with("exit 0") { press, _ in
            #expect(await failure(press) == .failed(said: "it gave no reason"))
        }
        try await with(#"echo nonsense > "$pdf""#) { press, _ in
            #expect(await failure(press) == .failed(said: "it wrote no PDF"))
        }
    }

    @Test func `a PDF past the limit is not read`() async throws {
        try await with(#"truncate -s 65M "$pdf""#) { press, _ in
            #expect(await failure(press) == .tooLarge(bytesMax: PaperPress.bytesMax))
        }
    }

    @Test func `a program that is not there is told with the setting to mend`() async {
        let failure = await failure(PaperPress(.chromium, program: "/nowhere/chromium"))
        #expect(failure == .unstartable(program: "/nowhere/chromium"))
        #expect(failure?.text.english.contains("pdf.program") == true)
    }

    @Test func `whoever comes when two are being made is sent away`() async throws {
        let script = #"while [ ! -e DIR/go ]; do sleep 0.05; done; printf '%%PDF-' > "$pdf""#
        try await with(script + "\n") { press, directory in
            try await withThrowingTaskGroup(of: PrintFailure?.self) { group in
                for _ in 0..<3 { group.addTask { await failure(press) } }
                // The one that is sent away comes back first; then the others may go on.
                #expect(try await group.next() == .busy)
                #expect(
                    FileManager.default.createFile(
                        atPath: directory.path + "/go", contents: Data()))
                for try await other in group { #expect(other == nil) }
            }
        }
    }

    @Test func `none is set unless somebody sets one, and that is said`() async {
        await #expect(throws: PrintFailure.noRenderer) {
            try await Printer.none.print(PaperPressTests.page)
        }
        #expect(PrintFailure.noRenderer.text.korean.contains("pdf.renderer"))
    }
}
