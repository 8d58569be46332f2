/// 경과일 구간. How long something without a deadline has been open: 0∼7, 8∼30, 31∼90 and over 90
/// days. A band is told, and nothing in it is late.
package enum AgeBand: Int, Sendable, CaseIterable {
    case upTo7, upTo30, upTo90, over90

    /// The band of an age that is known as a range of days.
    /// - Parameter atMost: `nil` where the age has no upper bound: "by 10 April" may be long ago.
    /// - Returns: `nil` where the range does not decide.
    package init?(atLeast: Int, atMost: Int?) {
        let (first, last) = (AgeBand(atLeast), atMost.map { AgeBand($0) } ?? .over90)
        guard first == last else { return nil }
        self = first
    }

    private init(_ days: Int) {
        self =
            switch days {
            case ...7: .upTo7
            case ...30: .upTo30
            case ...90: .upTo90
            default: .over90
            }
    }

    package var name: Bilingual {
        switch self {
        case .upTo7: Bilingual("0∼7일", "0 to 7 days")
        case .upTo30: Bilingual("8∼30일", "8 to 30 days")
        case .upTo90: Bilingual("31∼90일", "31 to 90 days")
        case .over90: Bilingual("90일 초과", "over 90 days")
        }
    }
}
