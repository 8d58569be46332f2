package import Hometown

/// 일괄 취소 계획. What undoing an import comes to: every donation of it is reversed, or none is.
package struct ImportReversalPlan: Hashable, Sendable {
    /// Why one donation stands in the way.
    package struct Obstacle: Hashable, Sendable {
        package let no: String
        package let id: Identifier
        /// 정정됨 or 반환됨: what was done to it since must be undone first.
        package let reason: Refusal
    }

    /// More are counted and not named.
    package static let obstaclesMax = 200

    package let listImport: RecordedImport
    /// Donations to reverse.
    package internal(set) var reversing = 0
    /// Ones that somebody reversed already; they stay as they are.
    package internal(set) var reversedBefore = 0
    /// What leaves the totals, in won.
    package internal(set) var amount: Int64 = 0
    package internal(set) var obstacles: [Obstacle] = []
    package internal(set) var obstaclesCount = 0
    /// The number of the reversal that was first.
    package internal(set) var earlier: String?

    package var isPossible: Bool { obstaclesCount == 0 && reversing > 0 && earlier == nil }

    init(_ listImport: RecordedImport) {
        self.listImport = listImport
    }
}
