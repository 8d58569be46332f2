/// 협약 자료. Something that proves or shows an agreement: where it is and its hash, never its bytes.
package struct DocumentDraft: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// 협약서, 사진, 보도자료.
        case text, photo, notice, other
    }

    package var kind: Kind
    package var title: Bilingual
    package var link: String?
    /// SHA-256 of its bytes.
    package var sha256: [UInt8]?
    /// 제공. Whose it is.
    package var credit: String?

    package init(
        kind: Kind, title: Bilingual, link: String? = nil, sha256: [UInt8]? = nil,
        credit: String? = nil
    ) {
        self.kind = kind
        self.title = title
        self.link = link
        self.sha256 = sha256
        self.credit = credit
    }

    /// What an entry says of it.
    package var members: [String: CanonicalValue?] {
        [
            "credit": .text(credit), "document_kind": .string(kind.rawValue), "link": .text(link),
            "sha256": .text(sha256.map(Hexadecimal.text)), "title": .bilingual(title),
        ]
    }

    /// What a request asks for that adds it to an agreement on record.
    package func canonical(of agreement: Identifier) -> CanonicalValue {
        .members(["agreement": .id(agreement), "document": .members(members)])
    }
}

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
