package import Hometown
import Postgres
import Timetable

extension Ledger {
    /// 연혁. What is on record of a donation, oldest entry first: its entries, corrections, links,
    /// receipts, the import that brought it, and the summaries that counted it.
    /// - Parameter after: the number of the entry the page begins after.
    /// - Returns: `nil` when there is no such donation.
    /// - Throws: `LedgerFailure`.
    package func timeline(
        ofDonation id: Identifier, after: Int64 = 0, rowsMax: Int
    ) async throws -> [TimelineItem]? {
        let rows = Int32(clamping: rowsMax)
        return try await read { transaction in
            let (found, story) = try await transaction.pipeline(
                ReadDonationPlace(id: id), ReadDonationStory(of: id, after: after, rowsMax: rows))
            guard let place = found.first else { return nil }
            AccessNote.saw(.donation, [id])
            guard let index = place.logIndex else { return story }
            let summaries = try await transaction.run(
                ReadCountingSummaries(
                    periods: PeriodKey.texts(containing: place.days), logIndex: index,
                    after: after, rowsMax: rows))
            return Array((story + summaries).sorted { $0.number < $1.number }.prefix(rowsMax))
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
    /// - Parameter seesPrivateNames: whether whoever asks is told what the person gave in private.
    /// - Throws: `LedgerFailure`.
    package func timeline(
        ofPerson id: Identifier, seesPrivateNames: Bool, after: Int64 = 0, rowsMax: Int
    ) async throws -> [TimelineItem]? {
        seesPrivateNames
            ? try await story(ReadPersonStory.self, id, after: after, rowsMax: rowsMax)
            : try await story(ReadOpenPersonStory.self, id, after: after, rowsMax: rowsMax)
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
