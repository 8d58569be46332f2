/// 접수, 공표. Whether staff took the donation in with the lawful checks, or an article or a
/// partner's notice tells of it.
package enum Origin: String, Sendable, CaseIterable {
    case intake, reported
}
