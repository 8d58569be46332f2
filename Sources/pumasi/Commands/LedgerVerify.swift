import ArgumentParser
import Foundation
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
        commandName: "verify", abstract: "Verify the whole ledger from its stored bytes.",
        discussion: """
            Leaf hashes, tree, tiles and signed checkpoints; then every typed table, derived once \
            more from the entries; then the openings of personal fields and the yearly totals. \
            Against somebody who can change the whole database only a checkpoint helps that was \
            kept elsewhere: --checkpoint, and what was signed last, which is remembered beside \
            the signing key.
            """)

    /// Two that read, one that holds the snapshot.
    private static let connectionsMax = 3
    private static let noteBytesMax = 65_536

    @OptionGroup var options: GlobalOptions

    @Option(name: .long, help: "A checkpoint kept elsewhere; may stand several times.")
    var checkpoint: [String] = []

    @Option(name: .long, help: "A public key of this log, beside those kept with the key.")
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
            guard let key = VerifierKey(text) else { throw LedgerVerify.unreadable(text) }
            verification.keys.append(key)
        }
        for path in checkpoint {
            guard let data = FileManager.default.contents(atPath: path),
                data.count <= LedgerVerify.noteBytesMax,
                let note = try? SignedNote(bytes: Array(data)),
                let signed = try? note.verified(by: verification.keys),
                let checkpoint = Checkpoint(text: note.text),
                signed.contains(where: { $0.key.name == checkpoint.origin })
            else { throw LedgerVerify.unreadable(path) }
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

    private static func unreadable(_ what: String) -> CommandFailure {
        CommandFailure(
            .integrity,
            Bilingual(
                "\(what): 이 로그의 열쇠로 서명한 체크포인트나 열쇠가 아닙니다.",
                "\(what) is no checkpoint signed by a key of this log, and no key."))
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
