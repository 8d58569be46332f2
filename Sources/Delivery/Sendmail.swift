package import Hometown
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// 우편 프로그램. Hands a message to `sendmail -t -i`, which every mail system of a Unix machine brings.
package struct Sendmail: Sendable {
    private static let outputBytesMax = 64 * 1024

    /// `/usr/sbin/sendmail`.
    let path: String
    /// The sender's address.
    let from: String
    let secondsMax: Int

    package init(path: String, from: String, secondsMax: Int = 60) {
        self.path = path
        self.from = from
        self.secondsMax = secondsMax
    }

    /// - Returns: in short, what became of it.
    package func send(
        _ parcel: Parcel, to addresses: [String]
    ) async throws(DeliveryFailure) -> String {
        let message = MailMessage(from: from, to: addresses, parcel: parcel).bytes
        let outcome: Outcome
        do {
            outcome = try await run(message)
        } catch {
            throw unstartable
        }
        switch outcome {
        case .ended(true, _): return "sendmail"
        case .ended(false, let text): throw failed(text)
        case .tooLong: throw hung
        }
    }

    private enum Outcome: Sendable {
        case ended(succeeded: Bool, text: String)
        case tooLong
    }

    /// A program that hangs is asked to end, and killed when it does not.
    private func run(_ message: [UInt8]) async throws -> Outcome {
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            group.addTask {
                var options = PlatformOptions()
                options.createSession = true
                options.teardownSequence = [
                    .gracefulShutDown(allowedDurationToNextStep: .seconds(2))
                ]
                let result = try await Subprocess.run(
                    .path(FilePath(path)), arguments: ["-t", "-i"],
                    environment: .custom(["PATH": "/usr/sbin:/usr/bin:/bin", "LC_ALL": "C"]),
                    workingDirectory: FilePath("/"), platformOptions: options,
                    input: .array(message), output: .string(limit: Sendmail.outputBytesMax),
                    error: .combinedWithOutput)
                return .ended(
                    succeeded: result.terminationStatus.isSuccess, text: result.standardOutput)
            }
            group.addTask {
                try await Task.sleep(for: .seconds(secondsMax))
                return .tooLong
            }
            defer { group.cancelAll() }
            return try await group.next() ?? .tooLong
        }
    }

    private var unstartable: DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "\(path)을 실행할 수 없습니다. 우편 프로그램을 설치하거나 mail.sendmail을 고치십시오.",
                "\(path) cannot be run. Install a mail system, or mend mail.sendmail."))
    }

    private var hung: DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "우편 프로그램이 \(secondsMax)초 안에 끝나지 않아 멈추었습니다. 다시 시도합니다.",
                "The mail program did not end within \(secondsMax) s and was stopped; it is "
                    + "tried again."))
    }

    private func failed(_ output: String) -> DeliveryFailure {
        let line = output.split(whereSeparator: \.isNewline).last.map { String($0.prefix(200)) }
        return DeliveryFailure(
            Bilingual(
                "우편 프로그램이 받지 않았습니다: \(line ?? "이유를 말하지 않음")",
                "The mail program refused it: \(line ?? "it gave no reason")"))
    }
}
