package import Hometown

/// Follows an import. An import that meets trouble begins again, and so does whoever follows it.
package protocol ImportListener: Sendable {
    func begin(_ columns: DonationColumns) async throws
    func reject(_ rows: [RejectedRow]) async throws
    func proceed(_ progress: ImportProgress) async
}
