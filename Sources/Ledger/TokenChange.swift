package import Hometown
import Postgres

/// 토큰 권한 변경. That a token was made or ended, and by whom; kept for three years at least.
package struct TokenChange: Hashable, Sendable {
    package enum Action: String, Sendable, CaseIterable {
        case made, revoked
    }

    package let token: Identifier
    package let action: Action
    /// The token's role.
    package let role: String
    /// Who did it.
    package let author: String
    package let changedAt: Instant

    init(row: inout RowReader) throws {
        token = try row.next()
        let word: String = try row.next()
        guard let action = Action(rawValue: word) else { throw LedgerFailure.damaged }
        self.action = action
        role = try row.next()
        author = try row.next()
        changedAt = try row.next()
    }
}
