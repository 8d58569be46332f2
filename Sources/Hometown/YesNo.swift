/// 예, 아니요. What a fact that holds or does not is to people.
package enum YesNo: String, Sendable, CaseIterable {
    case yes, no

    package init(_ isSo: Bool) {
        self = isSo ? .yes : .no
    }
}

extension YesNo: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .yes: Bilingual("예", "yes")
        case .no: Bilingual("아니요", "no")
        }
    }
}
