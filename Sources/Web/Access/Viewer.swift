package import Hometown
package import Ledger
package import Transparency

/// 보는 사람. Who is signed in at the console, in which role, and how the console looks to them.
package struct Viewer: Hashable, Sendable {
    /// The account's id, under which what it does is written down.
    package let id: Identifier
    package let login: String
    /// What the person is called.
    package let name: String
    package let role: Role
    package let preferences: Preferences
    /// Of the session's id; the id itself stays in the cookie.
    package let session: Hash256
    /// How long the session holds if nothing more is done in it, as of some seconds ago.
    package let secondsLeft: Int
    /// What the tokens of this session's forms are made with.
    package let formKey: FormKey
    /// 두 번째 인증 수단이 있어야 하는 사람. Whether the role needs a second factor and the account has none:
    /// until it is on, nothing else can be reached.
    package var owesSecondFactor = false

    /// Who writes, as the ledger takes it.
    package var author: Author { Author(id: id, kind: .user, name: login) }

    package var principal: Principal { Principal(author, role: role) }

    /// - Returns: `nil` for a role this version does not know.
    package init?(_ holder: SessionHolder, session: Hash256, formKey: FormKey) {
        let account = holder.account
        guard let role = Role(rawValue: account.role) else { return nil }
        id = account.id
        login = account.login
        name = account.name
        self.role = role
        preferences = Preferences(account.look)
        self.session = session
        secondsLeft = Int(holder.secondsLeft)
        self.formKey = formKey
    }
}

/// 화면 설정. How a person wants the console.
package struct Preferences: Hashable, Sendable {
    package enum TextSize: String, Sendable, CaseIterable {
        case standard, large, largest
    }

    package var language = Language.korean
    package var theme = Theme.standard
    package var textSize = TextSize.standard
    /// Whether single keys do something outside of fields.
    package var hasShortcuts = true

    package init() {}

    init(_ look: RecordedAccount.Look) {
        language = Language(rawValue: look.language) ?? .korean
        theme = Theme(rawValue: look.theme) ?? .standard
        textSize = TextSize(rawValue: look.textSize) ?? .standard
        hasShortcuts = look.hasShortcuts
    }

    var look: RecordedAccount.Look {
        RecordedAccount.Look(
            language: language.rawValue, theme: theme.rawValue, textSize: textSize.rawValue,
            hasShortcuts: hasShortcuts)
    }
}
