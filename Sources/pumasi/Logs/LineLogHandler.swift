import Foundation
import Hometown
import Logging
import Synchronization
import Timetable
import Web

/// How a log line is written.
enum LogFormat: String, Sendable, CaseIterable {
    case logfmt, json
}

/// One line an event on standard error. Text from outside cannot begin a line of its own: every
/// control character is escaped (OWASP ASVS 5.0, 16.4.1).
struct LineLogHandler: LogHandler {
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let format: LogFormat
    private let now: @Sendable () -> Instant
    private let write: @Sendable ([UInt8]) -> Void

    init(
        label: String, format: LogFormat, now: @escaping @Sendable () -> Instant,
        write: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.label = label
        self.format = format
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
        if let own = event.metadata { all.merge(own) { $1 } }
        var fields = [
            ("time", now().text), ("level", event.level.rawValue), ("source", label),
            ("message", event.message.description),
        ]
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            fields.append((key, "\(value)"))
        }
        if let error = event.error { fields.append(("error", "\(error)")) }
        write(line(fields))
    }

    private func line(_ fields: [(String, String)]) -> [UInt8] {
        switch format {
        case .json:
            var writer = JSONWriter()
            writer.object { writer in
                for (name, value) in fields { writer.field(name, value) }
            }
            return writer.bytes + [UInt8(ascii: "\n")]
        case .logfmt:
            let pairs = fields.map { "\($0.0)=\(LineLogHandler.logfmt($0.1))" }
            return Array((pairs.joined(separator: " ") + "\n").utf8)
        }
    }

    /// Bare where it is one plain word, else quoted as JSON quotes.
    private static func logfmt(_ value: String) -> String {
        let isPlain = value.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && scalar != "\"" && scalar != "=" && scalar != "\\"
                && scalar.properties.generalCategory != .control
        }
        if isPlain, !value.isEmpty { return value }
        var writer = JSONWriter()
        writer.value(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension Logger {
    private static let isSystemBegun = Atomic(false)

    /// The logger of this process. The libraries' loggers write in the format of the first call: a
    /// command that asks before it acts opens its ledger twice.
    static func toStandardError(_ format: LogFormat, _ level: Logger.Level) -> Logger {
        if !isSystemBegun.exchange(true, ordering: .relaxed) {
            LoggingSystem.bootstrap { LineLogHandler.toStandardError($0, format) }
        }
        var logger = Logger(label: "pumasi")
        logger.logLevel = level
        return logger
    }
}

extension LineLogHandler {
    /// To standard error, whole lines only: a `write` of one line is not torn by another's.
    static func toStandardError(_ label: String, _ format: LogFormat) -> LineLogHandler {
        LineLogHandler(label: label, format: format, now: { HostClock.now }) { line in
            Terminal.write(bytes: line[...], to: STDERR_FILENO)
        }
    }
}
