import Foundation
import Hometown
import Ledger
import Logging
import Web

extension GlobalOptions {
    /// Connections of a command: it does one thing after the other, and may listen.
    static let connectionsMax = 2

    /// Runs a command with the ledger, beside a daemon or without one. Whose data it read is
    /// written down before it says any of it.
    /// - Parameter purpose: the noun, for `pg_stat_activity`.
    /// - Throws: what `body` throws; `CommandFailure` 2 for settings that cannot be read, 130 when
    ///   a signal came first; else as ``LedgerAccess/withLedger(_:)``.
    func withLedger<Value: Sendable>(
        _ purpose: String, connectionsMax: Int = GlobalOptions.connectionsMax,
        beginning begins: Bool = false, _ body: @escaping @Sendable (Ledger) async throws -> Value
    ) async throws -> Value {
        let access = try access(purpose, connectionsMax, begins)
        return try await Interruption.watched {
            try await access.withLedger { ledger, _ in
                let note = AccessNote()
                let value = try await AccessNote.$current.withValue(note) {
                    try await body(ledger)
                }
                if !note.isEmpty {
                    let author = try await ledger.author(.account, name: actorName())
                    try await ledger.write(
                        note.accesses(
                            by: AccessOrigin(
                                author: author.id, address: nil,
                                scope: GlobalOptions.commandLine)))
                }
                return value
            }
        }
    }

    /// Runs a command with the database, whatever its schema.
    /// - Throws: what `body` throws; `CommandFailure` 2 for settings that cannot be read, 130 when
    ///   a signal came first; else as ``LedgerAccess/withDatabase(_:)``.
    func withDatabase<Value: Sendable>(
        _ purpose: String, beginning begins: Bool = false,
        _ body: @escaping @Sendable (LedgerDatabase) async throws -> Value
    ) async throws -> Value {
        let access = try access(purpose, GlobalOptions.connectionsMax, begins)
        return try await Interruption.watched {
            try await access.withDatabase { database, _ in try await body(database) }
        }
    }

    private func access(
        _ purpose: String, _ connectionsMax: Int, _ begins: Bool
    ) throws -> LedgerAccess {
        let configuration = try configuration()
        // What a command has to say goes to its user; only trouble is worth a log line.
        let level = max(configuration.logLevel, .warning)
        return LedgerAccess(
            configuration: configuration, purpose: purpose, connectionsMax: connectionsMax,
            begins: begins, logger: .toStandardError(configuration.logFormat, level))
    }

    /// 작성자. Who acts: `--as`, else the account of the operating system.
    /// - Throws: `CommandFailure` 2 for a name that is none.
    func actorName() throws -> String {
        let name = actor ?? getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) }
        guard let name, (1...200).contains(name.unicodeScalars.count) else {
            throw CommandFailure(
                .usage,
                Bilingual(
                    "--as: 1부터 200자까지의 이름을 씁니다.", "Give --as a name of 1 to 200 characters."))
        }
        return name
    }

    /// Whoever reaches the database with the ledger's secret sees what a manager sees.
    var reader: Reader { Reader(language: language, role: .manager) }

    /// A table as people read it: aligned on a terminal, else a record a line.
    /// - Throws: `CommandFailure` 2 for settings that cannot be read, on a terminal.
    func text(of table: TextTable) throws -> String {
        guard Terminal.isShown else { return table.plain }
        return table.aligned(
            TextWidth(isAmbiguousWide: try sources().flag(.ambiguousWide)),
            within: Terminal.columns)
    }

    /// Says the outcome of a command: one JSON document with `--json`, else text for people.
    func say(_ text: String, json write: (inout JSONWriter) -> Void) {
        guard json else { return Terminal.say(text) }
        Terminal.say { $0.object(write) }
    }
}

extension Terminal {
    /// One JSON document on standard output.
    static func say(json write: (inout JSONWriter) throws -> Void) rethrows {
        var writer = JSONWriter()
        try write(&writer)
        say(String(decoding: writer.bytes, as: UTF8.self))
    }
}
