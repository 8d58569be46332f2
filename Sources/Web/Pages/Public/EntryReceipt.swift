import Ledger

/// The ledger's receipt of an entry; the log's receipt, which proves it, has the same name in its
/// own room.
typealias EntryReceipt = Receipt
