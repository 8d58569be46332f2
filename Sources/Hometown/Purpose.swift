/// 목적. What the fund may be used for, by the number the law gives it (Act 11(2)).
package enum Purpose: Int16, Sendable, CaseIterable {
    /// 취약계층 지원·청소년 육성.
    case welfareAndYouth = 1
    /// 문화·예술·보건.
    case cultureAndHealth = 2
    /// 시민참여·자원봉사·지역공동체.
    case community = 3
    /// 그 밖의 주민 복리.
    case otherWelfare = 4

    package var name: Bilingual {
        switch self {
        case .welfareAndYouth:
            Bilingual("취약계층 지원·청소년 육성", "vulnerable people and youth")
        case .cultureAndHealth:
            Bilingual("문화·예술·보건", "culture, arts and health")
        case .community:
            Bilingual("시민참여·자원봉사·지역공동체", "participation, volunteering and community")
        case .otherWelfare: Bilingual("그 밖의 주민 복리", "other welfare of residents")
        }
    }
}
