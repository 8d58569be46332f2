/// 협약 상태. Where an agreement stands on a day, by what is recorded of it.
package enum AgreementStanding: String, Sendable, CaseIterable {
    case inForce = "in_force"
    case suspended, ended
    /// 승계: another one followed it.
    case succeeded

    /// - Parameters:
    ///   - said: the last word about it.
    ///   - endsOn: the last day of its term.
    package init(
        said: AgreementStatusDraft.State?, endsOn: CivilDate?, isFollowed: Bool, on day: CivilDate
    ) {
        if said == .ended || endsOn.map({ $0 < day }) == true {
            self = .ended
        } else if said == .suspended {
            self = .suspended
        } else {
            self = isFollowed ? .succeeded : .inForce
        }
    }
}

extension AgreementStanding: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .inForce: Bilingual("유효", "in force")
        case .suspended: Bilingual("중단", "suspended")
        case .ended: Bilingual("종료", "ended")
        case .succeeded: Bilingual("승계", "succeeded")
        }
    }
}
