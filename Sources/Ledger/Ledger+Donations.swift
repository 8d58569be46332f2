package import Hometown
import Postgres

extension Ledger {
    /// 기부 등록. Records a donation, or says why not. Answered only once it is durable.
    /// - Parameters:
    ///   - content: canonical bytes of what the caller sent, for the fingerprint.
    /// - Throws: `LedgerFailure`.
    package func record(
        _ draft: DonationDraft, content: [UInt8], request: Request
    ) async throws -> Answer {
        if isDryRun { return try await dryRun(draft) }
        let answer = try await donationQueue.record(
            PendingDonation(
                request: request, fingerprint: secret.fingerprint(content), draft: draft))
        Measures.count(answer, of: draft)
        return answer
    }

    /// 기부 대장. Donations, newest entry first.
    /// - Parameter before: the number of the entry the page ends before; `nil` for the first page.
    /// - Throws: `LedgerFailure`.
    package func donations(
        filter: DonationFilter = DonationFilter(), before: Int64? = nil, rowsMax: Int
    ) async throws -> [RecordedDonation] {
        try await findDonations(filter, before: before, rowsMax: rowsMax).donations
    }

    /// - Returns: `nil` when there is no such donation.
    /// - Throws: `LedgerFailure`.
    package func donation(_ id: Identifier) async throws -> RecordedDonation? {
        try await read { transaction in
            let (edition, _, rows, _) = try await transaction.pipeline(
                ReadEdition(), PlanByKeys(), ReadDonations(ids: [id]), PlanByKeys.End())
            let registry = try await registry.current(
                edition: edition.first ?? nil, in: transaction)
            return try await Ledger.complete(rows, registry, in: transaction).first
        }
    }

    /// Adds what several tables say: governments as of the date, names and offices of donors,
    /// and who says so.
    static func complete(
        _ rows: [ReadDonations.Row], _ registry: GovernmentRegistry, in transaction: Transaction
    ) async throws -> [RecordedDonation] {
        AccessNote.saw(.donation, rows.map(\.id))
        let people = Set(rows.compactMap(\.person)).sorted()
        let saying = ReadClaims(subjects: rows.map(\.id))
        // Most donors are nobody public, and what asks for people is planned each time.
        let (named, offices, claims) =
            people.isEmpty
            ? ([], [], try await transaction.run(saying))
            : try await transaction.pipeline(
                ReadPeople(ids: people, after: 0, rowsMax: Int32(people.count)),
                ReadOffices(people: people), saying)
        let terms = Dictionary(grouping: offices, by: \.person)
        let donors = Dictionary(
            uniqueKeysWithValues: named.map {
                ($0.id, PersonRecord(person: $0, offices: terms[$0.id] ?? [], claims: []))
            })
        let claimsByID = Dictionary(grouping: claims, by: \.subject)
        return rows.map { row in
            RecordedDonation(
                row: row, recipient: registry[id: row.recipient],
                donor: row.person.flatMap { donors[$0] }, claims: claimsByID[row.id] ?? [])
        }
    }
}
