package import Hometown
import Postgres

/// 권한 변경. What was done to an account or a token; kept for three years at least.
package struct AccountChange: Hashable, Sendable {
    package enum Action: String, Sendable, CaseIterable {
        case created, renamed, disabled, enabled, unlocked
        case roleChanged = "role_changed"
        case linkMade = "link_made"
        case passwordSet = "password_set"
        case sessionsEnded = "sessions_ended"
        case tokenMade = "token_made"
        case tokenEnded = "token_ended"
        case secondFactorOn = "second_factor_on"
        case secondFactorOff = "second_factor_off"
        case recoveryCodesMade = "recovery_codes_made"
        case recoveryCodeUsed = "recovery_code_used"
    }

    package let action: Action
    /// The token that was made or ended.
    package let token: Identifier?
    /// The account's role since then, or the token's.
    package let role: String
    /// Who did it.
    package let author: String
    package let changedAt: Instant

    init(row: inout RowReader) throws {
        let word: String = try row.next()
        guard let action = Action(rawValue: word) else { throw LedgerFailure.damaged }
        self.action = action
        token = try row.next()
        role = try row.next()
        author = try row.next()
        changedAt = try row.next()
    }
}

extension AccountChange.Action: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .created: Bilingual("등록", "made")
        case .renamed: Bilingual("이름 바꿈", "renamed")
        case .disabled: Bilingual("사용 중지", "kept out")
        case .enabled: Bilingual("다시 사용", "let in again")
        case .unlocked: Bilingual("잠금 풂", "unlocked")
        case .roleChanged: Bilingual("역할 바꿈", "another role")
        case .linkMade: Bilingual("일회용 링크 만듦", "link made")
        case .passwordSet: Bilingual("비밀번호 정함", "password set")
        case .sessionsEnded: Bilingual("세션 모두 끝냄", "sessions ended")
        case .tokenMade: Bilingual("토큰 만듦", "token made")
        case .tokenEnded: Bilingual("토큰 끝냄", "token ended")
        case .secondFactorOn: Bilingual("두 번째 인증 수단 켬", "second factor on")
        case .secondFactorOff: Bilingual("두 번째 인증 수단 없앰", "second factor removed")
        case .recoveryCodesMade: Bilingual("복구 코드 새로 만듦", "recovery codes made anew")
        case .recoveryCodeUsed: Bilingual("복구 코드 씀", "recovery code used")
        }
    }
}
