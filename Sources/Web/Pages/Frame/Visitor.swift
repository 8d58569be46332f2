import Hometown
import Ledger

/// 보는 사람. For whom a page is drawn: in which language and light, and with what role, if any.
struct Visitor: Hashable, Sendable {
    let language: Language
    let theme: Theme
    /// `nil` for a guest.
    let role: Role?
    /// Whose account it is.
    let name: String?
    /// Whether single keys do something outside of fields.
    var hasShortcuts = false
    var textSize = Preferences.TextSize.standard
    /// How long whoever is signed in stays so; `nil` for a guest.
    var session: SessionTerms?
    /// Whether public pages answer.
    var hasPublicPages = true
    /// What is covered wherever everybody reads it.
    var smallCounts = SmallCounts()
    /// What those are called who write in the book; a guest is told of nobody.
    var staff = StaffNames()

    init(language: Language, theme: Theme = .standard, role: Role? = nil, name: String? = nil) {
        self.language = language
        self.theme = theme
        self.role = role
        self.name = name
    }

    /// - Parameter theme: what the address asks for; else the page is lit as its viewer likes it.
    init(_ context: WebContext, theme: Theme? = nil) {
        let viewer = context.viewer
        self.init(
            language: context.language,
            theme: theme ?? viewer?.preferences.theme ?? .standard,
            role: viewer?.role ?? context.principal?.role,
            name: viewer?.name ?? context.principal?.name)
        hasPublicPages = context.hasPublicPages
        smallCounts = context.smallCounts
        guard let viewer else { return }
        hasShortcuts = viewer.preferences.hasShortcuts
        textSize = viewer.preferences.textSize
        session = SessionTerms(viewer)
    }

    var say: Phrases { Phrases(language: language, smallCounts: smallCounts) }
    var reader: Reader { Reader(language: language, role: role, smallCounts: smallCounts) }

    /// The address of a page in the visitor's language; the English ones stand under `/en`.
    func path(_ path: String) -> String {
        Frame.address(path, in: language)
    }

    /// 원장 확인. Where a thing is verified; `nil` where public pages are switched off.
    /// - Parameter no: of the thing; `nil` for the page where anything is.
    func verifyPath(_ no: String? = nil) -> String? {
        guard hasPublicPages else { return nil }
        return path(VerifyPage.path + (no.map { "?q=\($0)" } ?? ""))
    }

    /// The address of a page for whoever may open it; others are led nowhere.
    func way(to path: String, for roles: Set<Role>) -> String? {
        guard let role, roles.contains(role) else { return nil }
        return self.path(path)
    }
}

extension Ledger {
    /// With what the staff are called: the console shows names where the book has logins.
    func naming(_ visitor: Visitor) async throws -> Visitor {
        var visitor = visitor
        visitor.staff = try await staffNames()
        return visitor
    }
}
