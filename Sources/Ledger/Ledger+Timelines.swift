package import Hometown
import Postgres
import Timetable

extension Ledger {
    /// Summaries looked at for those that counted a donation: daily ones of a year and the others.
    private static let summariesMax: Int32 = 500

    /// 연혁. What is on record of a donation, oldest entry first: its entries, corrections, links,
    /// receipts, the import that brought it, and the summaries of the periods it was recorded in.
    /// - Parameter after: the number of the entry the page begins after.
    /// - Returns: `nil` when there is no such donation.
    /// - Throws: `LedgerFailure`.
    package func timeline(
        ofDonation id: Identifier, after: Int64 = 0, rowsMax: Int
    ) async throws -> [TimelineItem]? {
        try await read { transaction in
            guard let number = try await transaction.run(FindDonationEntry(id: id)).first,
                let entry = try await transaction.run(ReadPlacedEntry(number: number)).first
            else { return nil }
            AccessNote.saw(.donation, [id])
            let story = try await transaction.run(
                ReadDonationStory(of: id, after: after, rowsMax: Int32(rowsMax)))
            guard let index = entry.index,
                let own = try await transaction.run(
                    ReadDonationStory(of: id, after: number - 1, rowsMax: 1)
                ).first
            else { return story }
            let summaries = try await transaction.run(
                ReadSummariesAfter(
                    logIndex: index, recordedAt: own.recordedAt, rowsMax: Ledger.summariesMax))
            let day = own.recordedAt.koreanDate
            let counted = summaries.filter { row in
                row.item.number > after
                    && PeriodKey(row.period).map { $0.first <= day && day <= $0.last } ?? false
            }
            return Array(
                (story + counted.map(\.item)).sorted { $0.number < $1.number }.prefix(rowsMax))
        }
    }

    /// The same of an exchange: its legs, what is linked to them, the agreement behind it.
    /// - Throws: `LedgerFailure`.
    package func timeline(
        ofExchange id: Identifier, after: Int64 = 0, rowsMax: Int
    ) async throws -> [TimelineItem]? {
        try await story(ReadExchangeStory.self, id, after: after, rowsMax: rowsMax)
    }

    /// The same of an agreement: what became of it, its documents, the exchanges under it.
    /// - Throws: `LedgerFailure`.
    package func timeline(
        ofAgreement id: Identifier, after: Int64 = 0, rowsMax: Int
    ) async throws -> [TimelineItem]? {
        try await story(ReadAgreementStory.self, id, after: after, rowsMax: rowsMax)
    }

    /// The same of one run of a relay: who named whom, what was given, what became of it.
    /// - Throws: `LedgerFailure`.
    package func timeline(
        ofParticipation id: Identifier, after: Int64 = 0, rowsMax: Int
    ) async throws -> [TimelineItem]? {
        try await story(ReadParticipationStory.self, id, after: after, rowsMax: rowsMax)
    }

    /// The same of a public person: offices, donations, participations, nominations.
    /// - Throws: `LedgerFailure`.
    package func timeline(
        ofPerson id: Identifier, after: Int64 = 0, rowsMax: Int
    ) async throws -> [TimelineItem]? {
        try await story(ReadPersonStory.self, id, after: after, rowsMax: rowsMax)
    }

    /// The same of an import: itself and what undid it.
    /// - Throws: `LedgerFailure`.
    package func timeline(
        ofImport id: Identifier, after: Int64 = 0, rowsMax: Int
    ) async throws -> [TimelineItem]? {
        try await story(ReadImportStory.self, id, after: after, rowsMax: rowsMax)
    }

    /// The same of a government under one of its names: agreements, legs, bars, projects, offices.
    /// - Throws: `LedgerFailure`.
    package func timeline(
        of government: Government, after: Int64 = 0, rowsMax: Int
    ) async throws -> [TimelineItem] {
        try await ask(
            ReadGovernmentStory(
                unit: government.id, after: after, rowsMax: Int32(rowsMax)))
    }

    /// A thing that is there has its own entry in its story.
    private func story<Story: StoryStatement>(
        _: Story.Type, _ id: Identifier, after: Int64, rowsMax: Int
    ) async throws -> [TimelineItem]? {
        let items = try await ask(Story(of: id, after: after, rowsMax: Int32(rowsMax)))
        return items.isEmpty && after == 0 ? nil : items
    }
}
