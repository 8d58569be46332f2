import Hometown
import Ledger
import NIOCore
import NIOPosix
import Web

/// 데몬 문의. Asks the daemon that these settings describe whether it is ready, over HTTP as whoever
/// watches it from outside: nothing is started and no database touched.
struct DaemonProbe: Sendable {
    /// For the connection, and again for the answer.
    private static let patience = TimeAmount.seconds(5)
    /// The checks are a few lines.
    private static let answerBytesMax = 64 * 1024
    private static let request =
        "GET /readyz?verbose HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    private struct Answer {
        let isReady: Bool
        /// What is wrong, each with the name of its check; also what lets work go on.
        let faults: [String]
    }

    private let host: String
    private let port: Int

    init(_ configuration: DaemonConfiguration) {
        // Who listens on every address listens on this machine's own.
        host =
            switch configuration.host {
            case "0.0.0.0": "127.0.0.1"
            case "::": "::1"
            default: configuration.host
            }
        port = configuration.port
    }

    /// What it says; a daemon that is away is a line, too.
    func line() async -> CheckupLine {
        let name = Bilingual("데몬", "Daemon")
        guard let answer = try? await ask() else {
            return CheckupLine(
                "daemon", name, .failing,
                Bilingual("\(host):\(port)에서 응답하지 않음", "no answer from \(host):\(port)"),
                hint: Bilingual(
                    "pumasi serve가 켜져 있는지, 설정의 주소가 맞는지 보십시오.",
                    "See whether pumasi serve runs and whether the settings name its address."))
        }
        let faults = answer.faults.joined(separator: "; ")
        guard answer.isReady else {
            return CheckupLine(
                "daemon", name, .failing,
                Bilingual("일할 수 없음: \(faults)", "not ready: \(faults)"),
                hint: Bilingual("pumasi doctor로 자세히 보십시오.", "pumasi doctor tells more."))
        }
        return CheckupLine(
            "daemon", name, faults.isEmpty ? .ok : .warning,
            faults.isEmpty
                ? Bilingual("일할 수 있음", "ready")
                : Bilingual("일할 수 있음. \(faults)", "ready; \(faults)"))
    }

    /// - Returns: `nil` for what is no answer of ours.
    private func ask() async throws -> Answer? {
        let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(DaemonProbe.patience)
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        let channel = connection.channel
        let end = channel.eventLoop.scheduleTask(in: DaemonProbe.patience) {
            channel.close(promise: nil)
        }
        defer { end.cancel() }
        let answer = try await connection.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: DaemonProbe.request))
            var answer = ByteBuffer()
            for try await var part in inbound {
                answer.writeBuffer(&part)
                if answer.readableBytes > DaemonProbe.answerBytesMax { break }
            }
            return String(buffer: answer)
        }
        return DaemonProbe.answer(in: answer)
    }

    private static func answer(in text: String) -> Answer? {
        guard text.hasPrefix("HTTP/1.1 "), let head = text.firstRange(of: "\r\n\r\n"),
            case .object(let body)? = try? JSONReader.read(Array(text[head.upperBound...].utf8)),
            case .string(let status)? = body["status"],
            case .array(let checks)? = body["checks"]
        else { return nil }
        let faults = checks.compactMap { check -> String? in
            guard case .object(let check) = check, case .string(let name)? = check["name"],
                case .string(let fault)? = check["fault"]
            else { return nil }
            return "\(name): \(fault)"
        }
        return Answer(isReady: status == "ok", faults: faults)
    }
}
