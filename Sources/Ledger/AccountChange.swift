/// 권한 변경. What was done to an account; kept for three years at least.
package enum AccountChange {
    package enum Action: String, Sendable, CaseIterable {
        case created, renamed, disabled, enabled
        case roleChanged = "role_changed"
        case linkMade = "link_made"
        case passwordSet = "password_set"
    }
}
