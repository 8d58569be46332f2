import Postgres
import Transparency

/// 기부 묶음 사본. The rows of a batch as bytes for COPY, made where the batch is judged, so that
/// encoding one batch goes on beside the writing of the one before.
struct DonationCopies: Sendable {
    let numbers: [Int64]
    let leaves: [Hash256]
    private let rows: DonationRows
    private let entries: [UInt8]
    private let personal: [UInt8]
    private let donations: [UInt8]

    init(_ rows: DonationRows) {
        self.rows = rows.links
        numbers = rows.entries.numbers
        leaves = rows.entries.leaves
        entries = rows.entries.copy
        personal = rows.personal.copy
        donations = rows.donations.copy
    }

    /// Writes the rows. What the donors' years gain and the sealer's work are the caller's to add.
    func write(in transaction: Transaction) async throws {
        try await rows.writeLate(in: transaction)
        _ = try await transaction.copyIn(InsertEntries.copySQL) { try await $0.write(entries) }
        _ = try await transaction.copyIn(InsertPersonal.copySQL) { try await $0.write(personal) }
        _ = try await transaction.copyIn(InsertDonations.copySQL) { try await $0.write(donations) }
        try await rows.writeLinks(in: transaction)
    }
}
