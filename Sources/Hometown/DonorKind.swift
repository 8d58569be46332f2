/// 기부자 구분. Only a natural person may donate (Act 2, 4).
package enum DonorKind: String, Sendable, CaseIterable {
    case person, organisation
}

extension DonorKind: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .person: Bilingual("개인", "person")
        case .organisation: Bilingual("법인·단체", "organisation")
        }
    }
}
