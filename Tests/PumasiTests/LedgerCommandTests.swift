import Foundation
import TestSupport
import Testing
import Transparency

/// `pumasi ledger` beside a daemon and without one, and the files of the signer.
@Suite(.timeLimit(.minutes(5))) struct LedgerCommandTests {
    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `what is signed can be shown, proven, verified and kept elsewhere`() async throws {
        try await Program.withSample { run in
            #expect(try await run(["ledger", "checkpoint"]).status == 3)
            #expect(try await run(["ledger", "prove", "1"]).status == 75)
            let shown = try await run(["ledger", "checkpoint", "--now"])
            #expect(shown.status == 0, "\(shown.error)")
            #expect(shown.output.contains(".invalid/log\n"))
            #expect(try permissions(run.directory + "/signing.key") == 0o600)
            let kept = run.directory + "/kept"
            #expect(try await run(["ledger", "checkpoint", "-o", kept]).status == 0)
            #expect(try String(contentsOfFile: kept, encoding: .utf8) == shown.output)
            let document = run.directory + "/document"
            let silent = try await run(["ledger", "checkpoint", "--json", "-o", document])
            #expect(silent.status == 0 && silent.output.isEmpty, "\(silent.error)")
            let written = try String(contentsOfFile: document, encoding: .utf8)
            #expect(written.hasPrefix(#"{"size":"#) && written.hasSuffix("}\n"), "\(written)")
            let key = try await run(["ledger", "checkpoint", "--key", "--json"])
            #expect(key.output.hasPrefix(#"{"key":""#), "\(key.output)")
            let proof = try await run(["ledger", "prove", "1"])
            #expect(proof.output.hasPrefix("c2sp.org/tlog-proof@v1\nextra "))
            #expect(proof.output.contains("\nindex 0\n"))
            #expect(proof.output.hasSuffix(shown.output))
            #expect(try await run(["ledger", "prove", "X-2026-000001"]).status == 3)
            let verified = try await run(["ledger", "verify", "--checkpoint", kept, "--json"])
            #expect(verified.status == 0, "\(verified.output) \(verified.error)")
            #expect(verified.output.hasPrefix(#"{"ok":true,"#))
        }
    }

    @Test func `only a checkpoint that was tampered with alarms, and a wrong argument is told`()
        async throws
    {
        try await Program.withSample { run in
            let shown = try await run(["ledger", "checkpoint", "--now"])
            #expect(shown.status == 0, "\(shown.error)")
            let (file, absent) = (run.directory + "/kept", run.directory + "/absent")
            let lines = shown.output.split(separator: "\n", omittingEmptySubsequences: false)
            let name = try #require(lines.first)
            let cases: [(text: String, status: Int32, word: String)] = [
                ("nothing", 2, "is no signed checkpoint"),
                (shown.output.replacing(name, with: "another.example/log"), 2, "of another log"),
                (shown.output.replacing("\n\(lines[1])\n", with: "\n1000\n"), 7, "signed it"),
            ]
            for (text, status, word) in cases {
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                let told = try await run(["ledger", "verify", "--checkpoint", file])
                #expect(told.status == status, "\(told.error)")
                #expect(told.error.contains(word), "\(told.error)")
            }
            let missing = try await run(["ledger", "verify", "--checkpoint", absent])
            #expect(missing.status == 2)
            #expect(missing.error.contains("\(absent) cannot be read"), "\(missing.error)")
            let garbage = try await run(["ledger", "verify", "--key", "garbage"])
            #expect(garbage.status == 2)
            #expect(garbage.error.contains("--key garbage is no public key"))
        }
    }

    @Test func `a database that is older than what was signed is not signed`() async throws {
        try await Program.withSample { run in
            #expect(try await run(["ledger", "checkpoint", "--now"]).status == 0)
            let state = run.directory + "/signing.checkpoint"
            let note = try String(contentsOfFile: state, encoding: .utf8)
            var lines = note.split(separator: "\n", omittingEmptySubsequences: false)
            lines[1] = "1000"
            try lines.joined(separator: "\n").write(
                toFile: state, atomically: true, encoding: .utf8)
            let refused = try await run(["ledger", "checkpoint", "--now"])
            #expect(refused.status == 7)
            #expect(refused.error.contains("log-fork: a log of 1000 entries was signed"))
            let found = try await run(["ledger", "verify"])
            #expect(found.status == 7)
            #expect(found.output.contains("kept outside, of 1000 entries"))
            // The daemon says so, and goes on recording.
            _ = try await Program.serve([], run.environment) { daemon in
                #expect(await daemon.said.error.contains("the log is not signed"))
                let ready = try await daemon.get("/readyz?verbose")
                #expect(ready.text.contains(#""name":"signer","status":"alert""#))
            }
        }
    }

    @Test func `a new key signs on, and the old one is still known`() async throws {
        try await Program.withSample { run in
            #expect(try await run(["ledger", "checkpoint", "--now"]).status == 0)
            let old = try await run(["ledger", "checkpoint", "--key"]).output
            try FileManager.default.moveItem(
                atPath: run.directory + "/signing.key", toPath: run.directory + "/signing.key.old")
            #expect(try await run(["ledger", "checkpoint", "--now"]).status == 0)
            let new = try await run(["ledger", "checkpoint", "--key"]).output
            #expect(new != old)
            #expect(new.split(separator: "+")[0] == old.split(separator: "+")[0])
            let verified = try await run(["ledger", "verify"])
            #expect(verified.status == 0, "\(verified.output)")
            #expect(verified.output.contains("2 checkpoints"))
            let other = try await run(["ledger", "checkpoint", "--set", "signing.origin=x/log"])
            #expect(other.status == 2)
        }
    }

    @Test func `the key is changed as the README says, and the log stays the one it was`()
        async throws
    {
        let directory = TestDirectory()
        let (data, kept) = (directory.path + "/data", directory.path + "/last-of-the-old")
        func run(_ arguments: String...) async throws -> Program.Outcome {
            let outcome = try await Program.run(
                ["ledger"] + arguments + ["--data", data])
            #expect(outcome.status == 0, "\(outcome.output) \(outcome.error)")
            return outcome
        }
        _ = try await Program.serve(["--sample", "--data", data]) { daemon in
            while try await daemon.get("/log/checkpoint").status != 200 {}
        }
        _ = try await run("checkpoint", "-o", kept)
        let old = try await run("checkpoint", "--key").output
        let receipt = try await run("prove", "1").output
        try FileManager.default.moveItem(
            atPath: data + "/signing.key", toPath: data + "/signing.key.old")
        let before = try String(contentsOfFile: kept, encoding: .utf8)
        let serving = try await Program.serve(["--data", data]) { daemon in
            var note = try await daemon.get("/log/checkpoint").text
            while note == before { note = try await daemon.get("/log/checkpoint").text }
            return note
        }
        let new = try await run("checkpoint", "--key").output
        #expect(new != old)
        #expect(try permissions(data + "/signing.key") == 0o600)
        let verifiers = try String(contentsOfFile: data + "/signing.verifiers", encoding: .utf8)
        #expect(verifiers == old + new)
        // Name, size and root go on; whoever knows both keys takes both for the same log.
        #expect(serving.answer.split(separator: "\n")[0] == before.split(separator: "\n")[0])
        _ = try await run("verify", "--checkpoint", kept)
        for (key, note) in [(old, before), (new, serving.answer), (old, receipt)] {
            let verifier = try #require(VerifierKey(key.trimmingCharacters(in: .newlines)))
            let text = note.components(separatedBy: "\n\n").suffix(2).joined(separator: "\n\n")
            let signed = try SignedNote(bytes: Array(text.utf8))
            #expect(try signed.verified(by: [verifier]).map(\.key) == [verifier])
        }
    }

    @Test func `the daemon signs what it records`() async throws {
        let directory = TestDirectory()
        let data = directory.path + "/data"
        let serving = try await Program.serve(["--sample", "--data", data]) { daemon in
            var note = try await daemon.get("/log/checkpoint")
            while note.status != 200 { note = try await daemon.get("/log/checkpoint") }
            return note.text
        }
        let verified = try await Program.run(["ledger", "verify", "--data", data])
        #expect(verified.status == 0, "\(verified.output) \(verified.error)")
        #expect(serving.answer.contains(".invalid/log\n"))
    }
}
