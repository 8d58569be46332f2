import Hometown
import Ledger
import Schema
import Timetable
import Web

extension GlobalOptions {
    /// What a recording command does with the ledger, once it knows who acts on which day.
    typealias Recording = @Sendable (Ledger, Request, CivilDate) async throws -> Answer

    /// The same with further lines of what came of it.
    typealias Relating =
        @Sendable (Ledger, Request, CivilDate) async throws -> (Answer, [String])

    /// Records through the same forms and the same use cases as the API, and says the receipt.
    /// - Parameter purpose: the noun, for `pg_stat_activity`.
    /// - Throws: `Problem` for what is refused; `CommandFailure` 6 for a key that was used, 75
    ///   while it is in use; else as `withLedger`.
    func record(
        _ purpose: String, _ draft: DraftOptions, _ recording: @escaping Recording
    ) async throws {
        guard draft.isDryRun else {
            try await record(purpose, key: draft.request.key, recording)
            return
        }
        do {
            try await record(purpose, key: draft.request.key) { ledger, request, today in
                try await recording(ledger.keepingNothing, request, today)
            }
        } catch let undone as DryRun {
            say(undone)
        }
    }

    /// What a dry run says of itself, first and last.
    static let nothingIsRecorded = Bilingual(
        "모의 실행: 기록하지 않음", "Dry run: nothing is recorded")

    private func say(_ undone: DryRun) {
        let status = StatusWord.title(of: undone.status)
        let notice = Bilingual(
            "모의 실행: 기록하지 않음. 기록하면 상태는 \(status.korean)",
            "Dry run: nothing is recorded. Recorded, its status would be \(status.english)")
        say(notice.text(in: language)) { writer in
            writer.field("dry_run", true)
            writer.field("status", undone.status)
            writer.array("warnings", undone.warnings) { $1.value($0) }
        }
        if !json { complain(undone.warnings) }
    }

    /// What to look at, by the codes of a receipt.
    private func complain(_ warnings: [String]) {
        for warning in warnings.compactMap(Warning.Code.init) {
            Terminal.complain(warning.text, language)
        }
    }

    /// - Parameter key: the request's own id; a new one where nobody gave any.
    /// - Throws: the same.
    @discardableResult
    func record(
        _ purpose: String, key given: String?, _ recording: @escaping Recording
    ) async throws -> Receipt {
        try await relate(purpose, key: given) { ledger, request, today in
            (try await recording(ledger, request, today), [])
        }
    }

    /// Records, says the receipt and, to people, further lines.
    /// - Throws: the same.
    @discardableResult
    func relate(
        _ purpose: String, key given: String?, _ recording: @escaping Relating
    ) async throws -> Receipt {
        let name = try actorName()
        let key = given ?? Randomness.system.identifier(at: HostClock.now).description
        let (answer, lines) = try await withLedger(purpose) { ledger in
            let author = try await ledger.author(.account, name: name)
            try await ledger.loadRegistry(Schema.governments, author: author)
            return try await recording(
                ledger, Request(author: author, key: key), HostClock.now.koreanDate)
        }
        let receipt = try GlobalOptions.receipt(of: answer)
        let status = StatusWord.cell(GlobalOptions.status(of: receipt), in: language)
        let first = "\(receipt.no)\t\(status)\t\(receipt.id)"
        Terminal.say(
            json
                ? String(decoding: receipt.json, as: UTF8.self)
                : ([first] + lines).joined(separator: "\n"))
        complain(receipt.warnings)
        return receipt
    }

    /// A correction does not stand: it is done, or waits.
    private static func status(of receipt: Receipt) -> String {
        receipt.kind == .correction && !receipt.isPending
            ? RecordedCorrection.State.done.rawValue : receipt.status
    }

    private static func receipt(of answer: Answer) throws -> Receipt {
        switch answer {
        case .recorded(let receipt), .replayed(let receipt): return receipt
        case .refused(let refusals): throw Problem(refusals)
        case .keyReused: throw ImportFailures.keyReused
        case .inFlight: throw ImportFailures.inFlight
        }
    }

    /// Says one thing: with `--json` as the API writes it, else a line a member.
    /// - Parameter words: of its codes, for people.
    /// - Throws: `JSONFault` for what is no JSON: a bug of `write`.
    func say(
        words: FieldWords = FieldWords(), one write: (inout JSONWriter) -> Void
    ) throws {
        try say(words: words, one: write, besides: { $0.object { _ in } })
    }

    /// The same, and for people what the API tells elsewhere as well.
    func say(
        words: FieldWords, one write: (inout JSONWriter) -> Void,
        besides more: (inout JSONWriter) -> Void
    ) throws {
        var writer = JSONWriter()
        write(&writer)
        guard !json else { return Terminal.say(String(decoding: writer.bytes, as: UTF8.self)) }
        var further = JSONWriter()
        more(&further)
        let documents = [try JSONReader.read(writer.bytes), try JSONReader.read(further.bytes)]
        Terminal.say(try text(of: words.table(of: documents, in: language)))
    }
}
