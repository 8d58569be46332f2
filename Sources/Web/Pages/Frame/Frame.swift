import Hometown
import Ledger
import Transparency

/// What surrounds every page: title, menu, switches, the state of the log.
struct Frame {
    let language: String
    let theme: String
    let textSize: String
    /// `console` or `guest`; how wide, and where the menu is.
    let kind: String
    let title: String
    let description: String
    let stylesheet: String
    /// Modules that make the page quicker.
    let scripts: [String]
    let sign: String
    let homePath: String
    let menu: Menu
    let searchPath: String?
    let account: Account?
    /// For whoever is not signed in.
    let signInPath: String?
    let session: SessionState?
    let helpPath: String
    /// Where anybody can verify.
    let verifyPath: String?
    let otherLanguage: String
    let otherLanguageLabel: String
    let otherLanguagePath: String
    let themeLabel: String
    let themePath: String
    let log: LogState?
    /// What is told of private persons.
    let privacyNote: String
    let words: [String: String]

    /// Who is signed in.
    struct Account {
        let name: String
        let role: String
        let path: String
    }

    /// The two forms of a session: to hold it longer, and to end it.
    struct SessionState {
        let seconds: Int
        let path: String
        let token: String
        let signOutPath: String
        let signOutToken: String
    }

    struct LogState {
        let size: String
        let root: String
        let rootShort: String
    }

    /// - Parameters:
    ///   - page: what the title begins with: the thing, then the page.
    ///   - path: the page's address in Korean; the English one stands under `/en`.
    ///   - query: what else the address says, without the theme: the same view in both languages.
    init(
        _ page: String, at path: String, query: String = "", for visitor: Visitor,
        head: TreeHead? = nil, modules: [Asset.Module] = []
    ) {
        let say = visitor.say
        let other: Language = visitor.language == .korean ? .english : .korean
        let isContrast = visitor.theme == .contrast
        language = visitor.language.rawValue
        theme = visitor.theme.rawValue
        textSize = visitor.textSize.rawValue
        kind = visitor.role == nil ? "guest" : "console"
        title = "\(page) - \(say[.siteName])"
        description = say[.lead]
        stylesheet = Asset.stylesheet.path
        scripts = Asset.paths(
            of: modules + (visitor.hasShortcuts && visitor.role != nil ? [.shortcuts] : [])
                + (visitor.session == nil ? [] : [.session]))
        sign = Asset.sign.path
        homePath = visitor.path("/")
        menu = Menu(for: visitor, at: path)
        searchPath = visitor.role == nil ? nil : visitor.path("/search")
        account = visitor.role.map {
            Account(
                name: visitor.name ?? "", role: $0.title.text(in: visitor.language),
                path: visitor.path("/me"))
        }
        signInPath = visitor.role == nil ? visitor.path(SignInRoutes.path) : nil
        session = visitor.session.map { session in
            SessionState(
                seconds: session.secondsLeft, path: visitor.path(SessionTerms.path),
                token: session.extensionToken,
                signOutPath: visitor.path(SessionTerms.signOutPath),
                signOutToken: session.signOutToken)
        }
        helpPath = visitor.path("/help")
        verifyPath = visitor.verifyPath()
        otherLanguage = other.rawValue
        otherLanguageLabel = say[.otherLanguage]
        otherLanguagePath = Frame.address(path, in: other, query)
        themeLabel = say[isContrast ? .toStandard : .toContrast]
        let asked = "theme=\((isContrast ? Theme.standard : .contrast).rawValue)"
        themePath = Frame.address(
            path, in: visitor.language, query.isEmpty ? asked : "\(query)&\(asked)")
        log = head.map { head in
            let root = head.root.description
            return LogState(
                size: say.number(head.size), root: root, rootShort: String(root.prefix(16)))
        }
        let limit = visitor.smallCounts.limit
        privacyNote = say(
            "이름은 공개된 직위에 있는 사람만 보입니다. 개인의 기부는 합계에만 들어가며, "
                + "\(limit)건 미만이면 몇 건인지 적지 않습니다.",
            "Only holders of public office are named. Gifts of private persons appear in sums "
                + "alone, and where there are fewer than \(limit) it is not told how many.")
        words = Wording.all(in: visitor.language)
    }

    /// - Parameter path: in Korean.
    static func address(
        _ path: String, in language: Language, _ query: String = ""
    ) -> String {
        let page = Console.address(path, in: language)
        return query.isEmpty ? page : "\(page)?\(query)"
    }
}
