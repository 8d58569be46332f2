import Hometown

/// 문안. Every fixed text of the pages, Korean with its English twin. A template names one by its
/// key: `{{words.skip}}`.
enum Wording: String, CaseIterable, Sendable {
    case siteName, sitePurpose, skip, switches, otherLanguage, toContrast, toStandard
    case logSize, logRoot, logNote
    case menu, help, search, searchHint, verify
    case title, lead, scheme, schemeWhat, schemeDuties
    case unitCount, unitWon, figureMoney, relayRuns, undisclosedAll
    case donations, donationsIntro, donationsCaption, donationsEmpty
    case donatedOn, donor, recipient, context, amount, status, erased
    case exchanges, exchangesIntro, exchangesEmpty
    case peopleBalance, amountBalance, exchangeNo, day
    case awaited, amountHidden, byAgreement, sources
    case relays, relaysIntro, relaysEmpty, relayCaption, baton, batonNobody
    case runner, state, when, nominators, nominator, nominatedOn, elapsed
    case start, startLetter, doneLetter, namedLetter, dayUnknown
    case nominatorUnknown, starter
    case agreements, agreementsEmpty, place
    case signIn, toFirstPage, login, password, signInNote, loginHint, personName, newPassword
    case passwordHint, repeatPassword, setPassword, firstAccount, firstAccountLead
    case secondFactor, code, codeHint, codeNote
    case signOut, sessionEnding, sessionKept, sessionEnded, sessionExtend, official
    case summary, summaryEmpty, summaryNo, reportKorean, reportEnglish, reportData

    func text(in language: Language) -> String { text.text(in: language) }

    /// All of them, by key: the same for every page.
    static func all(in language: Language) -> [String: String] {
        language == .korean ? korean : english
    }

    private static let korean = byKey(in: .korean)
    private static let english = byKey(in: .english)

    private static func byKey(in language: Language) -> [String: String] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.text(in: language)) })
    }
}
