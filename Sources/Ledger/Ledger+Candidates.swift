package import Hometown
import Postgres

/// 답례 후보. A gift that nobody has answered on record, and a donation the other way that may be
/// the answer. A person says whether it is; nothing is linked by itself.
package struct AnswerCandidate: Hashable, Sendable {
    /// What waits: a leg of an exchange, or a donation that belongs to none.
    package enum Gift: Hashable, Sendable {
        case leg(Identifier, exchange: Identifier, exchangeNo: String)
        case donation(Identifier, no: String)
    }

    package let gift: Gift
    package let from: Int16
    package let to: Int16
    /// The day the gift was given, or may have been.
    package let givenOn: CivilDate
    package let answer: Identifier
    package let answerNumber: Int64
    package let answerRecordedAt: Instant
    package let answerGiver: Int16
    package let answerRecipient: Int16
    package let answeredOn: EventDate
    package let amount: Won?

    package var answerNo: String {
        Entry.no(.donation, recordedAt: answerRecordedAt, number: answerNumber)
    }

    fileprivate var donations: [Identifier] {
        guard case .donation(let id, _) = gift else { return [answer] }
        return [answer, id]
    }

    /// From the gift to the answer; negative where the answer was given first.
    package var days: Int { answeredOn.date.daysSinceEpoch - givenOn.daysSinceEpoch }
}

/// Which candidates to list.
package struct CandidateFilter: Hashable, Sendable {
    /// The window around the gift, in days.
    package var daysMax: Int
    package var exchange: Identifier?
    /// The donation that may be an answer.
    package var donation: Identifier?

    /// A year: departments repeat their exchanges yearly.
    package static let daysMaxDefault = 365

    package init(
        daysMax: Int = CandidateFilter.daysMaxDefault, exchange: Identifier? = nil,
        donation: Identifier? = nil
    ) {
        self.daysMax = daysMax
        self.exchange = exchange
        self.donation = donation
    }
}

extension Ledger {
    /// 답례 후보. The newest donation first; the nearest gift first where several wait.
    /// - Throws: `LedgerFailure`.
    /// - Parameter after: how many to skip: what is linked in between moves the others up.
    package func candidates(
        _ filter: CandidateFilter, after: Int = 0, rowsMax: Int
    ) async throws -> [AnswerCandidate] {
        let found = try await ask(
            ReadCandidates(
                filter: filter, after: Int32(clamping: after),
                rowsMax: Int32(clamping: rowsMax)))
        AccessNote.saw(.donation, found.flatMap(\.donations))
        return found
    }
}
