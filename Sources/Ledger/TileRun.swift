import Transparency

/// 타일 조각. Consecutive hashes of one tile, as one row keeps them. Rows never change: a tile grows
/// by further runs, and is theirs laid end to end.
struct TileRun: Sendable {
    let level: Int16
    /// The place of the first hash within its level.
    let first: Int64
    let hashes: [Hash256]
}
