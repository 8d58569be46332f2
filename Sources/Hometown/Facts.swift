/// 현황 자료. Everything one summary says, as one value read in one snapshot of the ledger: text,
/// table and JSON are made from it and from nothing else, so they cannot differ.
package struct Facts: Hashable, Sendable {
    /// Number of donations and what is known of their money. Undisclosed gifts count as gifts and
    /// never as money; disputed ones count nowhere.
    package struct Tally: Hashable, Sendable {
        /// All that count, disclosed or not.
        package var count: Int64
        /// Sum of the disclosed amounts.
        package var amount: Won
        /// How many of `count` have no disclosed amount.
        package var undisclosed: Int64

        package init(count: Int64 = 0, amount: Won = .zero, undisclosed: Int64 = 0) {
            self.count = count
            self.amount = amount
            self.undisclosed = undisclosed
        }

        package static func + (left: Tally, right: Tally) -> Tally {
            Tally(
                count: left.count + right.count, amount: left.amount + right.amount,
                undisclosed: left.undisclosed + right.undisclosed)
        }
    }

    /// Which summary this is: a daily one of `daily`, period `2026-11-19`, due at an instant.
    package struct Heading: Hashable, Sendable {
        /// Name of the schedule.
        package let schedule: String
        /// The text of the period's key.
        package let periodKey: String
        /// Local dates, both inclusive.
        package let period: ClosedRange<CivilDate>
        /// When it was due. Never when it was made: made again, a summary has the same bytes.
        package let scheduledFor: Instant
        /// When the schedule comes due next, counted from `scheduledFor`.
        package let nextScheduledFor: Instant

        package init(
            schedule: String, periodKey: String, period: ClosedRange<CivilDate>,
            scheduledFor: Instant, nextScheduledFor: Instant
        ) {
            self.schedule = schedule
            self.periodKey = periodKey
            self.period = period
            self.scheduledFor = scheduledFor
            self.nextScheduledFor = nextScheduledFor
        }
    }

    /// The part of the log that was read.
    package struct Log: Hashable, Sendable {
        /// Number of sealed entries.
        package let size: Int64
        /// Root hash of the tree of that size, in hexadecimal.
        package let root: String

        package init(size: Int64, root: String) {
            self.size = size
            self.root = root
        }
    }

    package let heading: Heading
    package let log: Log
    package let donations: Donations
    /// 협약. Agreements in the ledger.
    package let agreements: Int64
    /// In order of their days.
    package let exchanges: [Exchange]
    /// In order of their names.
    package let relays: [Relay]
    /// 정정. What changed in periods before this one, in the order of the log.
    package let corrections: [Correction]

    package init(
        heading: Heading, log: Log, donations: Donations, agreements: Int64,
        exchanges: [Exchange], relays: [Relay], corrections: [Correction]
    ) {
        self.heading = heading
        self.log = log
        self.donations = donations
        self.agreements = agreements
        self.exchanges = exchanges
        self.relays = relays
        self.corrections = corrections
    }

    /// The day the summary is due, from which ages are counted.
    package var day: CivilDate { heading.scheduledFor.koreanDate }
}

extension Facts {
    /// 기부 현황. What was given.
    package struct Donations: Hashable, Sendable {
        /// What was recorded in the period.
        package let added: Tally
        /// Everything up to the log size.
        package let total: Tally
        /// 다툼. Reported donations that a rule would refuse: kept, shown, in no total.
        package let disputed: Int64
        /// In the order of the recipients' codes, then of the givers'.
        package let flows: [Flow]

        package init(added: Tally, total: Tally, disputed: Int64, flows: [Flow]) {
            self.added = added
            self.total = total
            self.disputed = disputed
            self.flows = flows
        }
    }

    /// 주는 지자체, 받는 지자체. What went from one government's people to another government.
    package struct Flow: Hashable, Sendable {
        package let giver: Party?
        package let recipient: Party
        package let added: Tally
        package let total: Tally

        /// - Parameter giver: the government of the donor's office; `nil` for a donor without one.
        package init(giver: Party?, recipient: Party, added: Tally, total: Tally) {
            self.giver = giver
            self.recipient = recipient
            self.added = added
            self.total = total
        }
    }

    /// A government as it was called on the day of the event.
    package struct Party: Hashable, Sendable {
        package let code: String
        package let name: Bilingual

        package init(code: String, name: Bilingual) {
            self.code = code
            self.name = name
        }
    }

    /// 이전 기간 정정. A correction, reversal or legal return that changes an earlier period.
    package struct Correction: Hashable, Sendable {
        /// The donation's number for people: `D-2026-000123`.
        package let donation: String
        package let donatedOn: EventDate
        package let countChange: Int64
        package let amountChange: Won
        package let reason: String

        package init(
            donation: String, donatedOn: EventDate, countChange: Int64, amountChange: Won,
            reason: String
        ) {
            self.donation = donation
            self.donatedOn = donatedOn
            self.countChange = countChange
            self.amountChange = amountChange
            self.reason = reason
        }
    }
}
