import Hometown
import Schema
import Transparency

@testable import Ledger

/// Overviews made by hand: the two founding articles, nothing at all, and a hostile one.
enum SampleOverview {
    static let registry = GovernmentRegistry.sample
    static let signing = EventDate(CivilDate(year: 2023, month: 4, day: 10) ?? today)
    static let today = CivilDate(daysSinceEpoch: 20_715)
    static let readAt = Instant(microseconds: 20_715 * Instant.microsecondsPerDay)

    static func id(_ number: UInt64) -> Identifier {
        Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | number)
    }

    static func unit(_ code: String) -> Int16 {
        registry.governments.first { $0.code == code }?.id ?? 0
    }

    static func overview(
        gifts: Overview.Gifts = Overview.Gifts(
            published: Facts.Tally(), personal: Facts.Tally(), disputed: 0),
        donations: [RecordedDonation] = [], agreements: [AgreementRecord] = [],
        exchanges: [ExchangeRecord] = [], published: Set<Identifier> = [],
        relays: [RelayRecord] = [], summary: SummaryRecord? = nil
    ) -> Overview {
        Overview(
            readAt: readAt, head: TreeHead(size: 38, root: Hash256.of([1])), gifts: gifts,
            counts: Overview.Counts(
                agreements: Int64(agreements.count), exchanges: Int64(exchanges.count),
                runs: Int64(relays.reduce(0) { $0 + $1.participations.count }),
                openNominations: Int64(
                    relays.reduce(0) { $0 + $1.nominations.count { $0.nomination.isWaiting } })),
            donations: donations, agreements: agreements, exchanges: exchanges,
            publishedDonations: published,
            relays: relays.map { $0.published(showing: []) }, summary: summary,
            nextSummary: Instant(microseconds: readAt.microseconds + 86_400_000_000),
            governments: registry)
    }

    static var empty: Overview { overview() }

    static var articles: Overview {
        overview(
            gifts: Overview.Gifts(
                published: Facts.Tally(count: 7, undisclosed: 7), personal: Facts.Tally(),
                disputed: 0),
            donations: SamplePeople.donations, agreements: SampleRelations.agreements,
            exchanges: SampleRelations.exchanges,
            published: Set(SamplePeople.donations.map(\.id)), relays: [SamplePeople.relay],
            summary: SampleRelations.summary)
    }
}

extension GovernmentRegistry {
    /// The project's own registry; a test of the schema holds that it can be read.
    fileprivate static let sample =
        (try? GovernmentRegistry(tsv: Schema.governments)) ?? GovernmentRegistry([])
}
