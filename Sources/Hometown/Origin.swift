/// 접수, 공표. Whether staff took the donation in with the lawful checks, or an article or a
/// partner's notice tells of it.
package enum Origin: String, Sendable, CaseIterable {
    case intake, reported
}

extension Origin: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .intake: Bilingual("접수", "taken in")
        case .reported: Bilingual("공표", "reported")
        }
    }
}
