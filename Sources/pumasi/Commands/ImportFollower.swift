import Foundation
import Hometown
import Ledger
import Timetable

/// Follows an import on the command line: writes rejected rows to their file and says how far it
/// has come, on a terminal in one line that changes, elsewhere in a line every ten seconds.
actor ImportFollower: ImportListener {
    private static let linesEvery = Duration.seconds(10)
    private static let changesEvery = Duration.milliseconds(200)

    private let errorsFile: String?
    private let isQuiet: Bool
    private let language: Language
    private let isAttended = isatty(STDERR_FILENO) == 1

    private var writer: RejectedRowsWriter?
    private var handle: FileHandle?
    private var startedAt = HostClock.now
    private var saidAt: Instant?
    private var hasLine = false

    init(errorsFile: String?, isQuiet: Bool, language: Language) {
        self.errorsFile = errorsFile
        self.isQuiet = isQuiet
        self.language = language
    }

    func begin(_ columns: DonationColumns) throws {
        startedAt = HostClock.now
        saidAt = startedAt
        guard let errorsFile else { return }
        // Names of donors are in it: nobody else reads it.
        let isMade = FileManager.default.createFile(
            atPath: errorsFile, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let handle = FileHandle(forWritingAtPath: errorsFile) else {
            throw Terminal.unwritable(errorsFile)
        }
        self.handle = handle
        writer = try RejectedRowsWriter(columns, language: language)
    }

    func reject(_ rows: [RejectedRow]) throws {
        guard writer != nil else { return }
        for row in rows { writer?.append(row) }
        try flush()
    }

    func proceed(_ progress: ImportProgress) {
        guard !isQuiet, let saidAt else { return }
        let now = HostClock.now
        let pause = isAttended ? ImportFollower.changesEvery : ImportFollower.linesEvery
        guard seconds(from: saidAt, to: now) >= pause / .seconds(1) else { return }
        self.saidAt = now
        let text = line(progress, after: seconds(from: startedAt, to: now))
        guard isAttended else { return Terminal.complain(text) }
        hasLine = true
        Terminal.write(bytes: Array("\r\u{1B}[K\(text)".utf8)[...], to: STDERR_FILENO)
    }

    /// Gives the line back: what is said next begins one of its own.
    func endLine() {
        guard hasLine else { return }
        hasLine = false
        Terminal.write(bytes: Array("\r\u{1B}[K".utf8)[...], to: STDERR_FILENO)
    }

    /// Ends the line and the file.
    func finish() throws {
        endLine()
        try flush()
        try handle?.close()
    }

    private func flush() throws {
        guard let bytes = writer?.take() else { return }
        try handle?.write(contentsOf: bytes)
    }

    private func line(_ progress: ImportProgress, after elapsed: Double) -> String {
        let rate = Int(Double(progress.rows) / max(elapsed, 0.001))
        let share = Double(progress.bytesRead) / Double(max(progress.bytesMax, 1))
        let left = share > 0 ? Int(elapsed * (1 - share) / share) : 0
        let percent = Int(share * 100)
        return Bilingual(
            "\(percent)% \(progress.rows)행, 초당 \(rate)행, 오류 \(progress.refused), 남은 시간 \(left)초",
            "\(percent)% \(progress.rows) rows, \(rate) rows/s, \(progress.refused) bad, "
                + "\(left) s left"
        ).text(in: language)
    }

    private func seconds(from start: Instant, to end: Instant) -> Double {
        Double(end.microseconds - start.microseconds) / 1_000_000
    }
}
