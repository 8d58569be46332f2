package import Hometown

/// 역할. What somebody may do here; one person, one role, one account.
package enum Role: String, Sendable, CaseIterable {
    case clerk, coordinator, manager, auditor, `operator`

    package var title: Bilingual {
        switch self {
        case .clerk: Bilingual("담당자", "clerk")
        case .coordinator: Bilingual("코디네이터", "coordinator")
        case .manager: Bilingual("관리자", "manager")
        case .auditor: Bilingual("감사", "auditor")
        case .operator: Bilingual("운영", "operator")
        }
    }
}

/// 행위자. Who asks: the account a token belongs to, never a donor.
package struct Principal: Hashable, Sendable {
    /// The account's id, under which what it does is written down.
    package let id: Identifier
    package let name: String
    package let role: Role

    package init(id: Identifier, name: String, role: Role) {
        self.id = id
        self.name = name
        self.role = role
    }
}
