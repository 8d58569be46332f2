/// What the database says for a checkup.
struct CheckupFigures: Sendable {
    let serverVersion: String
    let databaseBytes: Int64
    let logSize: Int64
    let unsealed: Int64
    /// Of the oldest entry that waits for its place in the log, in seconds.
    let unsealedSeconds: Int64
    let signedSize: Int64?
    let deliveriesWaiting: Int64
    let deliveriesGivenUp: Int64
}
