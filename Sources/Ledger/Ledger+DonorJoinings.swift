package import Hometown
import Postgres

extension Ledger {
    /// 기부자 잇기. Records that a public person and the donor under a key are one human. From now on
    /// the cap is decided over all donors of the human. What they have together already happened:
    /// above the cap it is warned of and not refused, and nothing is added to it any more.
    ///
    /// The years of the donors are locked and opened, so that whoever records for one of them at
    /// the same time is counted here or sees this joining: a donation waits for the lock, an import
    /// for the row.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: DonorJoiningDraft, request: Request) async throws -> Answer {
        try await write(
            request, content: draft.canonical, locks: [draft.donor.lockNumber]
        ) { book in
            let transaction = book.transaction
            let own = try await transaction.run(ReadOwnDonors(person: draft.person))
            guard !own.isEmpty else { throw Refused([.referenceUnknown(field: "person")]) }
            guard !own.contains(draft.donor) else {
                throw Refused([.alreadyRecorded(field: "donor_key")])
            }
            let donors = own + [draft.donor]
            let years = Ledger.capYears(of: donors, until: book.today)
            let none = years.map { _ in Int64(0) }
            let (turns, _, _, over) = try await transaction.pipeline(
                CountDonorJoinings(donor: draft.donor), TakeLocks(numbers: years.map(\.lock)),
                AddToDonorYears(
                    donors: years.map(\.donor), years: years.map(\.year), totals: none,
                    undisclosed: none.map { Int32($0) }),
                ReadYearsOverCap(donors: donors))
            let turn = turns[0]
            let place = try await book.add(
                .donorJoining, members: draft.members(turn: turn, overCapIn: over.map(\.year)),
                personal: ["donor": draft.donor.description])
            _ = try await transaction.run(
                InsertDonorJoining(
                    place: place, draft: draft, recordedAt: book.recordedAt, turn: turn))
        }
    }

    /// 기부자 연결 취소. Records that a joining was a mistake. What was recorded stays as it was judged;
    /// from now on each donor has a cap of its own, and the donor may be joined to whom it belongs.
    ///
    /// It takes no lock of a donor's year: a donation that is judged meanwhile as one of the human
    /// may be refused for a last time, and none can pass a cap.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: DonorPartingDraft, request: Request) async throws -> Answer {
        try await write(
            request, content: draft.canonical, locks: [draft.joining.lockNumber]
        ) { book in
            let found = try await book.transaction.run(
                FindDonorJoining(joining: draft.joining, person: draft.person))
            guard let isParted = found.first else {
                throw Refused([.referenceUnknown(field: "joining")])
            }
            guard !isParted else { throw Refused([.alreadyRecorded(field: "joining")]) }
            let place = try await book.add(
                .donorParting, members: draft.members, personal: ["reason": draft.reason])
            _ = try await book.transaction.run(
                InsertDonorParting(
                    place: place, joining: draft.joining, recordedAt: book.recordedAt))
        }
    }

    /// Every year that anything can have counted to, in the order in which they are locked.
    private static func capYears(
        of donors: [Identifier], until today: CivilDate
    ) -> [DonationSitting.DonorYear] {
        donors.flatMap { donor in
            (Scheme.firstDay.year...max(Scheme.firstDay.year, today.year)).map {
                DonationSitting.DonorYear(donor: donor, year: Int16(clamping: $0))
            }
        }
        .sorted()
    }

    /// 이은 기부자. What was joined to a person, and the donations of years above the cap.
    /// - Returns: `nil` when there is no such person.
    /// - Throws: `LedgerFailure`.
    package func donorJoinings(of person: Identifier) async throws -> DonorJoinings? {
        try await snapshot { transaction in
            let (donors, joinings) = try await transaction.pipeline(
                ReadOwnDonors(person: person), ReadDonorJoinings(person: person))
            guard !donors.isEmpty else { return nil }
            let years = try await transaction.run(ReadYearsOverCap(donors: donors))
            let counted =
                years.isEmpty
                ? []
                : try await transaction.run(
                    ReadCountedDonations(
                        donors: donors, years: years.map(\.year),
                        rowsMax: DonorJoinings.donationsMax))
            AccessNote.saw(.person, [person])
            AccessNote.saw(.donation, counted.map(\.donation.id))
            let donations = Dictionary(grouping: counted, by: \.year)
            return DonorJoinings(
                person: person, joinings: joinings,
                overCap: years.map { year in
                    DonorJoinings.YearOverCap(
                        year: year.year, cap: year.cap, recorded: year.recorded,
                        donations: donations[year.year]?.map(\.donation) ?? [])
                })
        }
    }
}
