import Hometown
import Ledger
import Transparency

/// What surrounds every page: title, switches, the state of the log.
struct Frame {
    let language: String
    let theme: String
    let title: String
    let description: String
    let stylesheet: String
    let homePath: String
    let otherLanguage: String
    let otherLanguageLabel: String
    let otherLanguagePath: String
    let themeLabel: String
    let themePath: String
    let logSize: String
    let logRoot: String
    let logRootShort: String

    /// - Parameters:
    ///   - page: what the title begins with.
    ///   - path: the page's address in Korean; the English one stands under `/en`.
    init(_ page: String, at path: String, in language: Language, theme: Theme, head: TreeHead) {
        let say = Phrases(language: language)
        let other: Language = language == .korean ? .english : .korean
        let isContrast = theme == .contrast
        self.language = language.rawValue
        self.theme = theme.rawValue
        title = "\(page) - \(say[.siteName])"
        description = say[.lead]
        stylesheet = Asset.stylesheet.path
        homePath = Frame.address("/", in: language, theme)
        otherLanguage = other.rawValue
        otherLanguageLabel = say[.otherLanguage]
        otherLanguagePath = Frame.address(path, in: other, theme)
        themeLabel = say[isContrast ? .toStandard : .toContrast]
        themePath = Frame.address(path, in: language, isContrast ? .standard : .contrast)
        logSize = say.number(head.size)
        logRoot = head.root.description
        logRootShort = String(logRoot.prefix(16))
    }

    private static func address(_ path: String, in language: Language, _ theme: Theme) -> String {
        let page =
            switch (language, path) {
            case (.korean, _): path
            case (.english, "/"): "/en"
            case (.english, _): "/en" + path
            }
        return theme == .standard ? page : "\(page)?theme=\(theme.rawValue)"
    }
}
