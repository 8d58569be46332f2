import Foundation
import TestSupport
import Testing

/// What `pumasi doctor` says of an installation, and how it ends.
@Suite(.timeLimit(.minutes(5))) struct DoctorTests {
    @Test func `doctor tells how machine, database and log stand, each in a line`() async throws {
        try await Program.withSample { run in
            let told = try await run(["doctor"])
            // The server of the tests keeps nothing through a power cut, and that is told.
            #expect(told.status == 1, "\(told.error)")
            #expect(told.output.contains("fsync"))
            for word in ["Database", "Schema", "Sealing", "Data directory", "Signing key"] {
                #expect(told.output.contains(word), "\(word)")
            }
            let json = try await run(["doctor", "--json"])
            #expect(json.status == 1)
            #expect(json.output.split(separator: "\n").count == 1, "\(json.output)")
            #expect(json.output.contains(#""schema":"pumasi/doctor/1""#))
            #expect(json.output.contains(#""code":"database","#))
            for code in ["transport", "encoding"] {
                #expect(json.output.contains(#""code":"\#(code)","#), "\(code)")
            }
            #expect(!json.output.contains("secret_in_environment"))
            let variable = "PUMASI_DATABASE_OWNER_URL"
            let environment = run.environment.merging([variable: "host=/nowhere"]) { $1 }
            let warned = try await Program.run(["doctor"], environment)
            #expect(warned.output.contains("Secret in the environment"), "\(warned.error)")
            #expect(warned.output.contains(variable))
            let open = ["--set", "http.host=0.0.0.0"]
            let refused = try await run(["doctor"] + open)
            #expect(refused.output.contains("which others reach in plain HTTP"))
        }
    }

    @Test func `doctor tells of the machine where the ledger cannot be opened, and why`()
        async throws
    {
        let directory = TestDirectory()
        let environment = [
            "DATABASE_URL": "host='\(directory.path)'", "PUMASI_DATA_DIRECTORY": directory.path,
        ]
        let told = try await Program.run(["doctor", "--json"], environment)
        #expect(told.status == 75, "\(told.error)")
        #expect(told.output.split(separator: "\n").count == 1, "\(told.output)")
        #expect(told.output.contains(#""code":"disk","#), "\(told.output)")
        #expect(told.output.contains(#""code":"database","name":"Database","state":"failing""#))
        let mistyped = try await Program.run(["doctor", "--data", directory.path + "/none"])
        #expect(mistyped.status == 3)
        #expect(mistyped.output.isEmpty)
    }

    @Test func `doctor in a hurry fails without a daemon, and needs no ledger`() async throws {
        let directory = TestDirectory()
        let data = directory.path + "/none"
        let told = try await Program.run([
            "doctor", "--quick", "--json", "--data", data, "--set", "http.port=1",
        ])
        #expect(told.status == 1, "\(told.error)")
        #expect(told.output.contains(#""code":"daemon","#), "\(told.output)")
        #expect(told.output.contains("no answer from 127.0.0.1:1"), "\(told.output)")
        #expect(!told.output.contains(#""code":"database","#))
        #expect(!FileManager.default.fileExists(atPath: data))
    }

    /// As after a restore of an old backup beside a record of signing that is new.
    @Test func `doctor tells of a book that is older than what was signed`() async throws {
        let directory = TestDirectory()
        let data = directory.path + "/data"
        _ = try await Program.serve(["--sample", "--data", data]) { _ in }
        let fine = try await Program.run(["doctor", "--data", data])
        #expect(fine.status == 0, "\(fine.output) \(fine.error)")
        #expect(fine.output.contains("Signed before\tok\t"), "\(fine.output)")
        let path = data + "/signing.checkpoint"
        var lines = try String(contentsOfFile: path, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        lines[1] = "9999"
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
        let older = try await Program.run(["doctor", "--data", data])
        #expect(older.status == 1)
        #expect(older.output.contains("a log of 9999 entries was signed"), "\(older.output)")
        try Data("no key\n".utf8).write(to: URL(fileURLWithPath: data + "/signing.key"))
        let keyless = try await Program.run(["doctor", "--data", data])
        #expect(keyless.status == 1)
        #expect(keyless.output.contains("is no signing key"), "\(keyless.output)")
    }
}
