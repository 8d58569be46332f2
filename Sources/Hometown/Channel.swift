/// 접수 경로. How the money came (Act 8(1), 12). Not known is `nil`, for reported ones only.
package enum Channel: String, Sendable, CaseIterable {
    /// 고향사랑e음.
    case stateSystem = "state_system"
    /// 지정 금융기관 창구.
    case bankCounter = "bank_counter"
    /// 민간플랫폼, with its name.
    case privatePlatform = "private_platform"
    /// 청사·공개된 장소, with the place.
    case publicPlace = "public_place"

    /// As reports call it.
    package var name: Bilingual {
        switch self {
        case .stateSystem: Bilingual("고향사랑e음", "state system")
        case .bankCounter: Bilingual("지정 금융기관 창구", "bank counter")
        case .privatePlatform: Bilingual("민간플랫폼", "private platform")
        case .publicPlace: Bilingual("청사·공개된 장소", "public place")
        }
    }
}
