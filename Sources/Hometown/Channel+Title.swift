extension Channel: Vocabulary {
    /// As forms and pages call it.
    package var title: Bilingual {
        switch self {
        case .stateSystem: Bilingual("고향사랑e음", "state system (고향사랑e음)")
        case .bankCounter, .privatePlatform, .publicPlace: name
        }
    }
}
