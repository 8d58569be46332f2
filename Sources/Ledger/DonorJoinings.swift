package import Hometown

/// 이은 기부자. What was joined to a person, and what the donors have together above the cap.
package struct DonorJoinings: Hashable, Sendable {
    /// That a donor was joined; the donor itself stands nowhere outside the ledger.
    package struct Joining: Hashable, Sendable {
        package let id: Identifier
        package let number: Int64
        package let recordedAt: Instant
        package let logIndex: Int64?
        /// `nil` while it holds.
        package let parting: Parting?

        package var no: String { Entry.no(.donorJoining, recordedAt: recordedAt, number: number) }
    }

    /// 연결 취소. That a joining was a mistake.
    package struct Parting: Hashable, Sendable {
        package let id: Identifier
        package let number: Int64
        package let recordedAt: Instant
        /// `nil` once it was erased.
        package let reason: String?

        package var no: String { Entry.no(.donorParting, recordedAt: recordedAt, number: number) }
    }

    /// A donation that counts to the cap.
    package struct Donation: Hashable, Sendable {
        package let id: Identifier
        package let number: Int64
        package let recordedAt: Instant
        /// `nil` where nobody disclosed it.
        package let amount: Won?
        package let donatedOn: CivilDate
        package let recipient: Int16

        package var no: String { Entry.no(.donation, recordedAt: recordedAt, number: number) }
    }

    /// 상한 초과. A year in which the donors have more together than the cap allows one human.
    package struct YearOverCap: Hashable, Sendable {
        package let year: Int
        package let cap: Won
        package let recorded: Won
        /// Oldest entry first.
        package let donations: [Donation]
    }

    /// Donations listed at most: more of one human is no list for reading.
    package static let donationsMax: Int32 = 1_000

    package let person: Identifier
    package let joinings: [Joining]
    package let overCap: [YearOverCap]
}
