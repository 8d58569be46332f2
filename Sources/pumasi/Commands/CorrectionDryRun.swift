import Hometown
import Ledger
import Timetable
import Web

extension CorrectionOptions {
    /// Says what a correction would bring, and records nothing.
    /// - Parameter number: of the correction that would be undone, where it is given by one.
    /// - Throws: `Problem` for what is refused; `CommandFailure` 3 for what is not there, 6 for
    ///   another version; else as `withLedger`.
    func foresee(
        _ body: FormBody, _ number: String?, _ options: GlobalOptions
    ) async throws {
        let (text, version, actor) = (donation, ifVersion, try options.actorName())
        let (foresight, governments) = try await options.withLedger("donation") { ledger in
            let id = try await ledger.donation(named: text).id
            let draft = try await ledger.correctionDraft(
                body, of: id, number, on: HostClock.now.koreanDate)
            let author = try await ledger.author(.account, name: actor)
            switch try await ledger.foresee(draft, version: version, author: author) {
            case .foreseen(let foresight): return (foresight, try await ledger.governments())
            case .refused(let refusals): throw Problem(refusals)
            case .unknown: throw CommandFailure.unknown(text)
            case .stale(let versions): throw CorrectionOptions.changed(versions)
            }
        }
        try options.say(foresight, governments)
    }
}

extension GlobalOptions {
    /// What would come of a correction, before it is recorded or approved.
    func say(_ foresight: CorrectionForesight, _ governments: GovernmentRegistry) throws {
        let notice = GlobalOptions.nothingIsRecorded.text(in: language)
        if !json { Terminal.say(notice) }
        try say(words: .foresight) { foresight.write(to: &$0, governments, for: reader) }
        if !json { Terminal.say(notice) }
    }
}
