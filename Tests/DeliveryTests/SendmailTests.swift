import Delivery
import Foundation
import Hometown
import TestSupport
import Testing

/// Programs in the place of sendmail: the real one would send.
@Suite struct SendmailTests {
    private func with(
        _ script: String, secondsMax: Int = 30,
        _ body: (Sendmail, TestDirectory) async throws -> Void
    ) async throws {
        let directory = TestDirectory()
        let program = directory.path + "/sendmail"
        let text = "#!/bin/sh\n" + script.replacing("DIR", with: directory.path) + "\n"
        #expect(
            FileManager.default.createFile(
                atPath: program, contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o755]))
        try await body(
            Sendmail(path: program, from: "pumasi@office.go.kr", secondsMax: secondsMax),
            directory)
    }

    @Test func `the message goes to the program's standard input with -t and -i`() async throws {
        try await with("echo \"$@\" > DIR/arguments; cat > DIR/message") { mail, directory in
            let answer = try await mail.send(
                Parcels.weekly, to: ["kim@office.go.kr", "lee@office.go.kr"])
            #expect(answer == "sendmail")
            let arguments = FileManager.default.contents(atPath: directory.path + "/arguments")
            #expect(arguments == Data("-t -i\n".utf8))
            let message = FileManager.default.contents(atPath: directory.path + "/message")
            let expected = MailMessage(
                from: "pumasi@office.go.kr", to: ["kim@office.go.kr", "lee@office.go.kr"],
                parcel: Parcels.weekly)
            #expect(message == Data(expected.bytes))
        }
    }

    @Test func `the two editions are attached under two names`() {
        let parcel = Parcels.parcel(files: [
            ("weekly-2026-W46.ko.hwpx", "application/hwp+zip", "내부용"),
            ("weekly-2026-W46.public.ko.hwpx", "application/hwp+zip", "공개용"),
        ])
        let message = MailMessage(
            from: "pumasi@office.go.kr", to: ["kim@office.go.kr"], parcel: parcel)
        let names = String(decoding: message.bytes, as: UTF8.self).split(separator: "\n")
            .filter { $0.contains("filename*=") }
        #expect(names.count == 2)
        #expect(Set(names).count == 2, "\(names)")
    }

    @Test func `what the program says is told when it refuses`() async throws {
        try await with("cat > /dev/null; echo 'sendmail: no such host' >&2; exit 75") { mail, _ in
            let told = await failureOf { () async throws(DeliveryFailure) in
                try await mail.send(Parcels.weekly, to: ["kim@office.go.kr"])
            }
            #expect(told?.text.english.contains("no such host") == true)
            #expect(told?.isPermanent == false)
        }
    }

    @Test func `whom the message was for is not told`() async throws {
        let script = "cat > /dev/null; echo '<kim.a+b@office.go.kr>: 550 no such user' >&2; exit 1"
        try await with(script) { mail, _ in
            let told = await failureOf { () async throws(DeliveryFailure) in
                try await mail.send(Parcels.weekly, to: ["kim.a+b@office.go.kr"])
            }
            #expect(told?.text.english.contains("<…@…>: 550 no such user") == true)
            #expect(told?.text.korean.contains("kim") == false)
        }
    }

    @Test func `a program that hangs is stopped`() async throws {
        try await with("sleep 600", secondsMax: 1) { mail, _ in
            let told = await failureOf { () async throws(DeliveryFailure) in
                try await mail.send(Parcels.weekly, to: ["kim@office.go.kr"])
            }
            #expect(told?.text.english.contains("1 s") == true)
        }
    }

    @Test func `a program that is not there is told with the setting to mend`() async {
        let mail = Sendmail(path: "/nowhere/sendmail", from: "pumasi@office.go.kr")
        let told = await failureOf { () async throws(DeliveryFailure) in
            try await mail.send(Parcels.weekly, to: ["kim@office.go.kr"])
        }
        #expect(told?.text.english.contains("mail.sendmail") == true)
    }
}
