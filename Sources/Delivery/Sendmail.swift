package import Hometown

/// 우편 프로그램. Hands a message to `sendmail -t -i`, which every mail system of a Unix machine brings.
package struct Sendmail: Sendable {
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
        let program = OuterProgram(
            path: path, arguments: ["-t", "-i"], secondsMax: secondsMax)
        let outcome: OuterProgram.Outcome
        do {
            outcome = try await program.run(input: message)
        } catch {
            throw unstartable
        }
        switch outcome {
        case .ended(true, _): return "sendmail"
        case .ended(false, let text): throw failed(text)
        case .tooLong: throw hung
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
        // Whom a message was for is personal, and what is said here goes into the log.
        let line = OuterProgram.lastLine(of: output)?
            .replacing(/[^\s<>"',;:()]+@[^\s<>"',;:()]+/, with: "…@…")
        return DeliveryFailure(
            Bilingual(
                "우편 프로그램이 받지 않았습니다: \(line ?? "이유를 말하지 않음")",
                "The mail program refused it: \(line ?? "it gave no reason")"))
    }
}
