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
        /// Why the figures are not shown; they are zero then.
        package var cover: SmallCounts.Cover?

        package init(count: Int64 = 0, amount: Won = .zero, undisclosed: Int64 = 0) {
            self.count = count
            self.amount = amount
            self.undisclosed = undisclosed
        }

        package init(covered cover: SmallCounts.Cover) {
            self.init()
            self.cover = cover
        }

        package static func + (left: Tally, right: Tally) -> Tally {
            Tally(
                count: left.count + right.count, amount: left.amount + right.amount,
                undisclosed: left.undisclosed + right.undisclosed)
        }
    }

    /// 보고 종류. What a summary is about and how long a time it covers.
    package enum Kind: String, Sendable, CaseIterable {
        case daily, weekly, monthly, quarterly, yearly
        /// 모금·사용 결과 공개 (Act 13).
        case publication
        /// 공개 기한 알림.
        case publicationReminder = "publication_reminder"
        /// 릴레이 현황.
        case relayState = "relay_state"
        /// 답례 대기.
        case unansweredExchanges = "unanswered_exchanges"
    }

    /// 잠정, 확정. Whether late entries may still change the period.
    package enum State: String, Sendable {
        case provisional, final
    }

    /// Which summary this is: a daily one of `daily`, period `2026-11-19`, due at an instant.
    package struct Heading: Hashable, Sendable {
        package let kind: Kind
        package let state: State
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
        /// 기준 시각. Up to when the ledger was heard: when the summary was due, or when the last
        /// entry of its log was recorded, if that was later.
        package let asOf: Instant
        /// The public address of this ledger, without a slash at its end; `nil` where none is set.
        package let site: String?
        /// Whether this ledger shows pages to everybody, to which a report may lead.
        package let hasPublicPages: Bool
        /// What is covered in the edition for everybody.
        package let smallCounts: SmallCounts

        package init(
            kind: Kind = .daily, state: State = .provisional, schedule: String, periodKey: String,
            period: ClosedRange<CivilDate>, scheduledFor: Instant, nextScheduledFor: Instant,
            asOf: Instant? = nil, site: String? = nil, hasPublicPages: Bool = true,
            smallCounts: SmallCounts = SmallCounts()
        ) {
            self.kind = kind
            self.state = state
            self.schedule = schedule
            self.periodKey = periodKey
            self.period = period
            self.scheduledFor = scheduledFor
            self.nextScheduledFor = nextScheduledFor
            self.asOf = max(scheduledFor, asOf ?? scheduledFor)
            self.site = site
            self.hasPublicPages = hasPublicPages
            self.smallCounts = smallCounts
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
    /// As the log knows them, in the order they were recorded.
    package let exchanges: [Exchange]
    /// In order of their names.
    package var relays: [Relay]
    /// 정정. What changed in periods before this one, in the order of their days.
    package let corrections: [Correction]
    /// Whether there was a report before, since which corrections are told.
    package let hasEarlierReport: Bool
    /// 모금·사용 결과. Of a publication alone.
    package var publication: Publication?

    package init(
        heading: Heading, log: Log, donations: Donations, agreements: Int64,
        exchanges: [Exchange], relays: [Relay], corrections: [Correction],
        hasEarlierReport: Bool = false
    ) {
        self.heading = heading
        self.log = log
        self.donations = donations
        self.agreements = agreements
        self.exchanges = exchanges
        self.relays = relays
        self.corrections = corrections
        self.hasEarlierReport = hasEarlierReport
    }

    /// The day the summary is due, from which ages are counted.
    package var day: CivilDate { heading.scheduledFor.koreanDate }
}

extension Facts {
    /// A government as it was called on the day of the event.
    package struct Party: Hashable, Sendable {
        package let code: String
        package let name: Bilingual

        package init(code: String, name: Bilingual) {
            self.code = code
            self.name = name
        }
    }

    /// 이전 기간 정정. What became known, since the report before, of days before this period: one
    /// donation that was settled, or a month's donations that came late.
    package struct Correction: Hashable, Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            /// 뒤늦은 등록.
            case late
            /// 정정: what stood before leaves, and what takes its place comes.
            case amended
            /// 취소.
            case reversed
            /// 반환.
            case returned
            /// 되살림: a settlement that was a mistake.
            case restored
        }

        package let kind: Kind
        /// The donation's number for people, `D-2026-000123`; `nil` for those of a month together.
        package let donation: String?
        package let donatedOn: EventDate
        /// What the totals gained; negative where they lost.
        package let change: Tally
        /// How many donations it is about.
        package let donations: Int64
        /// How many corrections it is: an amendment takes a donation away and brings another in
        /// its place, and is one; what it brings counts none.
        package let cases: Int64

        /// - Parameter cases: as many as donations where it is left out.
        package init(
            kind: Kind, donation: String?, donatedOn: EventDate, change: Tally,
            donations: Int64, cases: Int64? = nil
        ) {
            self.kind = kind
            self.donation = donation
            self.donatedOn = donatedOn
            self.change = change
            self.donations = donations
            self.cases = cases ?? donations
        }
    }
}
