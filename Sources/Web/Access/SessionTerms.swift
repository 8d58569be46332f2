/// 세션 조건. What a page of somebody who is signed in knows of the session: how long it holds, and
/// the tokens of the two forms that every such page has.
struct SessionTerms: Hashable, Sendable {
    static let path = "/me/session"
    static let signOutPath = "/logout"

    /// If nothing more is done.
    let secondsLeft: Int
    let extensionToken: String
    let signOutToken: String

    init(_ viewer: Viewer) {
        secondsLeft = viewer.secondsLeft
        extensionToken = viewer.formKey.token(for: SessionTerms.path)
        signOutToken = viewer.formKey.token(for: SessionTerms.signOutPath)
    }
}
