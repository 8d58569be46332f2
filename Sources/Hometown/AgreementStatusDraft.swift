/// 협약 현황. What somebody says became of an agreement.
package struct AgreementStatusDraft: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// 시행, 중단, 종료.
        case inForce = "in_force"
        case suspended, ended
    }

    package var state: State
    /// In the words of the source: 정기 교류.
    package var text: Bilingual?
    package var happenedOn: EventDate?

    package init(state: State, text: Bilingual? = nil, happenedOn: EventDate? = nil) {
        self.state = state
        self.text = text
        self.happenedOn = happenedOn
    }

    /// What an entry says of it.
    package var members: [String: CanonicalValue?] {
        [
            "on": .date(happenedOn), "state": .string(state.rawValue), "text": .bilingual(text),
        ]
    }

    /// What a request asks for that says it of an agreement on record.
    package func canonical(of agreement: Identifier) -> CanonicalValue {
        .members(["agreement": .id(agreement), "status": .members(members)])
    }
}

extension AgreementStatusDraft.State: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .inForce: AgreementStanding.inForce.title
        case .suspended: AgreementStanding.suspended.title
        case .ended: AgreementStanding.ended.title
        }
    }
}
