/// Every advisory lock of the ledger by a number of its own. Beside them stand those of things,
/// whose numbers come from their ids (`Identifier.lockNumber`: relays, donors and their years),
/// that of the migrations (`Migrator`), and in SQL those of the access log's months (migration
/// 0030), of relays (0008) and of humans with several donors (0032).
extension Ledger {
    /// Held by whoever closes a period and whoever corrects: a correction is judged by what is
    /// closed when it commits. Donations need no lock: the closing waits for them.
    static let periodsLock: Int64 = 0x7075_6D61_7369_0001
    /// Checkpoints are published one after the other.
    static let checkpointLock: Int64 = 0x7075_6D61_7369_0002
    /// The registry of governments is loaded once, whoever starts beside us.
    static let registryLock: Int64 = 0x7075_6D61_7369_0003
    /// Plus the id of a schedule: its runs follow one another.
    static let runLocks: Int64 = 0x7275_6E00_0000_0000
}
