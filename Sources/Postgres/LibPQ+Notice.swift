import CLibPQ

/// A message of the server beside its answers.
struct Notice: Sendable, Hashable {
    /// Not translated: WARNING, NOTICE, INFO, LOG or DEBUG.
    let severity: String
    let sqlState: SQLState?

    var isWarning: Bool { severity == "WARNING" }

    /// The server's last words to a session that asked nothing.
    var isFatal: Bool { severity == "FATAL" || severity == "PANIC" }
}

/// Where libpq puts notices while it parses what the server sent. Only the connection's own
/// queue ever calls into it.
final class NoticeCollector {
    /// Beyond this many a script only repeats itself.
    private static let noticeCountMax = 1_000
    private var notices: [Notice] = []

    /// The receiver libpq calls; the result belongs to libpq.
    static func receive(_ collector: UnsafeMutableRawPointer?, _ result: OpaquePointer?) {
        guard let collector, let result else { return }
        let severity = PQresultErrorField(result, LibPQResult.ErrorField.severity.rawValue)
        let state = PQresultErrorField(result, LibPQResult.ErrorField.sqlState.rawValue)
        let notice = Notice(
            severity: severity.map { String(cString: $0) } ?? "",
            sqlState: state.flatMap { SQLState(String(cString: $0)) })
        Unmanaged<NoticeCollector>.fromOpaque(collector).takeUnretainedValue().add(notice)
    }

    private func add(_ notice: Notice) {
        // What decides about COMMIT or explains the end is never dropped in favour of chatter.
        let isChatter = !notice.isWarning && !notice.isFatal
        guard !isChatter || notices.count < NoticeCollector.noticeCountMax else { return }
        notices.append(notice)
    }

    func take() -> [Notice] {
        defer { notices.removeAll() }
        return notices
    }
}
