package import Hometown
import Postgres

extension Ledger {
    /// 기부 등록. Records a donation, or says why not. Answered only once it is durable.
    /// - Parameters:
    ///   - content: canonical bytes of what the caller sent, for the fingerprint.
    /// - Throws: `LedgerFailure`: `overloaded` when too many donations wait or this one has waited
    ///   too long, `tooManyAtOnce` when too many of its author wait, `commitUnknown` when nobody
    ///   could say whether it was recorded; `DryRun` in a ledger that keeps nothing.
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
        let (edition, _, rows, claims, _) = try await ask(
            ReadEdition(), PlanByKeys(), ReadDonations(ids: [id]), ReadClaims(subjects: [id]),
            PlanByKeys.End())
        let registry = try await governments(of: edition.first ?? nil)
        let people = rows.compactMap(\.person)
        guard !people.isEmpty else {
            return Ledger.complete(rows, registry, claims, of: [], in: []).first
        }
        let (_, named, offices, _) = try await ask(
            PlanByKeys(), ReadPeopleNamed(ids: people), ReadOffices(people: people),
            PlanByKeys.End())
        return Ledger.complete(rows, registry, claims, of: named, in: offices).first
    }

    /// Adds what several tables say: governments as of the date, names and offices of donors,
    /// and who says so.
    static func complete(
        _ rows: [ReadDonations.Row], _ registry: GovernmentRegistry, in transaction: Transaction
    ) async throws -> [RecordedDonation] {
        let people = Set(rows.compactMap(\.person)).sorted()
        let saying = ReadClaims(subjects: rows.map(\.id))
        let (_, named, offices, claims, _) = try await transaction.pipeline(
            PlanByKeys(), ReadPeopleNamed(ids: people), ReadOffices(people: people), saying,
            PlanByKeys.End())
        return complete(rows, registry, claims, of: named, in: offices)
    }

    /// The same out of what was read already.
    private static func complete(
        _ rows: [ReadDonations.Row], _ registry: GovernmentRegistry, _ claims: [RecordedClaim],
        of people: [RecordedPerson], in offices: [RecordedOffice]
    ) -> [RecordedDonation] {
        AccessNote.saw(.donation, rows.map(\.id))
        let terms = Dictionary(grouping: offices, by: \.person)
        let donors = Dictionary(
            uniqueKeysWithValues: people.map {
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
