extension Channel: Vocabulary {
    /// As forms and pages call it.
    package var title: Bilingual {
        switch self {
        case .stateSystem: Bilingual("고향사랑e음", "state system (고향사랑e음)")
        case .bankCounter: Bilingual("지정 금융기관 창구", "bank counter")
        case .privatePlatform: Bilingual("민간플랫폼", "private platform")
        case .publicPlace: Bilingual("청사·공개된 장소", "public place")
        }
    }
}
