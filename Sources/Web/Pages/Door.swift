import Hometown

/// 문간. What surrounds the pages outside of console and public pages: signing in, and what went
/// wrong. It asks the ledger nothing, so that it can be shown when the ledger is away.
struct Door {
    let language: String
    let theme: String
    let title: String
    let heading: String
    let stylesheet: String
    let homePath: String
    let skip: String
    let siteName: String
    let sitePurpose: String
    let switches: String
    /// The same page in the other language, where it has an address.
    let otherPath: String?
    let otherLanguage: String
    let otherLabel: String

    init(_ heading: String, in language: Language, at path: String? = nil) {
        let say = Phrases(language: language)
        let other: Language = language == .korean ? .english : .korean
        self.language = language.rawValue
        theme = Theme.standard.rawValue
        title = "\(heading) - \(say[.siteName])"
        self.heading = heading
        stylesheet = Asset.stylesheet.path
        homePath = Console.address("/", in: language)
        skip = say[.skip]
        siteName = say[.siteName]
        sitePurpose = say[.sitePurpose]
        switches = say[.switches]
        otherPath = path.map { Console.address($0, in: other) }
        otherLanguage = other.rawValue
        otherLabel = say[.otherLanguage]
    }
}
