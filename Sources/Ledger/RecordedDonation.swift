package import Hometown

/// A donation as the ledger knows it.
package struct RecordedDonation: Hashable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        /// 유효.
        case standing
        /// 이견: reported against a rule, outside every total.
        case disputed
        /// 반환 대상: money taken against the law, outside every total until it went back.
        case returnDue = "return_due"
        /// 취소됨: taken out of the totals by a correction.
        case reversed
        /// 반환됨: the money went back (Act 14).
        case returned
    }

    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    /// The place in the log, once sealed.
    package let logIndex: Int64?
    package let origin: Origin
    /// The name of somebody the ledger knows as a person, for staff.
    package let donorName: Bilingual?
    /// The same as everybody reads it: masked of whoever held no public office on the day.
    package let publishedDonorName: Bilingual?
    /// A private donor's name, erasable, for staff.
    package let privateName: String?
    package let person: Identifier?
    package let office: RecordedOffice?
    /// As of the date of the donation.
    package let recipient: Government?
    package let amount: Won?
    package let donatedOn: EventDate
    package let channel: Channel?
    package let channelName: String?
    package let leg: Identifier?
    package let exchange: Identifier?
    /// The run of a relay that showed it.
    package private(set) var participation: Identifier?
    /// The rule it breaks.
    package let disputed: String?
    package let receiving: RecordedReceiving
    /// 위법 접수: why the money must go back.
    package let returnGround: ReturnGround?
    /// What was done to it.
    package let settlement: Settlement
    /// The donation whose place it takes.
    package let replaces: Identifier?
    package let claims: [RecordedClaim]

    package var no: String { Entry.no(.donation, recordedAt: recordedAt, number: number) }
    package var status: Status {
        switch settlement.outcome {
        case .reversed: .reversed
        case .returned: .returned
        case .open: disputed != nil ? .disputed : returnGround != nil ? .returnDue : .standing
        }
    }

    init(
        row: ReadDonations.Row, recipient: Government?, donor: PersonRecord?,
        claims: [RecordedClaim]
    ) {
        let day = row.donatedOn.latest
        id = row.id
        number = row.number
        recordedAt = row.recordedAt
        logIndex = row.logIndex
        origin = row.origin
        donorName = donor?.person.name
        publishedDonorName = donor?.publishedName(on: day)
        privateName = row.privateName
        self.person = row.person
        office = donor?.offices.held(on: day)
        self.recipient = recipient
        amount = row.amount
        donatedOn = row.donatedOn
        channel = row.channel
        channelName = row.channelName
        leg = row.leg
        exchange = row.exchange
        participation = row.participation
        disputed = row.disputed
        receiving = row.receiving
        returnGround = row.returnGround
        settlement = row.settlement
        replaces = row.replaces
        self.claims = claims
    }

    /// - Parameter isTied: whether everybody is told which run showed it.
    func published(isTied: Bool) -> RecordedDonation {
        var donation = self
        if !isTied { donation.participation = nil }
        return donation
    }
}

/// What a donation says of its purpose, of what was given in return and of what staff checked.
package struct RecordedReceiving: Hashable, Sendable {
    package internal(set) var hasInterest: Bool?
    package internal(set) var purpose: Purpose?
    package internal(set) var project: Identifier?
    package internal(set) var gift: ReturnGift?
    package internal(set) var checks: Checks?
    package internal(set) var officialReceiptNo: String?
}

extension RecordedDonation.Status: Vocabulary {
    /// As it is looked for.
    package var title: Bilingual {
        switch self {
        case .standing: DonationQuery.Status.standing.title
        case .disputed: DonationQuery.Status.disputed.title
        case .returnDue: DonationQuery.Status.returnDue.title
        case .reversed: DonationQuery.Status.reversed.title
        case .returned: DonationQuery.Status.returned.title
        }
    }
}
