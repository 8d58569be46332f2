import Hometown

/// 처리. One step in a donation's life.
struct SettlementStep: Sendable {
    let donation: Identifier
    let step: Int
    let outcome: Settlement.Outcome
    var replacement: Identifier?
}
