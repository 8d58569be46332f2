package import Hometown

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

    var donations: [Identifier] {
        guard case .donation(let id, _) = gift else { return [answer] }
        return [answer, id]
    }

    /// From the gift to the answer; negative where the answer was given first.
    package var days: Int { answeredOn.date.daysSinceEpoch - givenOn.daysSinceEpoch }
}
