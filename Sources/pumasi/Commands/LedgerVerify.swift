import ArgumentParser
import Hometown
import Ledger
import Synchronization
import Timetable
import Transparency
import Web

/// `pumasi ledger verify`: computes everything once more from the stored entries. Ends with 7 and
/// the first thing that is wrong.
struct LedgerVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: .said("저장된 바이트로 원장 전체를 검증합니다.", "Verify the whole ledger from its stored bytes."),
        discussion: .said(
            """
            잎 해시, 나무, 타일, 서명한 체크포인트를 보고, 항목에서 모든 표를 다시 만들어 견주고, 개인정보를 \
            여는 값과 연간 합계를 봅니다. 데이터베이스를 통째로 바꿀 수 있는 사람이 한 일은 다른 곳에 \
            보관한 체크포인트로만 드러납니다: --checkpoint와, 서명 열쇠 곁에 적어 둔 마지막 서명.
            """,
            """
            Leaf hashes, tree, tiles and signed checkpoints; then every typed table, derived once \
            more from the entries; then the openings of personal fields and the yearly totals. \
            Against somebody who can change the whole database only a checkpoint helps that was \
            kept elsewhere: --checkpoint, and what was signed last, which is remembered beside \
            the signing key.
            """))

    /// Two that read, one that holds the snapshot.
    private static let connectionsMax = 3
    private static let noteBytesMax = 65_536

    @OptionGroup var options: GlobalOptions

    @Option(
        name: .long,
        help: .said(
            "다른 곳에 보관한 체크포인트. 여러 번 쓸 수 있습니다.",
            "A checkpoint kept elsewhere; may stand several times."),
        completion: .file())
    var checkpoint: [String] = []

    @Option(
        name: .long,
        help: .said(
            "서명 열쇠 곁에 둔 것 말고 이 로그의 다른 공개키.",
            "A public key of this log, beside those kept with the key."))
    var key: [String] = []

    func run() async throws {
        let verification = try verification()
        let watch = Stopwatch()
        let report = try await options.withLedger(
            "ledger", connectionsMax: LedgerVerify.connectionsMax
        ) { ledger in
            try await ledger.verify(verification) { watch.begin($0, entries: $1) }
        }
        let timings = watch.end()
        say(report, timings)
        if report.fault != nil { throw ExitCode(ExitStatus.integrity.rawValue) }
    }

    private func verification() throws -> Verification {
        var verification = try options.configuration().signing.verification()
        for text in key {
            guard let key = VerifierKey(text) else { throw LedgerVerify.noKey(text) }
            verification.keys.append(key)
        }
        for path in checkpoint {
            let (note, checkpoint) = try LedgerVerify.note(path)
            let signed: [SignedNote.Verified]
            do {
                signed = try note.verified(by: verification.keys)
            } catch NoteError.badSignature {
                throw LedgerVerify.forged(path, checkpoint.origin)
            } catch {
                signed = []
            }
            guard signed.contains(where: { $0.key.name == checkpoint.origin }) else {
                let isOurs = verification.keys.contains { $0.name == checkpoint.origin }
                throw isOurs
                    ? LedgerVerify.forged(path, checkpoint.origin)
                    : LedgerVerify.ofAnother(path, checkpoint.origin)
            }
            verification.outside.append(checkpoint)
            verification.published.append(checkpoint)
        }
        return verification
    }

    private func say(_ report: Verification.Report, _ timings: [Stopwatch.Timing]) {
        let lines = timings.map { timing in
            "\(timing.stage.rawValue)\t\(timing.entries)\t\(timing.seconds) s\t\(timing.rate)/s"
        }
        let verdict: Bilingual
        if let fault = report.fault {
            let place = fault.entry.map { " #\($0)" } ?? fault.index.map { " @\($0)" } ?? ""
            verdict = Bilingual(
                "이상\(place): \(fault.text.korean)", "WRONG\(place): \(fault.text.english)")
        } else {
            verdict = Bilingual(
                "이상 없음: 항목 \(report.entries)건, 체크포인트 \(report.checkpoints)건",
                "ok: \(report.entries) entries, \(report.checkpoints) checkpoints")
        }
        let text = lines + [verdict.text(in: options.language)]
        options.say(text.joined(separator: "\n")) { writer in
            writer.field("ok", report.fault == nil)
            writer.field("entries", report.entries)
            writer.field("size", report.head.size)
            writer.field("root", report.head.root.description)
            writer.field("checkpoints", report.checkpoints)
            writer.array("stages", timings) { timing, writer in
                writer.object { writer in
                    writer.field("stage", timing.stage.rawValue)
                    writer.field("entries", timing.entries)
                    writer.field("milliseconds", timing.milliseconds)
                }
            }
            writer.name("fault")
            guard let fault = report.fault else { return writer.null() }
            writer.object { writer in
                writer.field("code", fault.code)
                writer.field("entry", fault.entry)
                writer.field("log_index", fault.index)
                writer.field("text", fault.text.text(in: options.language))
            }
        }
    }

    /// What a file holds, whoever signed it.
    /// - Throws: `CommandFailure` 2: that somebody named the wrong file says nothing of the ledger.
    private static func note(_ path: String) throws -> (SignedNote, Checkpoint) {
        guard let bytes = Terminal.bytes(of: path, bytesMax: noteBytesMax) else {
            throw Terminal.unreadable(path, .usage)
        }
        guard bytes.count <= noteBytesMax, let note = try? SignedNote(bytes: bytes),
            let checkpoint = Checkpoint(text: note.text)
        else { throw noCheckpoint(path) }
        return (note, checkpoint)
    }

    private static func noKey(_ text: String) -> CommandFailure {
        CommandFailure(
            .usage,
            Bilingual(
                "--key \(text): 공개키가 아닙니다.", "--key \(text) is no public key."),
            hint: Bilingual(
                "pumasi ledger checkpoint --key가 보이는 한 줄을 쓰십시오.",
                "Give the line that pumasi ledger checkpoint --key shows."))
    }

    private static func noCheckpoint(_ path: String) -> CommandFailure {
        CommandFailure(
            .usage,
            Bilingual(
                "--checkpoint \(path): 서명된 체크포인트가 아닙니다.",
                "--checkpoint \(path) is no signed checkpoint."),
            hint: Bilingual(
                "pumasi ledger checkpoint -o로 받아 둔 파일을 쓰십시오.",
                "Give a file that pumasi ledger checkpoint -o wrote."))
    }

    private static func ofAnother(_ path: String, _ origin: String) -> CommandFailure {
        CommandFailure(
            .usage,
            Bilingual(
                "--checkpoint \(path): 다른 로그 \(origin)의 체크포인트입니다.",
                "--checkpoint \(path) is one of another log, \(origin)."),
            hint: Bilingual(
                "이 로그의 것이면 그 공개키를 --key로 붙이십시오.",
                "If it is one of this log, add its public key with --key."))
    }

    /// Somebody changed it, or signed in the name of this log with a key that is not its own.
    private static func forged(_ path: String, _ origin: String) -> CommandFailure {
        CommandFailure(
            .integrity,
            Bilingual(
                "--checkpoint \(path): \(origin)의 열쇠로 한 서명이 아니거나 내용이 바뀌었습니다.",
                "--checkpoint \(path) is not as a key of \(origin) signed it."),
            hint: Bilingual(
                "옛 열쇠의 것이면 --key로 붙이고, 아니면 파일과 열쇠가 바뀐 까닭을 알아보십시오.",
                "Add an old key with --key; else find out how the file or the key was changed."))
    }
}

/// How long each stage took.
private final class Stopwatch: Sendable {
    struct Timing: Sendable {
        let stage: Verification.Stage
        let entries: Int64
        let milliseconds: Int64

        /// With three digits behind the point.
        var seconds: String {
            let rest = String(milliseconds % 1000)
            return "\(milliseconds / 1000)."
                + String(repeating: "0", count: 3 - rest.count) + rest
        }

        var rate: Int64 { entries * 1000 / max(1, milliseconds) }
    }

    private let begun = Mutex<[(stage: Verification.Stage, entries: Int64, at: Int64)]>([])

    private var now: Int64 { HostClock.system.read().uptimeNanoseconds / 1_000_000 }

    func begin(_ stage: Verification.Stage, entries: Int64) {
        begun.withLock { $0.append((stage, entries, now)) }
    }

    func end() -> [Timing] {
        let end = now
        return begun.withLock { begun in
            begun.indices.map { index in
                let next = index + 1 < begun.count ? begun[index + 1].at : end
                return Timing(
                    stage: begun[index].stage, entries: begun[index].entries,
                    milliseconds: next - begun[index].at)
            }
        }
    }
}
